namespace MutualAid.Core.Language.Lists;

/// <summary>Reads a chain: its header, its numbered rows, and what stands between them.</summary>
internal static class ChainList
{
    private static readonly Lexicon Marks = new("#接龙 接龙 #_接龙 #_接_龙 #接_龙 #group_note #solitaire #chain");
    private static readonly Lexicon Examples = new("例 例子 例如 示例 格式 eg e.g.");
    private static readonly Lexicon Prices = new("元/ 元一 元每 块钱一 块钱/ 一元 ￥ ¥");

    private static readonly Lexicon SignUps = new("下面接 往下接 接着写 后面接 接龙 跟接 拼团 拼单 团购 报名 登记");

    // Nobody writes a longer row; the bound keeps reading linear.
    public const int Longest = 400;

    public static bool IsMarked(List<ListLine> lines) => lines.Take(3).Any(line => Marks.In(line.Folded, 0, 20));

    public static bool IsSignUp(string header) => SignUps.In(header);

    public static PastedList? Read(List<ListLine> lines, bool isMarked)
    {
        var first = First(lines, isMarked, out var isNumbered);
        if (first < 0)
        {
            return isMarked ? new PastedList(PastedKind.Chain) { Header = Typed(lines) } : null;
        }

        var header = string.Join('\n', lines.Take(first).Select(line => line.Folded));
        var body = lines.Skip(first).ToList();
        var plain = new ChainBody(isNumbered, new ThingNames(header, new HashSet<string>()), ChainShape.Plain).Read(body);
        var shape = ChainShape.Of(plain.Rows);
        var things = new ThingNames(header, Repeated(plain.Rows)) { Trusts = shape.NamesThings };
        var read = new ChainBody(isNumbered, things, shape).Read(body);
        var rows = ChainMarks.On(read.Rows);
        return isMarked || (rows.Count > 1 && rows.Exists(row => row.Items.Count > 0))
            ? new PastedList(PastedKind.Chain)
            {
                Header = Typed(lines.Take(first)),
                Rows = rows,
                Footer = read.Feet,
            }
            : null;
    }

    // A list of prices above the rows is numbered too.
    private static int First(List<ListLine> lines, bool isMarked, out bool isNumbered)
    {
        var first = lines.FindIndex(line => RowNumber.Read(line, 0) is not null && !IsHead(line));
        isNumbered = first >= 0;
        return isNumbered ? first
            : isMarked ? lines.FindIndex(1, line => IsClean(line) is not null)
            : Unmarked(lines);
    }

    // Without mark or number only a person or a place before each row makes a list of it.
    private static int Unmarked(List<ListLine> lines)
    {
        var named = IsSignUp(lines[0].Folded);
        var first = lines.FindIndex(line => IsSigned(line, named));
        var signed = first is < 0 or > 3 ? 0 : lines.Skip(first).Count(line => IsSigned(line, named));
        return signed > 1 && signed * 5 >= (lines.Count - first) * 3 ? first : -1;
    }

    /// <param name="named">Whether the heading says what the list is about.</param>
    private static bool IsSigned(ListLine line, bool named) =>
        IsClean(line, HasColon(line)) is { } row
        && (named || row.Items.All(item => item.Name.Length > 0))
        && (
            row.Community is not null
            || (row.Name.Length > 0 && !line.Folded.Any(Texts.IsHan) && char.IsUpper(line.Trimmed[0]))
            || ThingKinds.IsNick(Folding.Align(row.Name))
            || Names.IsNick(Folding.Align(row.Name))
            || Names.IsOrganisationOrPerson(Folding.Align(row.Name))
        );

    private static bool IsHead(ListLine line) => Examples.At(line.Folded.TrimStart(), 0) > 0 || Prices.In(line.Folded, 0, Longest);

    // 老林：土豆5斤 tells its things from its name.
    private static bool HasColon(ListLine line) => line.Folded.IndexOf(':', StringComparison.Ordinal) is > 0 and < 12;

    private static PastedRow? IsClean(ListLine line, bool trusts = false) =>
        !IsHead(line)
        && line.Typed.Length <= Longest
        && ChainRow.Read(line.Typed, line.Folded, new ThingNames("", new HashSet<string>()) { Trusts = trusts })
            is { Doubts.Count: 0, Items.Count: > 0 } row
            ? row
            : null;

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
