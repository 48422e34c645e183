namespace MutualAid.Core.Language.Lists;

/// <summary>Reads one line of a list of goods from its cells.</summary>
internal static class GoodsRow
{
    public static PastedRow ByColumn(ListLine line, List<string> cells, List<Column> columns, string? unit)
    {
        var said = new Dictionary<Column, List<string>>();
        for (var n = 0; n < Math.Min(cells.Count, columns.Count); n++)
        {
            Put(said, columns[n], cells[n]);
        }

        var row = Make(line, said, unit);
        var shifted = cells.Count > columns.Count && cells.Skip(columns.Count).Any(cell => cell.Length > 0);
        return shifted || cells.Count < columns.Count && row.Items is [{ Quantity: null }]
            ? row with
            {
                Doubts = [RowDoubt.Unreadable],
            }
            : row;
    }

    public static PastedRow ByLabel(ListLine line)
    {
        var said = new Dictionary<Column, List<string>>();
        var (column, from) = (Column.None, 0);
        for (var i = 0; i < line.Folded.Length; i++)
        {
            if (
                (i == 0 || !Texts.IsWord(line.Folded[i - 1]))
                && GoodsColumns.Label(line.Folded, i, out var end) is not Column.None and var next
            )
            {
                Put(said, column, line.Typed[from..i]);
                (column, from, i) = (next, end, end - 1);
            }
        }

        Put(said, column, line.Typed[from..]);
        return Make(line, said, null);
    }

    /// <summary>Cells that tell by themselves what they are; null when no thing or no amount is among them.</summary>
    public static PastedRow? ByKind(ListLine line, List<string> cells)
    {
        var said = new Dictionary<Column, List<string>>();
        foreach (var cell in cells.Where(cell => cell.Length > 0))
        {
            Put(said, Kind(cell, said), cell);
        }

        var enough = said.ContainsKey(Column.Item) && (said.ContainsKey(Column.Quantity) || said.ContainsKey(Column.Unit));
        return enough && !said.ContainsKey(Column.None) ? Make(line, said, null) : null;
    }

    private static Column Kind(string cell, Dictionary<Column, List<string>> said)
    {
        var folded = Folding.Align(cell).Trim();
        var amount = Quantities.Read(cell).Outcome != QuantityOutcome.NotMine;
        return amount ? (said.ContainsKey(Column.Quantity) ? Column.None : Column.Quantity)
            : Units.IsUnit(folded) && !said.ContainsKey(Column.Unit) ? Column.Unit
            : Places.IsName(folded, null) ? Column.Community
            : !said.ContainsKey(Column.Item) && Goods.Ends(folded) ? Column.Item
            : said.ContainsKey(Column.Quantity) ? Column.Note
            : Column.None;
    }

    private static void Put(Dictionary<Column, List<string>> said, Column column, string cell)
    {
        var text = cell.Trim(' ', '\u3000', '\t', ',', '，', ';', '；');
        if (text.Length == 0)
        {
            return;
        }

        if (!said.TryGetValue(column, out var texts))
        {
            said[column] = texts = [];
        }

        texts.Add(text);
    }

    private static PastedRow Make(ListLine line, Dictionary<Column, List<string>> said, string? unit)
    {
        var name = One(said, Column.Item) ?? "";
        var row = new PastedRow(line.Trimmed)
        {
            Number = One(said, Column.Number),
            Name = One(said, Column.Name) ?? "",
            Community = One(said, Column.Community),
            Note = string.Join(' ', said.GetValueOrDefault(Column.Note, [])),
        };
        if (name.Length == 0)
        {
            return row with { Doubts = [RowDoubt.Unreadable] };
        }

        var item = Counted(name, One(said, Column.Quantity), One(said, Column.Unit) ?? unit, out var doubt);
        return row with { Items = [item], Doubts = doubt is { } kind ? [kind] : [] };
    }

    private static Item Counted(string name, string? quantity, string? unit, out RowDoubt? doubt)
    {
        var reading = quantity is null ? null : Quantities.Read(quantity);
        var other = reading?.Unit is { } said && unit is not null && !Folding.SameName(said, unit);
        doubt =
            reading is null ? RowDoubt.NoQuantity
            : reading.Outcome != QuantityOutcome.Value || other ? RowDoubt.VagueQuantity
            : null;
        return doubt is null ? new Item(name, reading!.Value, reading.Unit ?? unit) { Hedge = reading.Hedge } : new Item(name);
    }

    private static string? One(Dictionary<Column, List<string>> said, Column column) =>
        said.TryGetValue(column, out var texts) ? string.Join(' ', texts) : null;
}
