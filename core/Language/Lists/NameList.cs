namespace MutualAid.Core.Language.Lists;

/// <summary>One who comes, by a pasted list.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Proxy">Who signed them up: 王阿姨（段丽华代）; null: nobody else.</param>
/// <param name="Count">How many come in this name.</param>
public sealed record ListedName(string Name, string? Proxy, int Count);

/// <summary>A pasted 接龙 of people who come to something: names, not goods.</summary>
public sealed record NameList(IReadOnlyList<string> Header, IReadOnlyList<ListedName> People)
{
    private const int LongestName = 20;
    private const int MostTogether = 10;

    private static readonly Lexicon Heads = new("人 位 个 名 口 个人 people person");
    private static readonly Lexicon Away = new(
        "不去 不来 来不了 去不了 不参加 参加不了 取消 退出 请假 没空 有事 not_coming can't cancel out"
    );

    /// <summary>Rows in doubt: shown, and not counted.</summary>
    public IReadOnlyList<PastedRow> Left { get; private init; } = [];

    /// <summary>The class that the heading names by its number.</summary>
    public int? Class { get; private init; }

    /// <summary>The shift that the heading names by its number.</summary>
    public int? Shift { get; private init; }

    /// <summary>An answer to a card: a marked 接龙, or numbered lines without the mark. Null: it is no list of people.</summary>
    public static NameList? Read(string text, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Contains('\n', StringComparison.Ordinal))
        {
            return null;
        }

        var list = PastedLists.Read(text);
        var isNumbered = ListLine.Of(text).Count(line => RowNumber.Read(line, 0) is not null) > 1;
        return Of(list.Kind == PastedKind.None && isNumbered ? PastedLists.Read("#接龙\n" + text) : list, now);
    }

    /// <summary>Null: it is about goods.</summary>
    public static NameList? Of(PastedList list, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(list);
        var rows = list.Rows.Select(row => (Row: row, Who: Who(row))).ToList();
        if (list.Kind != PastedKind.Chain || rows.TrueForAll(row => row.Who is null) || list.Rows.Any(IsOfGoods))
        {
            return null;
        }

        var head = Folding.Align(string.Join('\n', list.Header));
        var named = References.Find(head, now);
        return new NameList(list.Header, [.. rows.Select(row => row.Who).OfType<ListedName>()])
        {
            Left = [.. rows.Where(row => row.Who is null).Select(row => row.Row)],
            Class = Number(named, ReferenceKind.Class, head.AsSpan().IndexOfAny('《', '课') >= 0),
            Shift = Number(named, ReferenceKind.Shift, head.AsSpan().IndexOfAny('班', '岗') >= 0),
        };
    }

    private static int? Number(Reference? named, ReferenceKind kind, bool isTold) =>
        named is { } it && (it.Kind == kind || (it is { Kind: ReferenceKind.Any, Weak: false } && isTold)) ? it.Number : null;

    private static bool IsOfGoods(PastedRow row) => row.Counts && row.Items.Any(item => item is { Name.Length: > 0, Quantity: not null });

    private static ListedName? Who(PastedRow row)
    {
        var isClear = row.Doubts.All(doubt => doubt is RowDoubt.OutOfOrder or RowDoubt.NoQuantity);
        var folded = Folding.Align(row.Line);
        if (
            !isClear
            || row.Name.Length is 0 or > LongestName
            || !row.Name.Any(char.IsLetter)
            || Away.In(folded)
            || Cues.Question.In(folded)
        )
        {
            return null;
        }

        var count = row.Items.Count == 0 ? 1 : row.Items.Sum(Counted);
        return count is >= 1 and <= MostTogether && count == decimal.Truncate(count)
            ? new ListedName(row.Name, row.Proxy, (int)count)
            : null;
    }

    // 2份 is no number of people: such a row is in doubt.
    private static decimal Counted(Item item) =>
        item is { Name.Length: 0, Quantity: { } count } && (item.Unit is null || Heads.Is(Folding.Align(item.Unit))) ? count : -100;
}
