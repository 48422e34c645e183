namespace MutualAid.Core.Language.Lists;

/// <summary>What a pasted text is.</summary>
public enum PastedKind
{
    /// <summary>No list.</summary>
    None,

    /// <summary>A sign-up chain (接龙): a person a line.</summary>
    Chain,

    /// <summary>A list of goods: a thing a line.</summary>
    Goods,
}

/// <summary>Why a row is shown to the person before it counts.</summary>
public enum RowDoubt
{
    /// <summary>几份, 0个, two amounts for one thing, or parts that do not make the sum.</summary>
    VagueQuantity,

    /// <summary>The same person stands further up.</summary>
    Duplicate,

    /// <summary>Others said how many, this row does not.</summary>
    NoQuantity,

    /// <summary>取消, 不要了.</summary>
    Withdrawn,

    /// <summary>Who or what is meant cannot be told.</summary>
    Unreadable,

    /// <summary>The number does not follow the one before: only a mark, the row counts.</summary>
    OutOfOrder,
}

/// <summary>One line of a pasted list. Texts are as typed.</summary>
/// <param name="Line">What was typed behind the number.</param>
public sealed record PastedRow(string Line)
{
    /// <summary>1, 01, ①, 一; null when the line has none.</summary>
    public string? Number { get; init; }

    /// <summary>The person; empty in a list of goods that names none.</summary>
    public string Name { get; init; } = "";

    /// <summary>Who signed up for the person: 王阿姨(小李代).</summary>
    public string? Proxy { get; init; }

    /// <summary>An item without name is the one thing that the list is about.</summary>
    public IReadOnlyList<Item> Items { get; init; } = [];

    public string Note { get; init; } = "";

    public string? Community { get; init; }

    public IReadOnlyList<RowDoubt> Doubts { get; init; } = [];

    /// <summary>Whether the row is in the totals: a row in doubt never is.</summary>
    public bool Counts => Doubts.All(doubt => doubt == RowDoubt.OutOfOrder);
}

/// <summary>How much of one thing is asked for in one unit.</summary>
/// <param name="Item">Empty for the one thing that the list is about.</param>
public sealed record PastedTotal(string Item, decimal Quantity, string? Unit);

/// <summary>A pasted list as it was understood.</summary>
public sealed record PastedList(PastedKind Kind)
{
    public static readonly PastedList Nothing = new(PastedKind.None);

    /// <summary>The lines above the rows, as typed, without the one that names the columns.</summary>
    public IReadOnlyList<string> Header { get; init; } = [];

    /// <summary>The line that names the columns.</summary>
    public string? Heading { get; init; }

    public IReadOnlyList<PastedRow> Rows { get; init; } = [];

    /// <summary>Lines between or below the rows that are none: 合计, 截止.</summary>
    public IReadOnlyList<string> Footer { get; init; } = [];

    /// <summary>By item and unit, over the rows that count.</summary>
    public IReadOnlyList<PastedTotal> Totals =>
        [
            .. Rows.Where(row => row.Counts)
                .SelectMany(row => row.Items)
                .Where(item => item.Quantity is not null)
                .GroupBy(item => (Folding.Fold(item.Name), Folding.Fold(item.Unit ?? "")))
                .Select(same => new PastedTotal(same.First().Name, same.Sum(item => item.Quantity!.Value), same.First().Unit)),
        ];
}
