using System.Text.RegularExpressions;

namespace MutualAid.Core.Language;

/// <summary>From when to when: 明早7–9点, 11月25日 13:00-17:30, 晚10点到次日6点, 每天早上7–9点, 明早7点 2小时.</summary>
/// <param name="At">Where it stands in the text.</param>
internal sealed partial record ShiftHours(int At, int End)
{
    public When? Start { get; private init; }
    public TimeOnly? Until { get; private init; }
    public bool IsOvernight { get; private init; }
    public Repeat? Repeats { get; private init; }
    public HoursDoubt Doubt { get; private init; }

    /// <summary>The day, where it stands apart from the hours.</summary>
    public Span? Day { get; private init; }

    private static readonly string[] NextDay = ["次日", "第二天", "翌日"];

    /// <param name="text">Folded.</param>
    public static ShiftHours? Read(string text, DateTime now)
    {
        if (FromTo().Match(text) is { Success: true } span)
            return Ranged(text, span, now);
        return Length().Match(text) is { Success: true } length ? Lasting(text, length, now) : null;
    }

    private static ShiftHours Ranged(string text, Match span, DateTime now)
    {
        var (from, part, noon) = (span.Groups["from"].Value, span.Groups["part"].Value, span.Groups["noon"].Value.Trim());
        var clock = HasMark(from) ? from : from + (noon.Length > 0 ? noon : "点");
        var (at, when, repeats, day) = Beginning(text[..span.Index] + clock, span.Index, now);
        var hours = new ShiftHours(at, span.Index + span.Length) { Repeats = repeats, Day = day };
        if (when?.Time is not { } start || Ending(part, span.Groups["to"].Value + noon, start) is not { } end)
            return hours with { Doubt = HoursDoubt.NoSuchTime };
        var overnight = end <= start && RunsOver(part, start, end, span.Value);
        return end <= start != overnight || (overnight && end == start)
            ? hours with
            {
                Doubt = HoursDoubt.EndBeforeStart,
            }
            : hours with
            {
                Start = when,
                Until = end,
                IsOvernight = overnight,
            };
    }

    private static ShiftHours? Lasting(string text, Match length, DateTime now)
    {
        var begins = Beginning(text[..length.Index].TrimEnd(), length.Index, now);
        if (begins.When is not { Time: { } start } when || Durations.Minutes(length.Value) is not (> 0 and < 1440 and var minutes))
            return null;
        var end = start.AddMinutes((double)minutes, out var days);
        return new ShiftHours(begins.At, length.Index + length.Length)
        {
            Start = when,
            Until = end,
            IsOvernight = days > 0,
            Repeats = begins.Repeats,
            Day = begins.Day,
        };
    }

    // The day may stand before the place: 明天 南门岗 7–9点.
    private static (int At, When? When, Repeat? Repeats, Span? Day) Beginning(string head, int clockAt, DateTime now)
    {
        Moment? day = null;
        for (var i = 0; i < head.Length; i++)
        {
            if (Recurrence.At(head, i, now) is { Next: [{ Time: not null } next, ..] } rule)
                return (i, next, rule.Said.Days, null);
            if (DateScan.At(head, i, now) is not { } moment)
                continue;
            if (moment.Doubt is not null)
                return (i, null, null, null);
            if (moment.HasClock && day is null)
                return (i, moment.When, null, null);
            if (day is not null && moment.HasClock && DateScan.At(head[day.Start..day.End] + head[i..], 0, now) is { Doubt: null } whole)
                return (i, whole.When, null, new Span(day.Start, day.End));
            day ??= moment;
            i = moment.End - 1;
        }

        return (Math.Min(clockAt, head.Length), null, null, null);
    }

    // Without a word of its own the end stands on the same half of the day's dial as the beginning.
    private static TimeOnly? Ending(string part, string to, TimeOnly start)
    {
        var isNext = NextDay.Contains(part);
        if (Clocks.Read((isNext ? "" : part) + (HasMark(to) ? to : to + "点"), 0) is not { HasHour: true, Hour: <= 24, Minute: < 60 } clock)
            return null;
        var isDial = clock is { Part: DayPart.None, Hour: <= 12 } && !isNext && !to.Contains(':', StringComparison.Ordinal);
        var hour = isDial && start.Hour >= 12 ? clock.Hour + 12 : DayTimes.Hour24(clock, daySaid: false);
        return new TimeOnly(hour % 24, clock.Minute);
    }

    // 晚10点–早6点, 22:00–06:00 and what ends at midnight, not 9–7点.
    private static bool RunsOver(string part, TimeOnly start, TimeOnly end, string said) =>
        NextDay.Contains(part)
        || end == TimeOnly.MinValue
        || (start.Hour >= 12 && part is "凌晨" or "早上" or "清晨" or "早" or "上午")
        || (start.Hour >= 18 && end.Hour <= 12 && said.Contains(':', StringComparison.Ordinal));

    private static bool HasMark(string clock) => clock.AsSpan().IndexOfAny('点', ':', '时') >= 0 || clock.EndsWith('m');

    [GeneratedRegex(
        """
            (?<from>(?:[0-9]{1,2}|[零一二两三四五六七八九十]{1,3})(?:点半|点[0-9]{1,2}分?|点整?|:[0-9]{2}|\s?[ap]m)?)\s*(?:-|–|—|~|～|至|到|to|until)\s*(?<part>次日|第二天|翌日|凌晨|早上|清晨|早|上午|中午|下午|晚上|晚)?\s*(?<to>(?:[0-9]{1,2}|[零一二两三四五六七八九十]{1,3})(?:点半|点[0-9]{1,2}分?|点整?|:[0-9]{2}|(?=\s?[ap]m)))(?<noon>\s?[ap]m\b)?
            """
    )]
    private static partial Regex FromTo();

    [GeneratedRegex("[0-9零一二两三四五六七八九十半]+个?半?(?:小时|钟头|分钟)(?!后|前)")]
    private static partial Regex Length();
}
