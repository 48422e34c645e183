using System.Globalization;

namespace MutualAid.Admin.Exports;

/// <summary>A table to take away: text, numbers and nothing that a spreadsheet would run.</summary>
/// <param name="Rows">Cells are texts, whole numbers or decimals; null: empty.</param>
public sealed record Sheet(string Name, IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    // What a spreadsheet may take for a formula, also in full width (OWASP, CSV injection).
    private const string Starts = "=+-@|%\t\r\n\0＝＋－＠";

    internal static bool IsNumber(object? cell) => cell is int or long or decimal;

    internal static string Text(object? cell) => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "";

    /// <summary>A text as it may stand in a cell: one that begins like a formula gets an apostrophe.</summary>
    internal static string Safe(object? cell)
    {
        var text = Text(cell);
        if (IsNumber(cell) || text.Length == 0)
            return text;
        var first = text.TrimStart(' ', '\u3000', '\u00a0', '\ufeff');
        return
            Starts.Contains(text[0], StringComparison.Ordinal) || (first.Length > 0 && Starts.Contains(first[0], StringComparison.Ordinal))
            ? "'" + text
            : text;
    }
}
