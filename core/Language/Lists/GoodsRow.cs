namespace MutualAid.Core.Language.Lists;

/// <summary>Reads one line of a list of goods from its cells.</summary>
internal static class GoodsRow
{
    private static readonly char[] Joints = ['、', '/', '／', '+', '和', '，', ','];

    public static PastedRow ByColumn(ListLine line, List<string> cells, List<Head> heads)
    {
        var said = new RowCells();
        for (var n = 0; n < Math.Min(cells.Count, heads.Count); n++)
        {
            said.Put(heads[n], cells[n]);
        }

        var row = said.Row(line.Trimmed, Items(said, heads, out var doubt), doubt);
        var shifted = cells.Count > heads.Count && cells.Skip(heads.Count).Any(cell => cell.Length > 0);
        return shifted || (cells.Count < heads.Count && row.Items is [{ Quantity: null }])
            ? row with
            {
                Doubts = [RowDoubt.Unreadable],
            }
            : row;
    }

    public static PastedRow ByLabel(ListLine line)
    {
        var said = new RowCells();
        var (column, from) = (Column.None, 0);
        for (var i = 0; i < line.Folded.Length; i++)
        {
            if (
                (i == 0 || !Texts.IsWord(line.Folded[i - 1]))
                && GoodsColumns.Label(line.Folded, i, out var end) is not Column.None and var next
            )
            {
                said.Put(new Head(column, "", null), line.Typed[from..i]);
                (column, from, i) = (next, end, end - 1);
            }
        }

        said.Put(new Head(column, "", null), line.Typed[from..]);
        // 单位：麻园卫生室
        if (said.One(Column.Unit) is { } owner && !Units.IsUnit(Folding.Align(owner).Trim()))
        {
            said.Move(Column.Unit, said.Has(Column.Community) ? Column.Note : Column.Community);
        }

        // 需要：轮椅1台
        if (!said.Has(Column.Item))
        {
            said.Move(Column.Quantity, Column.Item);
        }

        var items = said.Has(Column.Quantity) ? Listed(said, null, out var doubt) : Inline(said, out doubt);
        return said.Row(line.Trimmed, items, doubt);
    }

    /// <summary>Cells that tell by themselves what they are; null when no thing or no amount is among them, or one of them is not understood.</summary>
    public static PastedRow? ByKind(ListLine line, List<string> cells)
    {
        var said = new RowCells();
        foreach (var cell in cells.Where(cell => cell.Length > 0))
        {
            said.Put(new Head(Kind(cell, said), "", null), cell);
        }

        var enough = said.Has(Column.Item) && (said.Has(Column.Quantity) || said.Has(Column.Unit));
        return enough && !said.Has(Column.None) ? said.Row(line.Trimmed, Listed(said, null, out var doubt), doubt) : null;
    }

    /// <summary>Each amount counts the cell before it; what is left names who and where. Null when no amount is among the cells.</summary>
    public static PastedRow? ByPlace(ListLine line, List<string> cells)
    {
        var said = new RowCells();
        var items = new List<Item>();
        RowDoubt? doubt = null;
        var taken = new HashSet<int>();
        for (var n = 0; n < cells.Count; n++)
        {
            if (taken.Contains(n) || !CellAmount.Is(cells[n]) || Counted(cells, n, taken) is not { } thing)
            {
                continue;
            }

            var unit = n + 1 < cells.Count && Units.IsUnit(Folding.Align(cells[n + 1])) ? cells[n + 1] : null;
            taken.UnionWith(unit is null ? [n, thing] : [n, thing, n + 1]);
            items.AddRange(Counted(cells[thing], cells[n], unit, ref doubt));
        }

        foreach (var (cell, n) in cells.Select((cell, n) => (cell, n)).Where(it => !taken.Contains(it.n)))
        {
            said.Put(new Head(Bystander(cell, said), "", null), cell);
        }

        return items.Count > 0 ? said.Row(line.Trimmed, items, doubt) : null;
    }

    // 张三妹 20 口罩 has its thing behind the amount.
    private static int? Counted(List<string> cells, int at, HashSet<int> taken)
    {
        bool IsFree(int n) => n >= 0 && n < cells.Count && !taken.Contains(n) && cells[n].Length > 0 && !CellAmount.Is(cells[n]);
        bool IsThing(int n) => IsFree(n) && Goods.Ends(Folding.Align(cells[n]));
        return IsFree(at - 1) && (IsThing(at - 1) || !IsThing(at + 1)) ? (!IsThing(at - 1) && IsThing(at - 2) ? at - 2 : at - 1)
            : IsThing(at + 1) ? at + 1
            : null;
    }

    private static Column Bystander(string cell, RowCells said) =>
        Places.IsName(Folding.Align(cell).Trim(), null) && !said.Has(Column.Community) ? Column.Community
        : !said.Has(Column.Name) && cell.Any(Texts.IsWord) && !char.IsAsciiDigit(cell[0]) ? Column.Name
        : Column.Note;

    private static Column Kind(string cell, RowCells said)
    {
        var folded = Folding.Align(cell).Trim();
        return Quantities.Read(cell).Outcome != QuantityOutcome.NotMine ? (said.Has(Column.Quantity) ? Column.None : Column.Quantity)
            : Units.IsUnit(folded) && !said.Has(Column.Unit) ? Column.Unit
            : Places.IsName(folded, null) ? Column.Community
            : !said.Has(Column.Item) && Goods.Ends(folded) ? Column.Item
            : said.Has(Column.Quantity) ? Column.Note
            : Column.None;
    }

    private static List<Item> Items(RowCells said, List<Head> heads, out RowDoubt? doubt)
    {
        if (said.Things.Count > 0 || heads.Exists(head => head.Column == Column.Thing))
        {
            return Wide(said, out doubt);
        }

        var unit = heads.Find(head => head.Column == Column.Quantity)?.Unit;
        return heads.Exists(head => head.Column == Column.Quantity) ? Listed(said, unit, out doubt) : Inline(said, out doubt);
    }

    private static List<Item> Wide(RowCells said, out RowDoubt? doubt)
    {
        var items = new List<Item>();
        doubt = null;
        foreach (var (head, cell) in said.Things.Where(it => !CellAmount.IsNothing(it.Cell) && it.Cell is not ("0" or "０")))
        {
            items.AddRange(Counted(head.Title, cell, head.Unit, ref doubt));
        }

        doubt ??= items.Count == 0 ? RowDoubt.NoQuantity : null;
        return items;
    }

    // 需求1 数量1 需求2 数量2
    private static List<Item> Listed(RowCells said, string? unit, out RowDoubt? doubt)
    {
        doubt = null;
        var (names, amounts) = (said.All(Column.Item), said.All(Column.Quantity));
        var items = new List<Item>();
        if (names.Count > 1)
        {
            foreach (var (name, n) in names.Select((name, n) => (name, n)).Where(it => it.name.Length > 0))
            {
                items.AddRange(Counted(name, amounts.ElementAtOrDefault(n) ?? "", unit, ref doubt));
            }
        }
        else if (
            said.One(Column.Item) is { } name
            && said.One(Column.Quantity) is { } gone
            && CellAmount.IsNothing(gone)
            && gone.Any(Texts.IsWord)
        )
        {
            doubt = RowDoubt.Withdrawn;
        }
        else if (said.One(Column.Item) is { } one)
        {
            items.AddRange(Counted(one, said.One(Column.Quantity) ?? "", said.One(Column.Unit) ?? unit, ref doubt));
        }

        doubt ??= items.Count == 0 ? RowDoubt.Unreadable : null;
        return items;
    }

    // 可提供：棉絮6床、木床板4块
    private static List<Item> Inline(RowCells said, out RowDoubt? doubt)
    {
        var typed = said.One(Column.Item) ?? "";
        var row = ChainRow.Things(typed);
        doubt =
            row.Items.Count == 0 ? RowDoubt.NoQuantity
            : row.Doubts.Count > 0 ? row.Doubts[0]
            : null;
        return row.Items.Count == 0 && typed.Length > 0 ? [new Item(typed)] : [.. row.Items];
    }

    // （字看不清）
    private static bool IsBracket(string name) => Folding.Align(name) is ['(', .., ')'];

    private static List<Item> Counted(string name, string cell, string? unit, ref RowDoubt? doubt)
    {
        var amount = CellAmount.Read(cell);
        var other = amount.Unit is { } said && unit is not null && !Folding.SameName(said, unit);
        var names = amount.Each ? name.Split(Joints, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [name];
        var clear = amount.Value is not null && !IsBracket(name) && !other && amount.Each == names.Length > 1;
        doubt ??=
            clear ? null
            : cell.Trim().Length == 0 ? RowDoubt.NoQuantity
            : RowDoubt.VagueQuantity;
        return clear ? [.. names.Select(it => new Item(it, amount.Value, amount.Unit ?? unit) { Hedge = amount.Hedge })] : [new Item(name)];
    }
}
