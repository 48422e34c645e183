using System.Globalization;

namespace MutualAid.Core.Imports;

/// <summary>A number of a spreadsheet as people see it: a date, or all the digits that were typed.</summary>
internal static class SheetNumber
{
    // A spreadsheet keeps fifteen digits.
    private const double Lossless = 1e15;
    private const int Days1904 = 1462;
    private const double LastDay = 2_958_466;

    public static Cell? Make(int column, string value, NumberLook look, bool since1904)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return CellText.Make(column, value);
        if (look.IsDate && number >= 0 && number < LastDay - (since1904 ? Days1904 : 0))
            return new Cell(column, Date(since1904 ? number + Days1904 : number), CellKind.Date);
        if (Math.Abs(number) >= Lossless)
            return new Cell(column, Start(number), CellKind.DigitsLost);
        var digits = ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture);
        return IsRounded(value, digits)
            ? new Cell(column, value, CellKind.DigitsLost)
            : CellText.Number(column, digits.PadLeft(look.Digits, '0'));
    }

    /// <summary>A day that the sheet counts from 1900, its time from midnight.</summary>
    public static string Date(double serial)
    {
        // Serial 60 is a 29 February 1900 that never was: before it the count is one behind.
        var whole = DateTime.FromOADate(Math.Max(0, serial < 60 ? serial + 1 : serial));
        var minute = new DateTime((whole.Ticks + (TimeSpan.TicksPerMinute / 2)) / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute);
        return serial < 1 ? minute.ToString("HH:mm", CultureInfo.InvariantCulture)
            : minute.TimeOfDay == TimeSpan.Zero ? minute.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : minute.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }

    // 1.38E+10 was a telephone number once; of a number that only looks so in its cell the file holds every digit.
    private static bool IsRounded(string value, string digits) =>
        value.Contains('E', StringComparison.OrdinalIgnoreCase)
        && digits.Length >= 10
        && digits.EndsWith("0000000", StringComparison.Ordinal)
        && !digits.Contains('.', StringComparison.Ordinal);

    private static string Start(double number) => Math.Abs(number).ToString("0", CultureInfo.InvariantCulture)[..3] + "***";
}
