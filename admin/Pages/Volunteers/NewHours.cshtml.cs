using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Groups;
using MutualAid.Core.Volunteers;

namespace MutualAid.Admin.Pages;

/// <summary>Hours of people who could not sign in themselves, noted by whoever knows of them.</summary>
public sealed class NewHoursModel(Office office) : ConsolePage(office)
{
    /// <summary>What the step is about that takes them back.</summary>
    public const string Card = "hours";

    // On a day that is over, of which nobody says when it began.
    private static readonly TimeOnly Usual = new(9, 0);

    public sealed record Typing(string? What, string? Date, string? Hours, long[]? People)
    {
        public IReadOnlyList<long> Ticked => People ?? [];
    }

    public Typing Form { get; private set; } = new(null, null, null, null);

    public IReadOnlyList<(long Id, string Title)> Groups { get; private set; } = [];

    /// <summary>Null: of several one is to be chosen first.</summary>
    public long? Group { get; private set; }

    public DateOnly Today { get; private set; }

    public IReadOnlyList<Hand> People { get; private set; } = [];

    public async Task OnGetAsync(long? group) => await ReadAsync(group ?? await LastGroupAsync());

    public async Task<IActionResult> OnPostAsync([FromQuery] long? group, Typing form)
    {
        Form = form;
        var step = 0L;
        var result = await ActAsync(async sight =>
        {
            if (await sight.Groups.FirstOrDefaultAsync(it => it.Id == group && it.InactiveAt == null, Stop) is not { } home)
                return new ShiftResult(ShiftRefusal.OtherGroup);
            if (SpanOf(form, home, sight.Now) is not { } span)
                return new ShiftResult(ShiftRefusal.BadEnd);
            var people = await sight.MembersAsync(home, form.Ticked);
            var actor = await sight.ActorAsync(home);
            var noted = await sight.Desk<HoursDesk>().NoteAsync(actor, people, Typed.Words(form.What) ?? "", span.From, span.To);
            if (noted.Done)
                step = await Office.Host.StepAsync(sight.Rows, Card, Caller.Person);
            return noted;
        });
        if (result is { Done: true, Shift: { } made })
        {
            await RememberGroupAsync(group);
            return TellUndoable("/volunteers/hours", "shifts.hours.noted", Named(made), "/volunteers/hours?handler=undo", step);
        }

        Wrong(FieldOf(result.Refusal), PhraseOf(result.Refusal));
        await ReadAsync(group);
        return Again();
    }

    /// <summary>邵卫东 2.5 小时</summary>
    private string Named(Shift made) =>
        string.Join(Words.Plain("and"), made.On().Select(place => place.Person.Name))
        + " "
        + Words.Plain("shifts.hours.is", Math.Round((made.EndsAt - made.StartsAt).TotalHours, 1));

    private static (DateTime From, DateTime To)? SpanOf(Typing form, Group group, DateTime now)
    {
        if (
            Typed.Date(form.Date) is not { } day
            || !decimal.TryParse(
                form.Hours?.Trim().Replace('，', '.'),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var hours
            )
            || hours is <= 0 or > 24
        )
            return null;
        var length = TimeSpan.FromMinutes((double)Math.Round(hours * 60));
        var start = group.ToUtc(day.ToDateTime(Usual));
        // Of today they are over by now.
        if (day == group.LocalDate(now) && start + length > now)
            start = now - length;
        return (start, start + length);
    }

    private static string FieldOf(ShiftRefusal refusal) =>
        refusal switch
        {
            ShiftRefusal.NoPlace => "what",
            ShiftRefusal.BadEnd => "hours",
            _ => "people",
        };

    private static string PhraseOf(ShiftRefusal refusal) =>
        refusal is ShiftRefusal.NoPlace or ShiftRefusal.BadEnd or ShiftRefusal.NoSuchPerson or ShiftRefusal.Conflict
            ? "shifts.hours.refused." + refusal
            : "shifts.refused." + refusal;

    private Task<bool> ReadAsync(long? group) =>
        LookAsync(async sight =>
        {
            Groups = await sight.OpenChoicesAsync(Stop);
            var wanted = Groups.Count == 1 ? Groups[0].Id : group;
            if (await sight.Groups.FirstOrDefaultAsync(it => it.Id == wanted && it.InactiveAt == null, Stop) is not { } home)
                return true;
            (Group, Today) = (home.Id, home.LocalDate(sight.Now));
            People = await sight.HandsAsync(home, Stop);
            return true;
        });
}
