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

/// <summary>English days: Friday, next Wednesday, Feb 20, 20 February.</summary>
internal static class EnglishDays
{
    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    private static readonly string[] Months =
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];

    public static Day? Read(string text, int at, DateOnly today)
    {
        if (at >= text.Length || !char.IsAsciiLetterOrDigit(text[at]) || (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1])))
        {
            return null;
        }

        var (shift, i) =
            Has(text, at, "next ") ? (1, at + 5)
            : Has(text, at, "this ") ? (0, at + 5)
            : (0, at);
        if (Name(text, i, Weekdays) is { } weekday)
        {
            var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
            return new Day(weekday.End, monday.AddDays((7 * shift) + weekday.Index)) { Weekday = true };
        }

        if (Has(text, at, "end of the month") || Has(text, at, "the end of the month") || Has(text, at, "month end"))
        {
            var first = new DateOnly(today.Year, today.Month, 1);
            return new Day(text.IndexOf("month", at, StringComparison.Ordinal) + (text[at] == 'm' ? 9 : 5), first.AddMonths(1).AddDays(-1));
        }

        return MonthFirst(text, at, today) ?? DayFirst(text, at, today);
    }

    private static Day? MonthFirst(string text, int at, DateOnly today)
    {
        if (Name(text, at, Months) is not { } month || month.End >= text.Length || text[month.End] is not (' ' or '.'))
        {
            return null;
        }

        var n = Number(text, month.End + (text[month.End] == '.' ? 2 : 1));
        return n is { } d ? Calendar.Next(d.End, month.Index + 1, d.Value, today) : null;
    }

    private static Day? DayFirst(string text, int at, DateOnly today)
    {
        if (Number(text, at) is not { } day || day.End >= text.Length || text[day.End] != ' ')
        {
            return null;
        }

        var i = Has(text, day.End + 1, "of ") ? day.End + 4 : day.End + 1;
        return Name(text, i, Months) is { } month ? Calendar.Next(month.End, month.Index + 1, day.Value, today) : null;
    }

    private static (int Value, int End)? Number(string text, int at)
    {
        var (value, i) = (0, at);
        while (i < text.Length && i - at < 2 && char.IsAsciiDigit(text[i]))
        {
            value = (value * 10) + text[i++] - '0';
        }

        if (i == at || value is < 1 or > 31)
        {
            return null;
        }

        i += Has(text, i, "th") || Has(text, i, "st") || Has(text, i, "nd") || Has(text, i, "rd") ? 2 : 0;
        return i < text.Length && char.IsAsciiLetterOrDigit(text[i]) ? null : (value, i);
    }

    private static (int Index, int End)? Name(string text, int at, string[] names)
    {
        for (var n = 0; n < names.Length; n++)
        {
            foreach (var length in (int[])[names[n].Length, 4, 3])
            {
                var end = at + length;
                var fits = length <= names[n].Length && string.CompareOrdinal(text, at, names[n], 0, length) == 0;
                if (fits && at + length <= text.Length && (end >= text.Length || !char.IsAsciiLetter(text[end])))
                {
                    return (n, end);
                }
            }
        }

        return null;
    }
}
