namespace MutualAid.Core.Language.Lists;

/// <summary>Reads a list of goods: a table with or without the names of its columns, or 品名：… 数量：….</summary>
internal static class GoodsTable
{
    private const int Longest = 60;

    public static PastedList? Read(List<ListLine> lines) =>
        TableHead.Read(lines) ?? GoodsForm.Read(lines) ?? (Plain(lines) is { } plain && !NamesPeople(plain) ? plain : null);

    // 拼团纸巾，要的在下面接, and below it 薛梅 2提: she is no thing.
    private static bool NamesPeople(PastedList list) =>
        ChainList.IsSignUp(Folding.Align(string.Join('\n', list.Header)))
        && list.Rows.Count(row => row.Items.Any(item => ThingKinds.IsCalled(Folding.Align(item.Name)))) * 2 > list.Rows.Count;

    // Without names of columns each cell must tell by itself what it is.
    private static PastedList? Plain(List<ListLine> lines)
    {
        foreach (var divider in Divider.All)
        {
            if (Found(lines, line => Strict(line, divider), all: true) is { } strict)
            {
                return strict;
            }

            if (divider != Divider.Colon && Found(lines, line => Loose(line, divider), !divider.IsSure) is { } loose)
            {
                return loose;
            }
        }

        return null;
    }

    private static PastedList? Found(List<ListLine> lines, Func<ListLine, PastedRow?> read, bool all)
    {
        var first = lines.FindIndex(line => !TableLines.IsFoot(line) && read(line) is { Counts: true });
        if (first is < 0 or > 3)
        {
            return null;
        }

        var body = lines.Skip(first).Where(line => !TableLines.IsFoot(line) && !TableLines.IsHeading(line)).ToList();
        var rows = body.Count(line => read(line) is not null);
        return rows > 1 && (all ? rows == body.Count : rows * 10 >= body.Count * 6)
            ? TableLines.List(lines, first, null, line => read(line) ?? TableLines.Unread(line))
            : null;
    }

    private static PastedRow? Strict(ListLine line, Divider divider)
    {
        var rest = TableLines.WithoutNumber(line, out var number);
        return GoodsRow.ByKind(rest, divider.Cells(rest)) is { } row ? row with { Number = number } : null;
    }

    private static PastedRow? Loose(ListLine line, Divider divider)
    {
        var rest = TableLines.WithoutNumber(line, out var number);
        if (line.Typed.Length > Longest * 2 || (!divider.IsSure && number is not null))
        {
            return null;
        }

        var cells = divider.Cells(rest);
        return cells.TrueForAll(cell => cell.Length <= Longest / 3) && GoodsRow.ByPlace(rest, cells) is { } row
            ? row with
            {
                Number = number,
            }
            : null;
    }
}
