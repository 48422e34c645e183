namespace MutualAid.Core.Language;

/// <summary>An amount of goods at a place of a text.</summary>
/// <param name="Start">Where it begins, hedges and signs (约, *, x) included.</param>
internal sealed record Amount(int Start, int End, decimal? Value, int UnitStart = 0, int UnitEnd = 0)
{
    public Hedge Hedge { get; init; }
    public DoubtKind? Doubt { get; init; }
    public IReadOnlyList<decimal> Choices { get; init; } = [];
    public decimal? PackSize { get; init; }
    public int PackUnitStart { get; init; }
    public int PackUnitEnd { get; init; }

    /// <summary>Said without unit by an Arabic or composed number.</summary>
    public bool Bare => UnitEnd == UnitStart && Value is not null && !Implied;

    /// <summary>俩, 仨: the unit is 个.</summary>
    public bool Implied { get; init; }

    /// <summary>每人, 每天: not an amount of the ask.</summary>
    public bool Vague => Value is null;

    public bool Each { get; init; }
}
