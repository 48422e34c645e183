using System.Globalization;
using MutualAid.Core.Groups;
using MutualAid.Core.Schedule;

namespace MutualAid.Core.Classes;

/// <summary>What is to happen around a class, as rows of the schedule; their subject is its number.</summary>
internal sealed class ClassPlan(ScheduleDesk schedule, TimeProvider clock)
{
    private static readonly int[] MinutesBefore = [1440, 60, 10];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task AddAsync(Class it)
    {
        foreach (var minutes in MinutesBefore.Where(minutes => it.StartsAt.AddMinutes(-minutes) > Now))
            await PlanAsync(it, ClassDue.Reminder, $"{minutes}:{Stamp(it.StartsAt)}", it.StartsAt.AddMinutes(-minutes), Text(minutes));
        if (SpeakerAt(it) is { } early)
            await PlanAsync(it, ClassDue.Speaker, Stamp(it.StartsAt), early);
        await PlanAsync(it, ClassDue.Start, Stamp(it.StartsAt), it.StartsAt);
        await PlanAsync(it, ClassDue.After, Stamp(it.EndsAt), it.AttendUntil());
    }

    public async Task MoveAsync(Class it)
    {
        await CancelAsync(it);
        await AddAsync(it);
        if (it.Series is not null)
            await ShowAsync(it);
        // Offers that were under way go on.
        await OfferAsync(it, $"moved{it.Sequence}", Now);
    }

    /// <summary>The card of a class of a series comes when its time is near.</summary>
    public Task ShowAsync(Class it)
    {
        var at = it.Group.AfterQuiet(it.StartsAt.AddDays(-2));
        return PlanAsync(it, ClassDue.Show, Stamp(it.StartsAt), at > Now ? at : it.Group.AfterQuiet(Now));
    }

    public Task CancelAsync(Class it) => schedule.CancelAsync("class.", it.Number);

    /// <summary>A place may be free from then on, and is offered outside of the quiet hours, unless the class is near.</summary>
    public Task OfferAsync(Class it, string why, DateTime at)
    {
        var awake = it.Group.IsQuiet(at) ? it.Group.AfterWaking(at, TimeSpan.Zero) : at;
        return PlanAsync(it, ClassDue.Offer, why, awake.AddHours(1) < it.StartsAt ? awake : at);
    }

    // Whoever teaches hears of it the evening or day before; of what is announced at short notice an hour before.
    private DateTime? SpeakerAt(Class it)
    {
        if (it.Speaker is null)
            return null;
        DateTime[] times = [it.Group.BeforeQuiet(it.StartsAt.AddDays(-1)), it.StartsAt.AddHours(-1)];
        return times.Where(at => at > Now).Select(at => (DateTime?)at).FirstOrDefault();
    }

    private Task<DueRow> PlanAsync(Class it, string kind, string occurrence, DateTime at, string? detail = null) =>
        schedule.PlanAsync(kind, $"{kind}:{it.Number}:{occurrence}", at, it.Group, it.Number, detail);

    private static string Stamp(DateTime at) => at.ToString("yyyyMMdd'T'HHmm", CultureInfo.InvariantCulture);

    private static string Text(int minutes) => minutes.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The kinds of due rows of a class.</summary>
public static class ClassDue
{
    /// <summary>The minutes before the start stand in its detail.</summary>
    public const string Reminder = "class.reminder";
    public const string Start = "class.start";
    public const string Speaker = "class.speaker";

    /// <summary>The card of a class of a series.</summary>
    public const string Show = "class.show";
    public const string Offer = "class.offer";
    public const string After = "class.after";
}
