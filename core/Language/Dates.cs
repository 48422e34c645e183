namespace MutualAid.Core.Language;

/// <summary>What a text says that should be a moment.</summary>
public enum DateOutcome
{
    /// <summary>It does not begin with a moment.</summary>
    NotMine,
    Value,

    /// <summary>Two readings, a bare part of the day, or a weekday that is past: the bot asks.</summary>
    Ask,

    /// <summary>No such day or hour, or a past day as a due time.</summary>
    Refuse,

    /// <summary>A rule that repeats; <see cref="DateReading.Next"/> has the next three.</summary>
    Repeats,
}

/// <summary>A rule as it was said.</summary>
/// <param name="Times">Empty: no clock time was said.</param>
public sealed record Repetition(Repeat Days, IReadOnlyList<TimeOnly> Times);

/// <summary>A text read as a moment in the sender's local time.</summary>
public sealed record DateReading(DateOutcome Outcome, When? Value = null)
{
    public static readonly DateReading NotMine = new(DateOutcome.NotMine);

    public DoubtKind? Kind { get; init; }

    /// <summary>What may be meant (ask) or the nearest that is valid (refuse), as text that itself is read.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    public IReadOnlyList<When> Next { get; init; } = [];

    /// <summary>The rule, when it repeats.</summary>
    public Repetition? Rule { get; init; }

    /// <summary>Nothing but the moment stands in the text.</summary>
    public bool IsWhole { get; init; }
}

/// <summary>Reads days and clock times of a message.</summary>
public static class Dates
{
    private static readonly Lexicon Lead = new("在 于 到 截止 截止到 最晚 最迟 改到 就 by before on at until");
    private static readonly Lexicon Tail = new("之前 以前 前 之内 内 开始 吧 哈 了 。 ! 见 要 整 行 可以 左右");

    /// <summary>Reads the moment with which a text begins; what follows it is ignored, and <see cref="DateReading.IsWhole"/> tells.</summary>
    public static DateReading Read(string text, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = Folding.Align(text);
        var at = Start(folded);
        if (at >= folded.Length || at > 40)
        {
            return DateReading.NotMine;
        }

        if (Recurrence.At(folded, at, now) is { } rule)
        {
            return new DateReading(DateOutcome.Repeats)
            {
                Next = rule.Next,
                Rule = rule.Said,
                IsWhole = Ends(folded, rule.End),
            };
        }

        return Moment(folded, at, now) is { } moment ? From(moment, folded) : DateReading.NotMine;
    }

    private static Moment? Moment(string folded, int at, DateTime now)
    {
        var limited = folded[at..].Trim(' ', '\n', '。', '!');
        var moment = DateScan.At(folded, at, now) ?? (limited.Length <= 6 ? DateScan.At(limited + "前", 0, now) : null);
        var clock = moment is null && Clocks.Read(folded, at) is { HasHour: true } c ? c : (Clocks.Clock?)null;
        return clock is { } k ? DayTimes.Resolve(new Moment(at, k.End) { HasClock = true }, null, k, now) : moment;
    }

    private static DateReading From(Moment moment, string folded) =>
        new(Outcome(moment), moment.When)
        {
            Kind = moment.Doubt,
            Choices = moment.Choices,
            IsWhole = Ends(folded, Math.Min(moment.End, folded.Length)),
        };

    private static DateOutcome Outcome(Moment moment) =>
        moment.Doubt switch
        {
            DoubtKind.AmbiguousTime => DateOutcome.Ask,
            null => DateOutcome.Value,
            _ => DateOutcome.Refuse,
        };

    private static int Start(string text)
    {
        var i = Skip(text, 0);
        var lead = Lead.At(text, i);
        return Skip(text, i + lead);
    }

    private static bool Ends(string text, int i)
    {
        i = Skip(text, i);
        while (Tail.At(text, i) is var tail and > 0)
        {
            i = Skip(text, i + tail);
        }

        return i >= text.Length;
    }

    private static int Skip(string text, int i)
    {
        while (i < text.Length && text[i] is ' ' or '\n')
        {
            i++;
        }

        return i;
    }
}
