namespace MutualAid.Core.Language.Lists;

/// <summary>Reads 捐赠人：… 物品：… 数量：…, on one line or one below the other.</summary>
internal static class GoodsForm
{
    public static PastedList? Read(List<ListLine> lines)
    {
        var first = lines.FindIndex(line => Label(line) != Column.None);
        // 名称：食堂采购 above a table names the table.
        var said = lines.Skip(Math.Max(first, 0)).Where(line => !TableLines.IsFoot(line)).ToList();
        if (first is < 0 or > 3 || !lines.Exists(Names) || said.Count(line => Label(line) != Column.None) * 2 < said.Count)
        {
            return null;
        }

        var rows = new List<PastedRow>();
        var record = new List<ListLine>();
        foreach (var line in lines.Skip(first).Where(line => !TableLines.IsFoot(line)))
        {
            if (record.Count > 0 && Label(line) == Label(record[0]))
            {
                rows.Add(Row(record));
                record.Clear();
            }

            record.Add(line);
        }

        rows.Add(Row(record));
        return rows.Exists(row => row.Items.Count > 0)
            ? new PastedList(PastedKind.Goods)
            {
                Header = [.. lines.Take(first).Select(line => line.Trimmed)],
                Rows = Repeats.Marked(rows),
                Footer = [.. lines.Skip(first).Where(TableLines.IsFoot).Select(line => line.Trimmed)],
            }
            : null;
    }

    private static Column Label(ListLine line) => GoodsColumns.Label(line.Folded, 0, out _);

    private static bool Names(ListLine line)
    {
        for (var i = 0; i < line.Folded.Length; i++)
        {
            if (
                (i == 0 || !Texts.IsWord(line.Folded[i - 1])) && GoodsColumns.Label(line.Folded, i, out _) is Column.Item or Column.Quantity
            )
            {
                return true;
            }
        }

        return false;
    }

    private static PastedRow Row(List<ListLine> record)
    {
        var typed = string.Join(' ', record.Select(line => line.Typed));
        var shown = record.Find(line => Label(line) == Column.Item) ?? record.Find(line => Label(line) == Column.Quantity) ?? record[0];
        return GoodsRow.ByLabel(new ListLine(typed, Folding.Align(typed))) with { Line = shown.Trimmed };
    }
}
