using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MutualAid.Core.Imports;

/// <summary>A text of a cell as it is taken in: without signs that nobody sees, and without numbers of cards.</summary>
internal static partial class CellText
{
    // What a spreadsheet may take for a formula gets an apostrophe on the way out; on the way in it goes.
    private const string Marked = "=+-@|%＝＋－＠";

    /// <summary>Null: nothing that could be seen.</summary>
    public static Cell? Make(int column, string text)
    {
        var clean = Clean(text);
        if (clean.Length == 0)
            return null;
        if (Scientific().IsMatch(clean))
            return new Cell(column, clean, CellKind.DigitsLost);
        return Errors().IsMatch(clean) ? new Cell(column, clean, CellKind.Error) : Withhold(column, clean);
    }

    /// <summary>A number of a spreadsheet, with all its digits.</summary>
    public static Cell Number(int column, string digits) => new(column, digits, CellKind.Number);

    public static string Clean(string text)
    {
        var seen = new StringBuilder(Math.Min(text.Length, Ceilings.CellCharacters));
        foreach (var letter in text)
        {
            if (letter is '\r')
                continue;
            if (letter is '\u00a0' or '\u3000' or '\t' or '\u2002' or '\u2003' or '\u2009' or '\u202f')
                seen.Append(' ');
            else if (letter == '\n' || !(char.IsControl(letter) || IsUnseen(letter)))
                seen.Append(letter);
        }

        return Unmark(seen.ToString().Trim());
    }

    private static bool IsUnseen(char letter) =>
        letter is '\ufeff' or '\ufffe' or '\uffff' || char.GetUnicodeCategory(letter) is UnicodeCategory.Format;

    private static string Unmark(string text)
    {
        if (text.Length > 3 && text.StartsWith("=\"", StringComparison.Ordinal) && text[^1] == '"')
            return text[2..^1].Trim();
        return text.Length > 1 && text[0] == '\'' && (char.IsAsciiDigit(text[1]) || Marked.Contains(text[1], StringComparison.Ordinal))
            ? text[1..].Trim()
            : text;
    }

    private static Cell Withhold(int column, string text)
    {
        var digits = Spaces().Replace(text.Normalize(NormalizationForm.FormKC), "");
        if (!Card().IsMatch(digits))
            return new Cell(column, Inside().Replace(text, "***"));
        // A spreadsheet keeps 15 digits: the rest became zeros before it became a text.
        return digits.EndsWith("000", StringComparison.Ordinal)
            ? new Cell(column, digits[..3] + "***", CellKind.DigitsLost)
            : new Cell(column, digits[..3] + "***", CellKind.Withheld);
    }

    [GeneratedRegex(@"^\d(?:\.\d+)?[eE]\+?(?:09|[1-9]\d)$")]
    private static partial Regex Scientific();

    [GeneratedRegex(@"^#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)$")]
    private static partial Regex Errors();

    [GeneratedRegex(@"[\s\-]")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(?:\d{17}[\dXx]|\d{16,19})$")]
    private static partial Regex Card();

    [GeneratedRegex(@"(?<!\d)\d{17}[\dXx](?![\dXx])")]
    private static partial Regex Inside();
}
