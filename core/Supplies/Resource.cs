using MutualAid.Core.Language;

namespace MutualAid.Core.Supplies;

/// <summary>What kind of thing is offered; the names are phrase keys.</summary>
public enum ResourceKind
{
    Goods,
    Service,
    Venue,
    People,
    Money,
    Information,
    Training,
    Job,
}

/// <summary>Who stands behind an offer; the names are phrase keys.</summary>
public enum GiverKind
{
    Resident,
    Government,
    SocialOrganisation,
    Enterprise,
    School,
    Media,
    Foundation,
    PartyBranch,
}

/// <summary>What a list that was kept elsewhere says of an offer; null: nothing.</summary>
public sealed record OfferWords(IReadOnlyList<Item> Items)
{
    public string? Provider { get; init; }
    public ResourceKind? Kind { get; init; }
    public GiverKind? GivenBy { get; init; }

    /// <summary>Empty: nowhere any more.</summary>
    public string? Place { get; init; }
    public string? Contact { get; init; }
}
