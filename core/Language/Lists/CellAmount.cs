namespace MutualAid.Core.Language.Lists;

/// <summary>What the cell of a table says where an amount is expected.</summary>
/// <param name="Value">Null when it cannot be told.</param>
internal sealed record CellAmount(decimal? Value, string? Unit, Hedge Hedge)
{
    private static readonly Lexicon Nothing = new(
        "无 没有 暂无 不需要 不要 不用 取消 已取消 不要了 不用了 已发完 发完 发完了 已领完 领完 none n/a nil cancelled"
    );
    private static readonly CellAmount Unknown = new(null, null, Hedge.Exact);

    /// <summary>雨衣、雨靴 | 各15</summary>
    public bool Each { get; private init; }

    public static bool IsNothing(string cell) => Nothing.Is(Bare(cell)) || Bare(cell).Length == 0;

    /// <summary>Whether the cell is an amount, or says that none is known.</summary>
    public static bool Is(string cell) => Quantities.Read(Counted(Whole(cell), out _)).Outcome != QuantityOutcome.NotMine;

    public static CellAmount Read(string cell)
    {
        var reading = Quantities.Read(Counted(Whole(cell), out var each));
        return reading.Outcome != QuantityOutcome.Value ? Unknown
            : VagueAmounts.Is(Folding.Align(cell)) ? Unknown
            : new CellAmount(reading.Value, reading.Unit, reading.Hedge) { Each = each };
    }

    // 60套(含破损7套): what stands in brackets behind is a note.
    private static string Whole(string cell)
    {
        var open = Folding.Align(cell).IndexOf('(', StringComparison.Ordinal);
        return open > 0 && Texts.IsClose(Folding.Align(cell).TrimEnd()[^1]) ? cell[..open] : cell;
    }

    private static string Counted(string cell, out bool each)
    {
        each = cell.StartsWith('各');
        return each ? cell[1..] : cell;
    }

    private static string Bare(string cell) => Folding.Align(cell).Trim(' ', '-', '—', '–', '/', '*', '~', '_', '!', '。');
}
