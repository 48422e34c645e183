namespace MutualAid.Core.Language.Lists;

/// <summary>Reads a chain: its header, its numbered rows, and what stands between them.</summary>
internal static class ChainList
{
    private static readonly Lexicon Marks = new("#接龙 接龙 #group_note #solitaire");
    private static readonly Lexicon Examples = new("例 例子 例如 示例 格式 eg e.g.");
    private static readonly Lexicon Prices = new("元/ 元一 元每 块钱一 块钱/ 一元 ￥ ¥");
    private static readonly Lexicon Feet = new(
        "合计 总计 总共 共计 一共 共 截止 备注 说明 注: 注意 以上 感谢 谢谢 请 联系 --- === 统计 total deadline"
    );

    // Nobody writes a longer row; the bound keeps reading linear.
    private const int Longest = 400;

    public static bool IsMarked(List<ListLine> lines) => lines.Take(3).Any(line => Marks.In(line.Folded, 0, 20));

    public static PastedList? Read(List<ListLine> lines, bool isMarked)
    {
        var first = First(lines, out var isNumbered);
        if (first < 0 || !(isMarked || isNumbered))
        {
            return isMarked ? new PastedList(PastedKind.Chain) { Header = Typed(lines) } : null;
        }

        var header = string.Join('\n', lines.Take(first).Select(line => line.Folded));
        var plain = Rows(lines, first, isNumbered, new ThingNames(header, new HashSet<string>()), out var feet);
        var rows = Marked(Rows(lines, first, isNumbered, new ThingNames(header, Repeated(plain)), out feet), isNumbered);
        return isMarked || (rows.Count > 1 && rows.Exists(row => row.Items.Count > 0))
            ? new PastedList(PastedKind.Chain)
            {
                Header = Typed(lines.Take(first)),
                Rows = rows,
                Footer = feet,
            }
            : null;
    }

    // A list of prices above the rows is numbered too.
    private static int First(List<ListLine> lines, out bool isNumbered)
    {
        var first = lines.FindIndex(line => RowNumber.Read(line, 0) is not null && !IsHead(line));
        isNumbered = first >= 0;
        return isNumbered ? first : lines.FindIndex(1, line => IsClean(line));
    }

    private static bool IsHead(ListLine line) => Examples.At(line.Folded.TrimStart(), 0) > 0 || Prices.In(line.Folded, 0, Longest);

    private static bool IsClean(ListLine line) =>
        !IsHead(line)
        && line.Typed.Length <= Longest
        && ChainRow.Read(line.Typed, line.Folded, new ThingNames("", new HashSet<string>())) is { Doubts.Count: 0, Items.Count: > 0 };

    private static List<PastedRow> Rows(List<ListLine> lines, int first, bool isNumbered, ThingNames things, out List<string> feet)
    {
        var rows = new List<PastedRow>();
        feet = [];
        var previous = 0;
        foreach (var line in lines.Skip(first))
        {
            var number = isNumbered ? RowNumber.Read(line, previous) : null;
            if (number is null && Feet.At(line.Folded.TrimStart(), 0) > 0)
            {
                feet.Add(line.Trimmed);
                continue;
            }

            rows.Add(Row(line, number, previous, isNumbered, things));
            previous = number?.Value ?? previous;
        }

        return rows;
    }

    private static PastedRow Row(ListLine line, RowNumber? number, int previous, bool isNumbered, ThingNames things)
    {
        if (line.Typed.Length > Longest)
        {
            return Unread(line);
        }

        var from = number?.End ?? 0;
        var row = ChainRow.Read(line.Typed[from..], line.Folded[from..], things) with { Number = number?.Typed };
        var clean = row.Counts && row.Items.Count > 0;
        return !isNumbered || number?.Value == previous + 1 ? row
            : number is null && !clean ? Unread(line)
            : row with { Doubts = [.. row.Doubts, RowDoubt.OutOfOrder] };
    }

    private static PastedRow Unread(ListLine line) => new(line.Trimmed) { Note = line.Trimmed, Doubts = [RowDoubt.Unreadable] };

    // What only the whole list shows: rows without an amount among such with, and people who stand twice.
    private static List<PastedRow> Marked(List<PastedRow> rows, bool isNumbered)
    {
        var counted = rows.Exists(row => row.Items.Count > 0);
        var seen = new Dictionary<string, List<PastedRow>>(StringComparer.Ordinal);
        return
        [
            .. rows.Select(row => With(row, counted && row.Items.Count == 0 ? RowDoubt.NoQuantity : null)).Select(row => Again(row, seen)),
        ];
    }

    private static PastedRow Again(PastedRow row, Dictionary<string, List<PastedRow>> seen)
    {
        if (row.Name.Length == 0 || row.Doubts.Contains(RowDoubt.Withdrawn) || row.Doubts.Contains(RowDoubt.Unreadable))
        {
            return row;
        }

        var name = Folding.Fold(row.Name);
        if (!seen.TryGetValue(name, out var earlier))
        {
            seen[name] = earlier = [];
        }

        // Two people of one name live at two doors.
        var again = earlier.Exists(other => other.Note.Length == 0 || row.Note.Length == 0 || other.Note == row.Note);
        earlier.Add(row);
        return With(row, again ? RowDoubt.Duplicate : null);
    }

    private static PastedRow With(PastedRow row, RowDoubt? doubt) =>
        doubt is not { } kind || row.Doubts.Contains(RowDoubt.Withdrawn) || row.Doubts.Contains(RowDoubt.Unreadable)
            ? row
            : row with
            {
                Doubts = [.. row.Doubts.Where(d => d != kind), kind],
            };

    private static HashSet<string> Repeated(List<PastedRow> rows) =>
        [
            .. rows.SelectMany(row => row.Items.Select(item => Folding.Align(item.Name)).Distinct(StringComparer.Ordinal))
                .Where(name => name.Length > 0)
                .GroupBy(name => name, StringComparer.Ordinal)
                .Where(same => same.Count() > 1)
                .Select(same => same.Key),
        ];

    private static List<string> Typed(IEnumerable<ListLine> lines) => [.. lines.Select(line => line.Trimmed)];
}
