namespace MutualAid.Core.Language;

/// <summary>Numbers that mean several: 十几, 几十, 两三, 三四十, 20-30. They are asked, never guessed.</summary>
internal static class Ranges
{
    private const int Longest = 14;

    public static Numeral? Read(string text, int at) => Several(text, at) ?? Teens(text, at) ?? Neighbours(text, at) ?? Span(text, at);

    // 几个, 几十, 数百
    private static Numeral? Several(string text, int at)
    {
        if (text[at] is not ('几' or '数'))
        {
            return null;
        }

        var (end, scale) = Scale(text, at + 1);
        if (text[at] == '数' && scale == 1)
        {
            return null;
        }

        return scale == 1 ? Vague(at, end, 3, 5, 10) : Vague(at, end, 2 * scale, 3 * scale, 5 * scale);
    }

    // 十几, 二十几, 一百几十
    private static Numeral? Teens(string text, int at)
    {
        var i = at;
        while (i < text.Length && i - at < 8 && (Numerals.Digit(text[i]) > 0 || Numerals.Multiplier(text[i]) is > 0 and < 10_000))
        {
            i++;
        }

        if (i == at || i >= text.Length || text[i] != '几' || Numerals.Multiplier(text[i - 1]) == 0)
        {
            return null;
        }

        var scale = Numerals.Multiplier(text[i - 1]);
        var head = Plain(text, at, i);
        var end = Scale(text, i + 1).End;
        return head is { } low ? Vague(at, end, low, low + (scale / 2), low + scale) : null;
    }

    // 两三, 三四十, 二十七八, 一两百, 三五
    private static Numeral? Neighbours(string text, int at)
    {
        var i = at;
        while (i - at < 8 && (IsHead(text, i) || (i < text.Length && Numerals.Multiplier(text[i]) is > 0 and < 10_000)))
        {
            i++;
        }

        if (i + 1 >= text.Length || !Pair(text, i) || (i + 2 < text.Length && IsChineseDigit(text[i + 2])))
        {
            return null;
        }

        var head = i > at ? Plain(text, at, i) : 0m;
        if (head is not { } low || (i > at && Numerals.Multiplier(text[i - 1]) == 0))
        {
            return null;
        }

        var (end, scale) = Scale(text, i + 2);
        var (a, b) = (low + (Numerals.Digit(text[i]) * scale), low + (Numerals.Digit(text[i + 1]) * scale));
        return scale >= 10 ? Vague(at, end, a, (a + b) / 2, b) : Vague(at, end, a, b);
    }

    // 20-30个, 20到30个
    private static Numeral? Span(string text, int at)
    {
        // 010-… is a telephone.
        if (!char.IsAsciiDigit(text[at]) || text[at] == '0')
        {
            return null;
        }

        var i = Run(text, at);
        var joint = i < text.Length && text[i] is '-' or '~' or '–' or '—' or '至' or '到';
        var end = joint ? Run(text, i + 1) : i;
        if (
            !joint
            || end == i + 1
            || end - at > Longest
            || (end < text.Length && text[end] is '-' or ':' or '月' or '日' or '点' or '/' or '楼')
        )
        {
            return null;
        }

        var (a, b) = (decimal.Parse(text.AsSpan(at, i - at)), decimal.Parse(text.AsSpan(i + 1, end - i - 1)));
        if (a >= b || a == 0)
        {
            return null;
        }

        return b - a > 1 ? Vague(at, end, a, decimal.Floor((a + b) / 2), b) : Vague(at, end, a, b);
    }

    // One digit more than a span may have tells that it is none.
    private static int Run(string text, int at)
    {
        var i = at;
        while (i < text.Length && i - at <= Longest && char.IsAsciiDigit(text[i]))
        {
            Effort.Spend();
            i++;
        }

        return i;
    }

    private static bool IsChineseDigit(char c) => Numerals.Digit(c) >= 0;

    private static bool IsHead(string text, int i) =>
        i + 1 < text.Length && Numerals.Digit(text[i]) > 0 && Numerals.Multiplier(text[i + 1]) is > 0 and < 10_000;

    private static bool Pair(string text, int i)
    {
        var (a, b) = (text[i], text[i + 1]);
        var (x, y) = (Numerals.Digit(a), Numerals.Digit(b));
        var distinct = x > 0 && y > 0 && b != '两';

        // 一两茶叶 is one 两; 一两个 is one or two.
        var oneOrTwo = a == '一' && b == '两' && i + 2 < text.Length && (Units.At(text, i + 2) > 0 || Numerals.IsMultiplier(text[i + 2]));
        return (distinct && y == x + 1) || (a == '三' && b == '五') || oneOrTwo;
    }

    private static (int End, decimal Scale) Scale(string text, int i)
    {
        var scale = 1m;
        while (i < text.Length && Numerals.Multiplier(text[i]) is > 0 and var m && scale < 1_000_000_000m)
        {
            scale *= m;
            i++;
        }

        return (i, scale);
    }

    private static decimal? Plain(string text, int at, int end)
    {
        var (value, number) = (0m, 0m);
        for (var i = at; i < end; i++)
        {
            var m = Numerals.Multiplier(text[i]);
            value += m > 0 ? (number == 0 ? 1 : number) * m : 0;
            number = m > 0 ? 0 : Numerals.Digit(text[i]);
        }

        return number == 0 ? value : null;
    }

    private static Numeral Vague(int at, int end, params decimal[] choices) =>
        new(0, at, end, NumeralKind.Vague, false) { Choices = choices };
}
