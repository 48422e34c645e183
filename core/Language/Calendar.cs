using static MutualAid.Core.Language.Days;

namespace MutualAid.Core.Language;

/// <summary>Calendar days: 2020年3月5日, 3月5号, 3.5, 3/5, 15号, 2020-03-05.</summary>
internal static class Calendar
{
    public static Day? Read(string text, int at, DateOnly today)
    {
        if (
            at >= text.Length
            || (
                at > 0
                && char.IsAsciiDigit(text[at])
                && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '/' or '-' or '#')
            )
        )
        {
            return null;
        }

        return Iso(text, at)
            ?? WithYear(text, at, today)
            ?? MonthAndDay(text, at, today)
            ?? Dotted(text, at, today)
            ?? DayOnly(text, at, today);
    }

    /// <summary>A day of the month with 日 or 号.</summary>
    public static (int Day, int End)? DayNumber(string text, int at)
    {
        if (
            at >= text.Length
            || Numerals.Read(text, at) is not { Kind: NumeralKind.Exact, Value: >= 1 and <= 99 } n
            || n.End >= text.Length
            || n.Value != decimal.Truncate(n.Value)
        )
        {
            return null;
        }

        return text[n.End] is '日' or '号' ? ((int)n.Value, n.End + 1) : null;
    }

    public static Day Make(int end, int year, int month, int day)
    {
        var most = DateTime.DaysInMonth(year, month);
        return new Day(end, new DateOnly(year, month, Math.Clamp(day, 1, most))) { Impossible = day < 1 || day > most };
    }

    /// <summary>The next such day: today or later.</summary>
    public static Day Next(int end, int month, int day, DateOnly today)
    {
        var made = Make(end, today.Year, month, day);
        return made.Date >= today || made.Impossible ? made : Make(end, today.Year + 1, month, day);
    }

    private static Day? Iso(string text, int at)
    {
        var ok = at + 9 < text.Length && text[at + 4] is '-' or '/' or '.' && text[at + 7] == text[at + 4];
        if (
            !ok
            || !int.TryParse(text.AsSpan(at, 4), out var y)
            || !int.TryParse(text.AsSpan(at + 5, 2), out var m)
            || !int.TryParse(text.AsSpan(at + 8, 2), out var d)
        )
        {
            return null;
        }

        return y is > 1900 and < 2200 && m is >= 1 and <= 12 && d is >= 1 and <= 31 ? Make(at + 10, y, m, d) : null;
    }

    private static Day? WithYear(string text, int at, DateOnly today)
    {
        var year =
            Has(text, at, "今年") ? (today.Year, at + 2)
            : Has(text, at, "明年") ? (today.Year + 1, at + 2)
            : Numerals.Read(text, at) is { Kind: NumeralKind.Exact, Value: >= 1900 and < 2200 } y && Has(text, y.End, "年")
                ? ((int)y.Value, y.End + 1)
            : (0, 0);
        return year.Item1 > 0 && Parts(text, year.Item2) is { } p ? Make(p.End, year.Item1, p.Month, p.Day) : null;
    }

    private static Day? MonthAndDay(string text, int at, DateOnly today) =>
        Parts(text, at) is { } p ? Next(p.End, p.Month, p.Day, today) : null;

    private static (int Month, int Day, int End)? Parts(string text, int at)
    {
        if (
            at >= text.Length
            || Numerals.Read(text, at) is not { Kind: NumeralKind.Exact, Value: >= 1 and <= 12 } m
            || m.Value != decimal.Truncate(m.Value)
            || !Has(text, m.End, "月")
        )
        {
            return null;
        }

        var dayAt = m.End + 1;
        if (DayNumber(text, dayAt) is { } day)
        {
            return ((int)m.Value, day.Day, day.End);
        }

        // 3月5 晚上: 号 left out.
        var bare = dayAt < text.Length ? Numerals.Read(text, dayAt) : null;
        return
            bare is { Kind: NumeralKind.Exact, Value: >= 1 and <= 31 } d
            && d.Value == decimal.Truncate(d.Value)
            && Units.At(text, d.End) == 0
            && !Units.IsForeign(text, d.End)
            ? ((int)m.Value, (int)d.Value, d.End)
            : null;
    }

    private static Day? Dotted(string text, int at, DateOnly today)
    {
        var (month, i) = Run(text, at);
        if (i == at || i >= text.Length || text[i] is not ('.' or '/' or '-'))
        {
            return null;
        }

        var (day, end) = Run(text, i + 1);
        var next = end < text.Length ? text[end] : ' ';
        var number =
            end == i + 1
            || month is < 1 or > 12
            || day is < 1 or > 31
            || next is '.' or '/' or '-' or '%' or '折'
            || char.IsAsciiLetterOrDigit(next);
        if (number)
        {
            return null;
        }

        end += next is '日' or '号' ? 1 : 0;
        return Next(end, month, day, today) with { Weak = next is not ('日' or '号') };
    }

    private static (int Value, int End) Run(string text, int at)
    {
        var (value, i) = (0, at);
        while (i < text.Length && i - at < 2 && char.IsAsciiDigit(text[i]))
        {
            value = (value * 10) + text[i++] - '0';
        }

        return (value, i);
    }

    private static Day? DayOnly(string text, int at, DateOnly today)
    {
        if (DayNumber(text, at) is not { Day: <= 31 } n || (at > 0 && text[at - 1] is '第' or '#' or '月'))
        {
            return null;
        }

        var first = new DateOnly(today.Year, today.Month, 1);
        var month = n.Day >= today.Day ? first : first.AddMonths(1);
        return Make(n.End, month.Year, month.Month, n.Day) with { Weak = true };
    }
}
