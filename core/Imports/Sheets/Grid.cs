using System.Globalization;

namespace MutualAid.Core.Imports;

/// <summary>What stood in a cell.</summary>
public enum CellKind
{
    Text,
    Number,

    /// <summary>A date or a time that the sheet knows as one: <c>2020-02-07</c>, <c>2020-02-07 15:00</c>.</summary>
    Date,

    /// <summary>#N/A, #REF! …</summary>
    Error,

    /// <summary>A formula whose result is not in the file.</summary>
    NoResult,

    /// <summary>More digits than a spreadsheet keeps: what is left is not what was typed.</summary>
    DigitsLost,

    /// <summary>The number of an identity or bank card: it is not taken in.</summary>
    Withheld,
}

/// <param name="Column">From 0.</param>
/// <param name="IsFilled">It stands there only because the cell above it is merged with it.</param>
public sealed record Cell(int Column, string Text, CellKind Kind = CellKind.Text, bool IsFilled = false)
{
    /// <summary>As spreadsheets call it: B7.</summary>
    public static string Name(int column, int row) => Letters(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>B7 as column and row; null: no such name.</summary>
    public static (int Column, int Row)? At(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var letters = name.TakeWhile(char.IsAsciiLetterUpper).Count();
        if (letters is 0 or > 3 || !int.TryParse(name.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row))
            return null;
        return (name[..letters].Aggregate(0, (column, letter) => (column * 26) + letter - 'A' + 1) - 1, row);
    }

    /// <summary>A, B … Z, AA.</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (var at = column + 1; at > 0; at = (at - 1) / 26)
            letters = (char)('A' + ((at - 1) % 26)) + letters;
        return letters;
    }
}

/// <summary>A row with something in it.</summary>
/// <param name="Number">As the spreadsheet counts it, from 1.</param>
public sealed record GridRow(int Number, IReadOnlyList<Cell> Cells)
{
    /// <summary>It was taken in, and stands here only for rows that lean on it.</summary>
    public bool IsAside { get; init; }

    public Cell? At(int column)
    {
        foreach (var cell in Cells)
        {
            if (cell.Column == column)
                return cell;
        }

        return null;
    }
}

/// <param name="From">First row and column of the cells that are one; the column from 0, the row from 1.</param>
public sealed record Merge(int From, int To, int Left, int Right);

/// <summary>One sheet as it was read.</summary>
public sealed record Grid(string Name, IReadOnlyList<GridRow> Rows)
{
    /// <summary>Cells that are one across several columns, for heads.</summary>
    public IReadOnlyList<Merge> Wide { get; init; } = [];
}

/// <summary>Why a file cannot be read; the names are phrase keys.</summary>
public enum SheetRefusal
{
    None,
    Empty,

    /// <summary>More bytes, inflated or not, than is read.</summary>
    TooLarge,

    /// <summary>.xls, .et, .ods, .xlsb: to be saved as .xlsx first.</summary>
    OtherFormat,

    /// <summary>It opens only with a password.</summary>
    Protected,

    /// <summary>A picture, a document, a program.</summary>
    NoSheet,

    /// <summary>Cut off, or not what its name says.</summary>
    Broken,
    TooManyRows,
    TooManyColumns,
}

/// <summary>Thrown while reading and caught where reading began.</summary>
internal sealed class UnreadableSheetException(SheetRefusal refusal) : Exception(refusal.ToString())
{
    public SheetRefusal Refusal { get; } = refusal;
}

/// <param name="Grids">The sheets that are not hidden and not empty.</param>
public sealed record SheetReading(SheetRefusal Refusal, IReadOnlyList<Grid> Grids)
{
    internal static SheetReading Refused(SheetRefusal why) => new(why, []);
}
