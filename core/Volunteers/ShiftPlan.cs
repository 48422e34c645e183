using System.Globalization;
using MutualAid.Core.Groups;
using MutualAid.Core.Schedule;

namespace MutualAid.Core.Volunteers;

/// <summary>What is to happen around a shift, as rows of the schedule; their subject is its number.</summary>
internal sealed class ShiftPlan(ScheduleDesk schedule, TimeProvider clock)
{
    private static readonly TimeOnly Evening = new(20, 0);
    private static readonly TimeSpan Before = TimeSpan.FromHours(1);
    private static readonly TimeSpan After = TimeSpan.FromMinutes(30);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task AddAsync(Shift it)
    {
        // People who are put onto a shift late are asked at once.
        var roll = RollAt(it) > Now ? RollAt(it) : Now;
        if (RollAt(it) > Now || it.Assignments.Count > 0)
            await PlanAsync(it, ShiftDue.Roll, roll);
        if (it.StartsAt - Before > Now)
            await PlanAsync(it, ShiftDue.Reminder, it.StartsAt - Before);
        await PlanAsync(it, ShiftDue.Start, it.StartsAt - ShiftFacts.OpensBefore);
        await PlanAsync(it, ShiftDue.After, it.Group.AfterQuiet(it.EndsAt + After));
    }

    public async Task MoveAsync(Shift it)
    {
        await CancelAsync(it);
        await AddAsync(it);
    }

    public Task CancelAsync(Shift it) => schedule.CancelAsync("shift.", it.Number);

    public Task ShowAsync(Shift it) => PlanAsync(it, ShiftDue.Show, it.Group.AfterQuiet(Now));

    /// <summary>Eight in the evening before, on the group's clock.</summary>
    public static DateTime RollAt(Shift it) =>
        it.Group.BeforeQuiet(it.Group.ToUtc(it.Group.LocalDate(it.StartsAt).AddDays(-1).ToDateTime(Evening)));

    private Task<DueRow> PlanAsync(Shift it, string kind, DateTime at) =>
        schedule.PlanAsync(
            kind,
            string.Create(CultureInfo.InvariantCulture, $"{kind}:{it.Number}:{it.StartsAt:yyyyMMdd'T'HHmm}"),
            at,
            it.Group,
            it.Number
        );
}

/// <summary>The kinds of due rows of a shift.</summary>
public static class ShiftDue
{
    /// <summary>The evening before: who comes?</summary>
    public const string Roll = "shift.roll";
    public const string Reminder = "shift.reminder";

    /// <summary>Signing in opens.</summary>
    public const string Start = "shift.start";

    /// <summary>Half an hour after the end: who forgot to sign out?</summary>
    public const string After = "shift.after";

    /// <summary>The card of a shift that a rule made.</summary>
    public const string Show = "shift.show";

    /// <summary>A repeated shift begins: the next one is made.</summary>
    public const string Repeat = "shift.repeat";
}
