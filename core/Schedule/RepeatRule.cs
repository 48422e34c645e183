using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Language;

namespace MutualAid.Core.Schedule;

public enum Every
{
    Day,

    /// <summary>Monday to Friday.</summary>
    WorkDay,
    Week,
    Month,
}

/// <summary>A rule that repeats on the wall clock of a zone; its next occurrence waits as a <see cref="DueRow"/>.</summary>
public sealed class RepeatRule
{
    /// <summary>A day of the month that every month has as its last.</summary>
    public const int LastDay = 31;

    public long Id { get; set; }
    public string Kind { get; set; } = "";
    public long? GroupId { get; set; }
    public Group? Group { get; set; }
    public long? SubjectId { get; set; }
    public string? Detail { get; set; }
    public Every Every { get; set; }

    /// <summary>For <see cref="Schedule.Every.Week"/>: bit 0 is Sunday.</summary>
    public int WeekDays { get; set; }

    /// <summary>For <see cref="Schedule.Every.Month"/>: 1–31; in a shorter month its last day.</summary>
    public int MonthDay { get; set; }

    /// <summary>The wall-clock time in <see cref="TimeZone"/>.</summary>
    public TimeOnly At { get; set; }

    /// <summary>IANA name.</summary>
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <summary>The rule that somebody said.</summary>
    public static RepeatRule On(Repeat days, TimeOnly at) =>
        new()
        {
            Every = days.Every switch
            {
                RepeatEvery.Day => Every.Day,
                RepeatEvery.WorkDay => Every.WorkDay,
                RepeatEvery.Week => Every.Week,
                _ => Every.Month,
            },
            WeekDays = days.WeekDays,
            MonthDay = days.MonthDay,
            At = at,
        };

    public DateTime CreatedAt { get; set; }
    public DateTime? PausedAt { get; set; }
    public DateTime? EndedAt { get; set; }

    /// <summary>The first local date after <paramref name="date"/> on which it falls.</summary>
    public DateOnly NextAfter(DateOnly date)
    {
        // A weekly rule without a day would never end.
        if (Every == Every.Week && (WeekDays & 0x7F) == 0)
            throw new InvalidOperationException("A weekly rule names at least one day");
        do date = date.AddDays(1);
        while (!FallsOn(date));
        return date;
    }

    /// <summary>The first local date whose occurrence lies after <paramref name="now"/> (UTC).</summary>
    public DateOnly FirstAfter(DateTime now)
    {
        var date = NextAfter(DateOnly.FromDateTime(Zone.ToLocal(now, TimeZone)).AddDays(-2));
        while (Instant(date) <= now)
            date = NextAfter(date);
        return date;
    }

    /// <summary>When its occurrence of a local date is due (UTC); a time that the clock skips moves to the end of the skip.</summary>
    public DateTime Instant(DateOnly date) => Zone.ToUtc(date.ToDateTime(At), TimeZone);

    public bool FallsOn(DateOnly date) =>
        Every switch
        {
            Every.Day => true,
            Every.WorkDay => date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday),
            Every.Week => (WeekDays & (1 << (int)date.DayOfWeek)) != 0,
            _ => date.Day == Math.Min(MonthDay, DateTime.DaysInMonth(date.Year, date.Month)),
        };
}
