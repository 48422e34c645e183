using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MutualAid.Core.Language;

namespace MutualAid.Core.Imports;

/// <summary>A day as sheets hold it: 2020/2/7, 2020.02.07, 20200207, 2月7日, 7-Feb-20.</summary>
internal static partial class DayCell
{
    private const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";
    private const string Digits = "〇一二三四五六七八九";
    private const int LastSerial = 80_000;
    private const int FirstSerial = 30_000;

    /// <param name="year">Of days that are said without one; null: the last that was.</param>
    /// <param name="isNumber">The cell holds a number: 2.1 may have been 2.10.</param>
    public static Value Read(string text, DateOnly today, int? year = null, bool isNumber = false)
    {
        var folded = Aside().Replace(text.Normalize(NormalizationForm.FormKC).Trim(), "").Trim();
        if (Serial(folded) is { } serial)
            return Within(serial, today);
        if (Whole().Match(folded) is { Success: true } whole)
            return Of(whole.Groups["y"].Value, whole.Groups["m"].Value, whole.Groups["d"].Value, today);
        if (Named().Match(folded) is { Success: true } named)
            return Of(named.Groups["y"].Value, MonthOf(named.Groups["m"].Value), named.Groups["d"].Value, today);
        if (YearLast().Match(folded) is { Success: true } last)
            return YearLastOf(last, today);
        if (Yearless().Match(folded) is { Success: true } yearless)
            return isNumber && IsCut(yearless)
                ? Value.Wrong(FaultKind.WhichDay)
                : Of(Year(year), yearless.Groups["m"].Value, yearless.Groups["d"].Value, today);
        return Said(folded, today, year);
    }

    private static string Year(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static bool IsCut(Match said) =>
        said.Groups["d"].Value is { Length: 1 } digit
        && Figure(said.Groups["m"].Value) is >= 1 and <= 12 and var month
        && Figure(digit) * 10 <= DateTime.DaysInMonth(2020, month);

    private static DateOnly? Serial(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is > FirstSerial and < LastSerial
            ? DateOnly.FromDateTime(DateTime.FromOADate(serial))
            : null;

    private static Value YearLastOf(Match said, DateOnly today)
    {
        var (a, b) = (said.Groups["a"].Value, said.Groups["b"].Value);
        var (first, second) = (Figure(a), Figure(b));
        if (first <= 12 && second <= 12 && first != second)
            return Value.Wrong(FaultKind.WhichDay);
        return first > 12 ? Of(said.Groups["y"].Value, b, a, today) : Of(said.Groups["y"].Value, a, b, today);
    }

    private static Value Of(string year, string month, string day, DateOnly today)
    {
        var (m, d) = (Figure(month), Figure(day));
        if (year.Length > 0)
            return Make(year.Length == 2 ? 2000 + Figure(year) : Figure(year), m, d) is { } date
                ? Within(date, today)
                : Value.Wrong(FaultKind.NoSuchDay);
        // Without a year it is the last one that was.
        for (var guess = today.Year; guess > today.Year - 5; guess--)
        {
            if (Make(guess, m, d) is { } date && date <= today.AddDays(1))
                return new Value(Text(date));
        }

        return Value.Wrong(FaultKind.NoSuchDay);
    }

    // 昨天, 二〇二〇年二月七日: as people say it.
    private static Value Said(string text, DateOnly today, int? known)
    {
        if (text.Length < 2)
            return Value.Wrong(FaultKind.NotDay);
        var end = text.IndexOf('年', StringComparison.Ordinal);
        var spelled = Spelled()
            .Match(
                string.Concat(
                    text.Select(
                        (it, at) =>
                            at < end && Digits.IndexOf(it, StringComparison.Ordinal) is var digit and >= 0 ? (char)('0' + digit) : it
                    )
                )
            );
        if (!spelled.Success)
            return Value.Wrong(FaultKind.NotDay);
        return Of(
            spelled.Groups["y"].Length > 0 ? spelled.Groups["y"].Value : Year(known),
            Number(spelled.Groups["m"].Value),
            Number(spelled.Groups["d"].Value),
            today
        );
    }

    private static string Number(string said) =>
        Quantities.Read(said + "个") is { Value: { } number } ? number.ToString("0", CultureInfo.InvariantCulture) : "0";

    private static Value Within(DateOnly date, DateOnly today) =>
        date > today.AddDays(1) ? Value.Wrong(FaultKind.FutureDay)
        : date.Year < 2000 ? Value.Wrong(FaultKind.NotDay)
        : new Value(Text(date));

    private static DateOnly? Make(int year, int month, int day) =>
        year is >= 1900 and <= 2999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string MonthOf(string name) =>
        ((Months.IndexOf(name[..3].ToLowerInvariant(), StringComparison.Ordinal) / 3) + 1).ToString(CultureInfo.InvariantCulture);

    private static int Figure(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var figure) ? figure : 0;

    private const string Clock = @"(?:[T ]*(?:[上下]午)? *\d{1,2}[:时点]\d{0,2}(?:[:分]\d{0,2}(?:\.\d+)?)?秒? *(?:[AaPp][Mm])?Z?)?";

    // A weekday or a remark behind the day.
    [GeneratedRegex(@" *(?:\([^)]*\)|(?:周|星期|礼拜)[一二三四五六日天])")]
    private static partial Regex Aside();

    [GeneratedRegex(
        @"^(?<y>\d{4}|\d{2}(?=[年.\-/]))(?:年| ?[./\-—] ?)(?<m>\d{1,2})(?:月| ?[./\-—] ?)(?<d>\d{1,2})[日号]?"
            + Clock
            + @"$|^(?<y>(?:19|20)\d{2})(?<m>\d{2})(?<d>\d{2})$"
    )]
    private static partial Regex Whole();

    [GeneratedRegex(
        @"^(?:(?<d>\d{1,2})[ \-/]?(?<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[ \-/,]*(?<y>\d{4}|\d{2})|(?<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? ?(?<d>\d{1,2})(?:st|nd|rd|th)?,? *(?<y>\d{4}))"
            + Clock
            + "$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?<a>\d{1,2})[/.\-](?<b>\d{1,2})[/.\-](?<y>\d{4})" + Clock + "$")]
    private static partial Regex YearLast();

    [GeneratedRegex(@"^(?<m>\d{1,2})(?:月|[./\-])(?<d>\d{1,2})[日号]?" + Clock + "$")]
    private static partial Regex Yearless();

    [GeneratedRegex(@"^(?:(?<y>\d{4})年)?(?<m>[一二三四五六七八九十]{1,2})月(?<d>[一二三四五六七八九十]{1,3})[日号]$")]
    private static partial Regex Spelled();
}
