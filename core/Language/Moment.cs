namespace MutualAid.Core.Language;

/// <summary>A part of the day as a word says it.</summary>
internal enum DayPart
{
    None,
    Dawn,
    Morning,
    Noon,
    Afternoon,
    Evening,
}

/// <summary>A moment found in a text.</summary>
internal sealed record Moment(int Start, int End)
{
    public DateOnly? Date { get; init; }
    public TimeOnly? Time { get; init; }
    public bool HasDay { get; init; }
    public bool HasClock { get; init; }
    public DoubtKind? Doubt { get; init; }
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>A span that ends with itself: 三天内, 2小时内.</summary>
    public bool Within { get; init; }

    public When? When => Date is { } date ? new When(date, Time) : null;
}

/// <summary>Reads the clock: 晚8点, 下午两点半, 20:00, 15时20分, 3pm.</summary>
internal static class Clocks
{
    private static readonly Lexicon Parts = Lexicon.Listed("MomentParts");

    public readonly record struct Clock(int End, DayPart Part, int Hour, int Minute, bool HasHour, bool TwoHours);

    public static DayPart PartOf(ReadOnlySpan<char> word) =>
        word switch
        {
            "凌晨" or "半夜" or "深夜" or "后半夜" => DayPart.Dawn,
            "早上" or "早晨" or "清晨" or "清早" or "上午" or "早" or "午前" or "in the morning" => DayPart.Morning,
            "中午" or "正午" => DayPart.Noon,
            "下午" or "午后" or "后晌" or "in the afternoon" => DayPart.Afternoon,
            "" => DayPart.None,
            _ => DayPart.Evening,
        };

    /// <summary>Reads a part of the day, a clock time, or both; null when neither stands here.</summary>
    public static Clock? Read(string text, int at, DayPart given = DayPart.None, bool bareAllowed = true)
    {
        var i = Skip(text, at);
        var word = Parts.At(text, i);
        var part = word > 0 ? PartOf(text.AsSpan(i, word)) : given;
        var afterPart = i + word;
        var clock = Hour(text, Skip(text, afterPart), part, word > 0 || bareAllowed);
        return clock is { } c ? c
            : word > 0 && IsPart(text, i, word) ? new Clock(afterPart, part, 0, 0, false, false)
            : null;
    }

    // 早 and 晚 by themselves are words of many others: 一早, 早吗, 晚点.
    private static bool IsPart(string text, int at, int length) =>
        length > 1
        || (at > 0 && text[at - 1] is '天' or '日' or '号' or '今' or '明' or '后' or '周' || at > 0 && char.IsAsciiDigit(text[at - 1]));

    private static Clock? Hour(string text, int at, DayPart part, bool bareAllowed)
    {
        if (at >= text.Length || Numerals.Read(text, at) is not { } n || n.Kind == NumeralKind.Invalid || n.End - at > 6)
        {
            return null;
        }

        var end = n.End;
        if (n.Arabic && end + 2 < text.Length && text[end] == ':' && n.Value < 100)
        {
            return Colon(text, end, part, (int)n.Value);
        }

        var mark = end < text.Length ? text[end] : ' ';
        if (mark is '点' or '时' && !(mark == '时' && end + 1 < text.Length && text[end + 1] is '候' or '间' or '段'))
        {
            return Dial(text, at, n, part, bareAllowed);
        }

        return n.Arabic ? English(text, end, (int)Math.Min(n.Value, 99)) : null;
    }

    private static Clock? Colon(string text, int colon, DayPart part, int hour)
    {
        if (
            !char.IsAsciiDigit(text[colon + 1])
            || !char.IsAsciiDigit(text[colon + 2])
            || (colon + 3 < text.Length && char.IsAsciiDigit(text[colon + 3]))
        )
        {
            return null;
        }

        var minute = ((text[colon + 1] - '0') * 10) + text[colon + 2] - '0';
        var end = colon + 3;
        var after = Skip(text, end);
        return English(text, end, hour) is { } english
            ? english with
            {
                Minute = minute,
            }
            : new Clock(Parts.At(text, after) is var p and > 2 ? after + p : end, part, hour, minute, true, false);
    }

    private static Clock? Dial(string text, int at, Numeral n, DayPart part, bool bareAllowed)
    {
        var end = n.End + 1;
        var small = n.Lone && n.Value == 1 && part == DayPart.None && !bareAllowed;
        if (
            small
            || Follows(text, end, "儿")
            || Follows(text, end, "建议")
            || Follows(text, end, "要求")
            || Follows(text, end, "意见")
            || n.Value != decimal.Truncate(n.Value)
        )
        {
            return null;
        }

        if (n.Kind == NumeralKind.Vague)
        {
            return n.Choices.Count == 2 ? new Clock(end, part, (int)n.Choices[0], 0, true, true) : null;
        }

        end += Follows(text, end, "钟") || Follows(text, end, "整") ? 1 : 0;
        var (minute, past) = Minutes(text, end);
        return new Clock(past, part, (int)Math.Min(n.Value, 99), minute, true, false);
    }

    private static (int Minute, int End) Minutes(string text, int at)
    {
        if (Follows(text, at, "半"))
        {
            return (30, at + 1);
        }

        if (Follows(text, at, "一刻") || Follows(text, at, "三刻"))
        {
            return (text[at] == '一' ? 15 : 45, at + 2);
        }

        if (at < text.Length && Numerals.Read(text, at) is { Kind: NumeralKind.Exact, Value: < 60 } m && m.End - at <= 3)
        {
            var said = Follows(text, m.End, "分");
            var bare = m.Arabic && m.End - at == 2 && Units.At(text, m.End) == 0;
            return said ? ((int)m.Value, m.End + 1)
                : bare ? ((int)m.Value, m.End)
                : (0, at);
        }

        return (0, at);
    }

    private static Clock? English(string text, int end, int hour)
    {
        var i = Skip(text, end);
        var noon = i + 1 < text.Length && text[i + 1] == 'm' && (i + 2 >= text.Length || !char.IsAsciiLetter(text[i + 2]));
        return noon && text[i] == 'p' ? new Clock(i + 2, DayPart.Afternoon, hour, 0, true, false)
            : noon && text[i] == 'a' ? new Clock(i + 2, DayPart.Morning, hour % 12, 0, true, false)
            : null;
    }

    private static bool Follows(string text, int at, string word) => string.CompareOrdinal(text, at, word, 0, word.Length) == 0;

    private static int Skip(string text, int at)
    {
        for (var n = 0; n < 2 && at < text.Length && text[at] is ' ' or '的'; n++)
        {
            at++;
        }

        return at;
    }
}
