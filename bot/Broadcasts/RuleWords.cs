using System.Globalization;
using MutualAid.Core.Messaging;
using MutualAid.Core.Schedule;

namespace MutualAid.Bot.Broadcasts;

/// <summary>每周一 09:00.</summary>
internal static class RuleWords
{
    public static string Of(RepeatRule rule, Speech speech)
    {
        var days = Enumerable
            .Range(0, 7)
            .Where(day => (rule.WeekDays & (1 << day)) != 0)
            .Select(day => speech.Plain($"broadcasts.weekday.{day}"));
        var on = rule.Every == Every.Week ? string.Join(speech.Plain("broadcasts.rule.and"), days) : $"{rule.MonthDay}";
        return speech.Plain(
            rule is { Every: Every.Month, MonthDay: RepeatRule.LastDay } ? "broadcasts.rule.MonthEnd" : $"broadcasts.rule.{rule.Every}",
            rule.At.ToString("HH:mm", CultureInfo.InvariantCulture),
            on
        );
    }
}
