namespace MutualAid.Core.Language.Lists;

/// <summary>Finds the line that names the columns of a table, and reads the table by it.</summary>
internal static class TableHead
{
    private const int Deepest = 6;

    public static PastedList? Read(List<ListLine> lines)
    {
        for (var at = 0; at < Math.Min(lines.Count - 1, Deepest); at++)
        {
            foreach (var divider in Divider.All)
            {
                if (Heads(lines, at, divider) is { } heads)
                {
                    return TableLines.List(lines, at + 1, lines[at], line => GoodsRow.ByColumn(line, Fitted(line, divider, heads), heads));
                }
            }
        }

        return null;
    }

    private static List<Head>? Heads(List<ListLine> lines, int at, Divider divider)
    {
        var heads = divider.Cells(lines[at]).ConvertAll(GoodsColumns.Of);
        if (heads.Count < 2 || !heads.Exists(head => head.Column != Column.None) || heads.Exists(head => CellAmount.Is(head.Title)))
        {
            return null;
        }

        var body = lines
            .Skip(at + 1)
            .Where(line => !TableLines.IsFoot(line) && !TableLines.IsHeading(line))
            .Select(line => Fitted(line, divider, heads))
            .ToList();
        heads =
        [
            .. heads.Select(
                (head, n) => Resolved(head, [.. body.Select(cells => cells.ElementAtOrDefault(n) ?? "").Where(cell => cell.Length > 0)])
            ),
        ];
        return IsTable(heads) && body.Count > 0 && (divider.IsSure || body.Count(cells => cells.Count == heads.Count) * 2 > body.Count)
            ? [.. heads.Select(head => head.Column == Column.None ? head with { Column = Column.Note } : head)]
            : null;
    }

    private static bool IsTable(List<Head> heads)
    {
        bool Has(Column column) => heads.Exists(head => head.Column == column);
        var others = heads.Count(head => head.Column is not (Column.None or Column.Thing));
        return (Has(Column.Item) && Has(Column.Quantity) && others * 2 > heads.Count)
            || (!Has(Column.Item) && Has(Column.Thing) && others > 0)
            || (Has(Column.Item) && others > 1 && others == heads.Count);
    }

    // What a column holds tells what its head means: 单位 may be the unit or the school, 需求 the thing or how many.
    private static Head Resolved(Head head, List<string> cells) =>
        head.Column switch
        {
            Column.Unit when !Most(cells, cell => Units.IsUnit(Folding.Align(cell))) && cells.Count > 0 => head with
            {
                Column = Column.Name,
            },
            Column.Quantity when !Most(cells, IsAmount) && Most(cells, cell => !cell.Any(char.IsDigit)) => head with
            {
                Column = Column.Item,
            },
            Column.None when cells.Count > 0 && Most(cells, IsAmount) && (head.Unit is not null || !head.Title.Any(char.IsDigit)) =>
                head with
                {
                    Column = Column.Thing,
                },
            _ => head,
        };

    private static bool IsAmount(string cell) => CellAmount.Is(cell) || CellAmount.IsNothing(cell);

    private static bool Most(List<string> cells, Predicate<string> which) => cells.Count(cell => which(cell)) * 2 > cells.Count;

    // A line of fewer cells may have been divided more loosely than its head.
    private static List<string> Fitted(ListLine line, Divider divider, List<Head> heads)
    {
        var cells = divider.Cells(line);
        var loose = cells.Count < heads.Count ? Divider.Space.Cells(line) : cells;
        return divider.IsSure && loose.Count == heads.Count && !cells.Exists(cell => cell.Length == 0) ? loose : cells;
    }
}
