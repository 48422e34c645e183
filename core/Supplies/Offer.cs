using MutualAid.Core.Groups;
using MutualAid.Core.People;

namespace MutualAid.Core.Supplies;

/// <summary>Something that somebody can give or lend, also unasked (资源).</summary>
public sealed class Offer
{
    public long Id { get; set; }
    public int Number { get; set; }
    public long GroupId { get; set; }
    public Group Group { get; set; } = null!;
    public long OfferedById { get; set; }
    public Person OfferedBy { get; set; } = null!;

    /// <summary>The organisation or person named; null: the speaker.</summary>
    public string? Provider { get; set; }
    public ResourceKind Kind { get; set; }

    /// <summary>What the giver is; null: not said.</summary>
    public GiverKind? GivenBy { get; set; }

    /// <summary>Where it is to be had.</summary>
    public string? Place { get; set; }

    /// <summary>The giver's telephone number. Organisers read it, one at a time.</summary>
    public string? Contact { get; set; }
    public DateTime OfferedAt { get; set; }
    public string? SourceMessage { get; set; }
    public long? WithdrawnById { get; set; }
    public DateTime? WithdrawnAt { get; set; }
    public long Version { get; set; }
    public List<OfferLine> Lines { get; } = [];
}

public sealed class OfferLine
{
    public long Id { get; set; }
    public long OfferId { get; set; }
    public Offer Offer { get; set; } = null!;
    public int Position { get; set; }
    public string Item { get; set; } = "";

    /// <summary>The item's name folded for comparison.</summary>
    public string ItemKey { get; set; } = "";

    /// <summary>Null when the giver does not say how much (若干).</summary>
    public decimal? Quantity { get; set; }
    public string? Unit { get; set; }
}

/// <summary>Goods that came in, noted by an organiser.</summary>
public sealed class Donation
{
    public long Id { get; set; }
    public int Number { get; set; }
    public long GroupId { get; set; }
    public Group Group { get; set; } = null!;
    public long NotedById { get; set; }
    public Person NotedBy { get; set; } = null!;
    public DateTime NotedAt { get; set; }

    /// <summary>The day of the message in the group's zone.</summary>
    public DateOnly Date { get; set; }

    /// <summary>Estimated value in cents of a yuan; null: not estimated.</summary>
    public long? ValueCents { get; set; }
    public long? ValuedById { get; set; }

    /// <summary>Noted by mistake: it counts no more, and can be put back.</summary>
    public DateTime? TakenBackAt { get; set; }
    public long? TakenBackById { get; set; }
    public long Version { get; set; }
    public List<DonationLine> Lines { get; } = [];
    public List<DonationDonor> Donors { get; } = [];
}

public sealed class DonationLine
{
    public long Id { get; set; }
    public long DonationId { get; set; }
    public Donation Donation { get; set; } = null!;
    public int Position { get; set; }
    public string Item { get; set; } = "";
    public decimal? Quantity { get; set; }
    public string? Unit { get; set; }
}

/// <summary>One donor of a donation; an anonymous donation has none.</summary>
public sealed class DonationDonor
{
    public long Id { get; set; }
    public long DonationId { get; set; }
    public Donation Donation { get; set; } = null!;
    public int Position { get; set; }
    public string Name { get; set; } = "";
}
