using System.Globalization;
using MutualAid.Core.Schedule;

namespace MutualAid.Admin.Pages;

/// <summary>What was chosen of a repetition; nothing: once only.</summary>
public sealed record RepeatForm(Every? Every, int[]? Days, string? MonthDay, string? At)
{
    private const int Week = 7;

    /// <summary>Null: day or time is missing.</summary>
    public RepeatRule? Rule(string zone)
    {
        if (Every is not { } every || !Enum.IsDefined(every) || Typed.Time(At) is not { } at)
            return null;
        var days = (Days ?? []).Where(day => day is >= 0 and < Week).Distinct().Sum(day => 1 << day);
        var monthDay = Typed.Number(MonthDay) ?? 0;
        if (
            (every == Core.Schedule.Every.Week && days == 0)
            || (every == Core.Schedule.Every.Month && monthDay is < 1 or > RepeatRule.LastDay)
        )
            return null;
        return new RepeatRule
        {
            Every = every,
            WeekDays = days,
            MonthDay = monthDay,
            At = at,
            TimeZone = zone,
        };
    }

    /// <summary>每周一、周五 09:00</summary>
    public static string Said(RepeatRule rule, ConsoleWords t)
    {
        var days = Enumerable
            .Range(0, Week)
            .Where(day => (rule.WeekDays & 1 << day) != 0)
            .Select(day => t.Plain("broadcast.weekday." + day));
        return t.Plain(
            "broadcast.every." + rule.Every + ".at",
            rule.At.ToString("HH:mm", CultureInfo.InvariantCulture),
            rule.Every == Core.Schedule.Every.Week ? string.Join(t.Plain("and"), days) : rule.MonthDay
        );
    }

    public static RepeatForm Of(RepeatRule? rule) =>
        rule is null
            ? new(null, null, null, null)
            : new(
                rule.Every,
                [.. Enumerable.Range(0, Week).Where(day => (rule.WeekDays & 1 << day) != 0)],
                rule.MonthDay == 0 ? null : rule.MonthDay.ToString(CultureInfo.InvariantCulture),
                Typed.Of(rule.At)
            );
}
