namespace MutualAid.Core.Groups;

/// <summary>The wall clock of a group and its quiet hours.</summary>
public static class GroupClock
{
    public static TimeZoneInfo Zone(this Group group) => TimeZoneInfo.FindSystemTimeZoneById(group.TimeZone);

    /// <summary>The local wall-clock time of a UTC time.</summary>
    public static DateTime Local(this Group group, DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), group.Zone());

    public static DateOnly LocalDate(this Group group, DateTime utc) => DateOnly.FromDateTime(group.Local(utc));

    /// <summary>The UTC time of a local one; a time that the clock skips counts as the end of the skip.</summary>
    public static DateTime ToUtc(this Group group, DateTime local) => ToUtc(group.Zone(), local);

    public static DateTime ToUtc(TimeZoneInfo zone, DateTime local) => Data.Zone.ToUtc(local, zone);

    public static bool IsQuiet(this Group group, DateTime utc) => group.IsQuietAt(TimeOnly.FromDateTime(group.Local(utc)));

    /// <summary>The last moment with speech before the quiet hours that <paramref name="utc"/> falls into, half an hour ahead of them; else the time itself.</summary>
    public static DateTime BeforeQuiet(this Group group, DateTime utc)
    {
        var local = group.Local(utc);
        if (!group.IsQuietAt(TimeOnly.FromDateTime(local)))
            return utc;
        var start = local.Date + group.QuietFrom.ToTimeSpan();
        if (start > local)
            start = start.AddDays(-1);
        return group.ToUtc(start.AddMinutes(-30));
    }

    /// <summary>The time at which <paramref name="waking"/> hours outside of the quiet ones have passed since <paramref name="utc"/>.</summary>
    public static DateTime AfterWaking(this Group group, DateTime utc, TimeSpan waking)
    {
        var local = group.Local(utc);
        if (group.QuietFrom == group.QuietTo)
            return utc + waking;
        while (true)
        {
            if (group.IsQuietAt(TimeOnly.FromDateTime(local)))
                local = Next(local, group.QuietTo);
            var quiet = Next(local, group.QuietFrom);
            if (local + waking <= quiet)
                return group.ToUtc(local + waking);
            waking -= quiet - local;
            local = quiet;
        }
    }

    private static bool IsQuietAt(this Group group, TimeOnly time) =>
        group.QuietFrom <= group.QuietTo
            ? time >= group.QuietFrom && time < group.QuietTo
            : time >= group.QuietFrom || time < group.QuietTo;

    private static DateTime Next(DateTime local, TimeOnly time)
    {
        var next = local.Date + time.ToTimeSpan();
        return next > local ? next : next.AddDays(1);
    }
}
