namespace MutualAid.Core.Supplies;

/// <summary>Why an act was not done; nothing was changed. The names are phrase keys.</summary>
public enum SupplyRefusal
{
    None,
    NoSuchNeed,

    /// <summary>The need belongs to another group and is not verified.</summary>
    OtherGroup,
    AlreadyReceived,
    AlreadyCancelled,
    AlreadyExpired,
    AlreadyVerified,

    /// <summary>There is no verification to take back, or all of it was brought.</summary>
    NotVerified,

    /// <summary>Nothing is left for this act.</summary>
    NothingLeft,

    /// <summary>More was said than is left: <see cref="ActResult.Left"/> of <see cref="ActResult.Line"/>.</summary>
    MoreThanLeft,

    /// <summary>Several lines fit: <see cref="ActResult.Which"/>.</summary>
    WhichLine,

    /// <summary>No line has that name; <see cref="ActResult.Which"/> holds the lines there are.</summary>
    NoSuchLine,

    /// <summary>The speaker claimed nothing of it.</summary>
    NoClaim,

    /// <summary>Only its asker and organisers may do this.</summary>
    NotYours,
    NotOrganiser,

    /// <summary>Several of the group have the name that was written.</summary>
    WhichPerson,

    /// <summary>Everything that was delivered is signed for.</summary>
    NothingToConfirm,

    /// <summary>Something of it is claimed, so it can no longer be replaced.</summary>
    AlreadyClaimed,

    /// <summary>Less than what was already brought: <see cref="ActResult.Left"/>.</summary>
    LessThanDelivered,

    /// <summary>Less than what is promised or brought already: <see cref="ActResult.Left"/>.</summary>
    LessThanClaimed,

    /// <summary>Less than what is signed for: <see cref="ActResult.Left"/>.</summary>
    LessThanReceived,

    /// <summary>The speaker has no amount here that could be set right.</summary>
    NothingToCorrect,

    /// <summary>Zero, negative or beyond 10⁹.</summary>
    BadQuantity,
    NoItems,

    /// <summary>Said in private: the group has to be chosen.</summary>
    WhichGroup,
    NoSuchOffer,
    AlreadyWithdrawn,
    NoSuchDonation,

    /// <summary>Somebody else changed it since it was opened.</summary>
    ChangedMeanwhile,

    /// <summary>A need cannot be merged into itself or into another group's.</summary>
    CannotMerge,
}

/// <summary>So much of a line.</summary>
public sealed record LineShare(NeedLine Line, decimal Quantity);

/// <summary>What an act on a need did, or why not.</summary>
/// <param name="Need">With its whole graph, as it is after the act; null when there is none.</param>
public sealed record ActResult(SupplyRefusal Refusal, Need? Need = null)
{
    /// <summary>What was claimed, given back, delivered or received, by line.</summary>
    public IReadOnlyList<LineShare> Shares { get; init; } = [];

    /// <summary>The line a refusal speaks of.</summary>
    public NeedLine? Line { get; init; }

    /// <summary>What is left of <see cref="Line"/> for this act.</summary>
    public decimal? Left { get; init; }

    /// <summary>The lines to choose from.</summary>
    public IReadOnlyList<NeedLine> Which { get; init; } = [];

    public bool Done => Refusal == SupplyRefusal.None;
}

/// <summary>A new need, beside what is already known.</summary>
/// <param name="Repeat">An open need of the same community with one of the same items: merging may be offered.</param>
public sealed record AskResult(SupplyRefusal Refusal, Need? Need = null, Need? Repeat = null);

/// <summary>A need changed by an edit of its message.</summary>
/// <param name="Line">With <see cref="SupplyRefusal.AlreadyClaimed"/>: the line that would change, if one does.</param>
/// <param name="Claimed">What of <paramref name="Line"/> is claimed or brought.</param>
/// <param name="More">What the edit adds to it, when it only adds: the bot offers that.</param>
public sealed record EditResult(
    SupplyRefusal Refusal,
    Need? Need = null,
    NeedLine? Line = null,
    decimal? Claimed = null,
    decimal? More = null
)
{
    /// <summary>The new amount of <see cref="Line"/>, when nothing else was changed.</summary>
    public decimal? Became { get; init; }
}

/// <summary>An offer made or withdrawn.</summary>
public sealed record OfferResult(SupplyRefusal Refusal, Offer? Offer = null);

/// <summary>A donation noted or valued.</summary>
public sealed record DonationResult(SupplyRefusal Refusal, Donation? Donation = null);
