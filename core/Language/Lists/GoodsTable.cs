namespace MutualAid.Core.Language.Lists;

/// <summary>Reads a list of goods: a table with or without the names of its columns, or 品名：… 数量：….</summary>
internal static class GoodsTable
{
    private static readonly char[] Signs = ['\t', '|', ',', ':', ' '];
    private static readonly Lexicon Feet = new("合计 总计 总共 共计 一共 小计 截止 备注 说明 以上 感谢 谢谢 请 联系 total deadline");

    public static PastedList? Read(List<ListLine> lines) => Headed(lines) ?? Labelled(lines) ?? Plain(lines);

    private static PastedList? Headed(List<ListLine> lines)
    {
        for (var at = 0; at < Math.Min(lines.Count, 6); at++)
        {
            foreach (var sign in Signs)
            {
                var cells = Cells(lines[at], sign);
                var columns = cells.ConvertAll(cell => GoodsColumns.Of(cell, out _));
                if (columns.Contains(Column.Item) && columns.Contains(Column.Quantity) && !columns.Contains(Column.None))
                {
                    var unit = cells
                        .Select(cell => GoodsColumns.Of(cell, out var said) == Column.Quantity ? said : null)
                        .FirstOrDefault(said => said is not null);
                    return Table(lines, at, line => GoodsRow.ByColumn(line, Cells(line, sign), columns, unit));
                }
            }
        }

        return null;
    }

    private static PastedList? Labelled(List<ListLine> lines)
    {
        var first = lines.FindIndex(line => GoodsColumns.Label(line.Folded, 0, out _) is Column.Item);
        return first < 0 ? null : Table([.. lines.Take(first), .. Joined(lines, first)], first - 1, GoodsRow.ByLabel);
    }

    // 品名：口罩, and below it 数量：200个
    private static IEnumerable<ListLine> Joined(List<ListLine> lines, int first)
    {
        var row = lines[first].Typed;
        foreach (var line in lines.Skip(first + 1))
        {
            if (GoodsColumns.Label(line.Folded, 0, out _) is not (Column.None or Column.Item))
            {
                row += " " + line.Typed;
                continue;
            }

            yield return new ListLine(row, Folding.Align(row));
            row = line.Typed;
        }

        yield return new ListLine(row, Folding.Align(row));
    }

    // Without names of columns each cell must tell by itself what it is.
    private static PastedList? Plain(List<ListLine> lines)
    {
        foreach (var sign in Signs)
        {
            var first = lines.FindIndex(line => Cell(line, sign) is { Counts: true });
            var body = first < 0 ? [] : lines.Skip(first).Where(line => !IsFoot(line)).ToList();
            if (first is >= 0 and <= 3 && body.Count > 1 && body.TrueForAll(line => Cell(line, sign) is not null))
            {
                return Table(lines, first - 1, line => Cell(line, sign)!);
            }
        }

        return null;
    }

    private static PastedRow? Cell(ListLine line, char sign)
    {
        var number = RowNumber.Read(line, 0);
        var rest = number is null ? line : new ListLine(line.Typed[number.End..], line.Folded[number.End..]);
        return GoodsRow.ByKind(rest, Cells(rest, sign)) is { } row ? row with { Number = number?.Typed } : null;
    }

    private static PastedList Table(List<ListLine> lines, int heading, Func<ListLine, PastedRow> read) =>
        new(PastedKind.Goods)
        {
            Header = [.. lines.Take(Headless(lines, heading) ? heading + 1 : Math.Max(heading, 0)).Select(line => line.Trimmed)],
            Heading = heading < 0 || Headless(lines, heading) ? null : lines[heading].Trimmed,
            Rows = [.. lines.Skip(heading + 1).Where(line => !IsFoot(line)).Select(read)],
            Footer = [.. lines.Skip(heading + 1).Where(IsFoot).Select(line => line.Trimmed)],
        };

    // The line above the first row is a title, not names of columns.
    private static bool Headless(List<ListLine> lines, int heading) =>
        heading >= 0 && !Signs.Any(sign => Cells(lines[heading], sign).Exists(cell => GoodsColumns.Of(cell, out _) == Column.Item));

    private static bool IsFoot(ListLine line) =>
        Feet.At(line.Folded.TrimStart(), 0) > 0 && GoodsColumns.Label(line.Folded, 0, out _) == Column.None;

    // A blank cell is kept, but for spaces, of which any number divide.
    private static List<string> Cells(ListLine line, char sign) =>
        sign == ' ' ? [.. line.Typed.Split([' ', '\u3000', '\t'], StringSplitOptions.RemoveEmptyEntries)]
        : sign == ':' ? [.. line.Typed.Split([':', '：'], StringSplitOptions.TrimEntries)]
        : sign == ',' ? [.. line.Typed.Split([',', '，'], StringSplitOptions.TrimEntries)]
        : sign == '|' ? [.. line.Typed.Trim(' ', '|', '｜').Split(['|', '｜'], StringSplitOptions.TrimEntries)]
        : [.. line.Typed.Split(sign, StringSplitOptions.TrimEntries)];
}
