using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace MutualAid.Core.Imports;

/// <summary>The cells of one sheet, row by row.</summary>
internal sealed partial class SheetReader(Workbook book, string name, string part)
{
    private readonly SortedDictionary<int, List<Cell>> rows = [];
    private readonly List<Merge> merges = [];
    private int row;
    private int column;

    public Grid Run()
    {
        using var xml = book.Open(part);
        while (xml?.Next() == true)
        {
            if (xml.IsStart("row"))
                (row, column) = (xml.Figure("r") ?? row + 1, -1);
            else if (xml.IsStart("c"))
                Cell(xml);
            else if (xml.IsStart("mergeCell"))
                Merge(xml.GetAttribute("ref") ?? "");
        }

        FillDown();
        return new Grid(name, [.. rows.Select(it => new GridRow(it.Key, [.. it.Value.OrderBy(cell => cell.Column)]))])
        {
            Wide = [.. merges.Where(it => it.Right > it.Left)],
        };
    }

    private void Cell(XmlReader xml)
    {
        (column, row) = Place(xml.GetAttribute("r")) ?? (column + 1, Math.Max(row, 1));
        var (kind, style) = (xml.GetAttribute("t"), xml.Figure("s"));
        if (xml.IsEmptyElement)
            return;
        var (value, isFormula) = ((string?)null, false);
        while (xml.Next() && !xml.IsEnd("c"))
        {
            if (xml.IsStart("v"))
                value = Value(xml);
            else if (xml.IsStart("is"))
                value = book.Text(xml, "is");
            else if (xml.IsStart("f"))
                isFormula = true;
        }

        if (Make(kind, value, style, isFormula) is { } made)
            Keep(made);
    }

    private string Value(XmlReader xml)
    {
        var text = new StringBuilder();
        while (!xml.IsEmptyElement && xml.Next() && !xml.IsEnd("v"))
            text.Append(xml.Value);
        return book.Count(text.ToString());
    }

    private Cell? Make(string? kind, string? value, int? style, bool isFormula) =>
        value is null or ""
            ? isFormula && kind != "str"
                ? new Cell(column, "", CellKind.NoResult)
                : null
            : kind switch
            {
                "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && book.Shared(at) is { } text
                    ? CellText.Make(column, Unescaped(text))
                    : new Cell(column, value, CellKind.Error),
                "inlineStr" or "str" => CellText.Make(column, Unescaped(value)),
                "e" => new Cell(column, CellText.Clean(value), CellKind.Error),
                "b" => new Cell(column, value == "1" ? "TRUE" : "FALSE"),
                "d" => new Cell(column, value.Replace('T', ' '), CellKind.Date),
                _ => SheetNumber.Make(column, value, book.LookOf(style), book.Since1904),
            };

    private void Keep(Cell cell)
    {
        if (column >= Ceilings.Columns)
            throw new UnreadableSheetException(SheetRefusal.TooManyColumns);
        if (!rows.TryGetValue(row, out var cells))
        {
            if (rows.Count >= Ceilings.Rows)
                throw new UnreadableSheetException(SheetRefusal.TooManyRows);
            rows[row] = cells = [];
        }

        if (!cells.Exists(it => it.Column == column))
            cells.Add(cell);
    }

    private void Merge(string area)
    {
        if (merges.Count >= Ceilings.Merges)
            throw new UnreadableSheetException(SheetRefusal.TooLarge);
        var ends = area.Split(':');
        if (ends.Length == 2 && Place(ends[0]) is { } from && Place(ends[1]) is { } to && to.Row >= from.Row && to.Column >= from.Column)
            merges.Add(new Merge(from.Row, to.Row, from.Column, to.Column));
    }

    // What was merged was said once for all of its rows; rows that hold nothing else stay empty.
    private void FillDown()
    {
        var (last, left) = (rows.Keys.LastOrDefault(), Ceilings.Filled);
        foreach (var merge in merges.Where(it => it.To > it.From))
        {
            if (!rows.TryGetValue(merge.From, out var first) || first.Find(it => it.Column == merge.Left) is not { } said)
                continue;
            for (var at = merge.From + 1; at <= Math.Min(merge.To, last); at++)
            {
                if (--left < 0)
                    throw new UnreadableSheetException(SheetRefusal.TooLarge);
                if (rows.TryGetValue(at, out var cells) && !cells.Exists(it => it.Column == merge.Left))
                    cells.Add(said with { IsFilled = true });
            }
        }
    }

    /// <summary>B7 as column and row; null: not said, or beyond what any spreadsheet has.</summary>
    private static (int Column, int Row)? Place(string? reference)
    {
        var (column, at) = (0, 0);
        for (; reference is not null && at < reference.Length && char.IsAsciiLetter(reference[at]) && at < 4; at++)
            column = (column * 26) + (char.ToUpperInvariant(reference[at]) - 'A' + 1);
        return column > 0 && int.TryParse(reference.AsSpan(at), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row > 0
            ? (column - 1, row)
            : null;
    }

    // _x000D_ is how signs are written that XML does not hold (ECMA-376 part 1, 22.9.2.19).
    private static string Unescaped(string text) =>
        text.Contains("_x", StringComparison.Ordinal)
            ? Escape().Replace(text, it => ((char)Convert.ToUInt16(it.Groups["sign"].Value, 16)).ToString())
            : text;

    [GeneratedRegex("_x(?<sign>[0-9A-Fa-f]{4})_", RegexOptions.ExplicitCapture)]
    private static partial Regex Escape();
}
