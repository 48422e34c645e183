namespace MutualAid.Core.Language;

internal enum NumeralKind
{
    Exact,

    /// <summary>十几, 二三十, 几: several numbers are meant.</summary>
    Vague,
    TooLarge,
    Invalid,
}

/// <summary>A number read at a place of a text.</summary>
internal readonly record struct Numeral(decimal Value, int Start, int End, NumeralKind Kind, bool Arabic)
{
    public IReadOnlyList<decimal> Choices { get; init; } = [];

    /// <summary>A lone Chinese digit, which is often part of a word (一次性).</summary>
    public bool Lone => !Arabic && End - Start == 1;
}
