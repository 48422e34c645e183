using static MutualAid.Core.Language.Days;

namespace MutualAid.Core.Language;

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
            if (at >= text.Length || names[n][0] != text[at])
            {
                continue;
            }

            foreach (var length in (ReadOnlySpan<int>)[names[n].Length, 4, 3])
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
