using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Schedule;

namespace MutualAid.Admin.Pages;

/// <summary>What is to happen later, what happened, and what a person has to decide.</summary>
public sealed class ScheduleModel(Office office) : ConsolePage(office)
{
    public static readonly IReadOnlyList<string> States = ["next", "failed", "last"];

    public sealed record DueLine(long Id, string Kind, string? Group, DateTime At, DueState State, int Attempts, string? Fault)
    {
        /// <summary>Many people would read it at once, or never.</summary>
        public bool IsWide => Kind.StartsWith("broadcast.", StringComparison.Ordinal);

        public bool MayRun => State is DueState.Waiting or DueState.Failed or DueState.Dropped;

        public string Colour =>
            State switch
            {
                DueState.Failed => "bad",
                DueState.Dropped => "warn",
                DueState.Done => "on",
                _ => "",
            };
    }

    /// <param name="State">The list in which it stands.</param>
    public sealed record Deeds(string State, DueLine Row);

    /// <summary>Whether anything here happens by itself.</summary>
    public bool IsOn { get; } = office.Host.Running().Timetable;

    public string State { get; private set; } = States[0];

    public Listed<DueLine> Rows { get; private set; } = null!;

    /// <summary>The row about which it asks first, and which act: run or drop; null: it lists.</summary>
    public DueRow? Asked { get; private set; }

    public string? Ask { get; private set; }

    public bool MayAct => !Caller.For([ConsoleRole.Organiser]).IsEmpty;

    public Task OnGetAsync(string? state, int? page, string? ask, long? id) =>
        LookAsync(async sight =>
        {
            State = state is not null && States.Contains(state) ? state : States[0];
            Ask = ask is "run" or "drop" ? ask : null;
            Asked = Ask is not null && MayAct ? await sight.Due.FirstOrDefaultAsync(it => it.Id == id, Stop) : null;
            if (Asked is not null)
                return true;
            Rows = await Chosen(sight.Due)
                .Select(it => new DueLine(
                    it.Id,
                    it.Kind,
                    it.Group == null ? null : it.Group.Title,
                    it.ClosedAt ?? it.TryAt,
                    it.State,
                    it.Attempts,
                    it.Fault
                ))
                .PageAsync(page, Stop);
            return true;
        });

    public Task<IActionResult> OnPostRunAsync(long id, string? state) =>
        DoAsync(
            id,
            state,
            DueState.Dropped,
            (desk, row) =>
            {
                desk.RunNow(row);
                return Task.CompletedTask;
            },
            "made.run"
        );

    public Task<IActionResult> OnPostDropAsync(long id, string? state) =>
        DoAsync(id, state, DueState.Failed, (desk, row) => desk.CloseAsync(row, DueState.Dropped), "made.dropped");

    private async Task<IActionResult> DoAsync(long id, string? state, DueState also, Func<ScheduleDesk, DueRow, Task> act, string done)
    {
        var (isThere, isDone) = await ActAsync(async sight =>
        {
            if (await sight.Due.FirstOrDefaultAsync(it => it.Id == id, Stop) is not { } row)
                return (false, false);
            if (row.State is not (DueState.Waiting or DueState.Failed) && row.State != also)
                return (true, false);
            await act(sight.Desk<ScheduleDesk>(), row);
            return (true, true);
        });
        var back = state is not null && States.Contains(state) ? "/schedule?state=" + state : "/schedule";
        return !isThere ? NotFound()
            : isDone ? Tell(back, done)
            : Warn(back, "made.movedOn");
    }

    private IQueryable<DueRow> Chosen(IQueryable<DueRow> rows) =>
        State switch
        {
            "failed" => rows.Where(it => it.State == DueState.Failed || it.State == DueState.Dropped)
                .OrderByDescending(it => it.ClosedAt)
                .ThenByDescending(it => it.Id),
            "last" => rows.Where(it => it.State == DueState.Done).OrderByDescending(it => it.ClosedAt).ThenByDescending(it => it.Id),
            _ => rows.Waiting().OrderBy(it => it.TryAt).ThenBy(it => it.Id),
        };
}
