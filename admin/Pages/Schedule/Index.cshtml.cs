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

    public string State { get; private set; } = States[0];

    public Listed<DueLine> Rows { get; private set; } = null!;

    public bool MayAct => !Caller.For([ConsoleRole.Organiser]).IsEmpty;

    public Task OnGetAsync(string? state, int? page) =>
        LookAsync(async sight =>
        {
            State = state is not null && States.Contains(state) ? state : States[0];
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
        return isThere ? Tell(back, isDone ? done : "made.movedOn") : NotFound();
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
