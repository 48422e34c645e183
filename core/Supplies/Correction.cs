using MutualAid.Core.People;

namespace MutualAid.Core.Supplies;

/// <summary>Which amount of a line a person corrects. The names are phrase keys.</summary>
public enum Figure
{
    /// <summary>What is asked for.</summary>
    Asked,

    /// <summary>What one person promised.</summary>
    Claimed,

    /// <summary>What one person brought; for an organiser who brought nothing, what everybody did.</summary>
    Delivered,

    /// <summary>What the community signed for.</summary>
    Received,
}

/// <summary>An amount that was set right: who, when, from what to what. Never changed afterwards.</summary>
public sealed class Correction
{
    public long Id { get; set; }
    public long NeedId { get; set; }
    public Need Need { get; set; } = null!;

    /// <summary>The line, by what it was called then: an edit of the need may take the row away.</summary>
    public string Item { get; set; } = "";
    public Figure Figure { get; set; }
    public decimal Was { get; set; }
    public decimal Became { get; set; }
    public long ById { get; set; }
    public Person By { get; set; } = null!;
    public DateTime At { get; set; }
}

/// <summary>An amount that a person may correct, as it stands.</summary>
public sealed record Correctable(Figure Figure, NeedLine Line, decimal Quantity);
