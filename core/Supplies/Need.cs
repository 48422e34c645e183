using MutualAid.Core.Communities;
using MutualAid.Core.Groups;
using MutualAid.Core.People;

namespace MutualAid.Core.Supplies;

/// <summary>Something a community asks for: one or more lines, claimed, delivered and received line by line.</summary>
public sealed class Need
{
    public long Id { get; set; }

    /// <summary>What people say (#31): one series across all groups, in order of creation.</summary>
    public int Number { get; set; }
    public long GroupId { get; set; }
    public Group Group { get; set; } = null!;
    public long AskedById { get; set; }
    public Person AskedBy { get; set; } = null!;
    public DateTime AskedAt { get; set; }

    /// <summary>Fixed when the need is asked; a later /join changes later needs only.</summary>
    public long? CommunityId { get; set; }
    public Community? Community { get; set; }
    public bool Urgent { get; set; }

    /// <summary>Needed by: a local date or date and time of the group's zone (<c>2020-02-07</c>, <c>2020-02-07T15:00</c>).</summary>
    public string? NeededBy { get; set; }

    /// <summary>The platform's id of the message that asked, so that an edit of it changes the record.</summary>
    public string? SourceMessage { get; set; }
    public long? VerifiedById { get; set; }
    public Person? VerifiedBy { get; set; }
    public DateTime? VerifiedAt { get; set; }
    public long? CancelledById { get; set; }
    public DateTime? CancelledAt { get; set; }

    /// <summary>The number of the open need that this one repeated and was put into; it is then cancelled.</summary>
    public int? MergedInto { get; set; }
    public DateTime? ExpiredAt { get; set; }

    /// <summary>When every line was received in full.</summary>
    public DateTime? ClosedAt { get; set; }

    /// <summary>Creation or the last act on it (claim, release, delivered, received, renew, verify): expiry counts from here.</summary>
    public DateTime LastActAt { get; set; }

    /// <summary>When 还需要吗？ was asked since the last act.</summary>
    public DateTime? StillNeededAskedAt { get; set; }

    /// <summary>Concurrency token: changed by every act, so that two acts at once cannot both win.</summary>
    public long Version { get; set; }
    public List<NeedLine> Lines { get; } = [];
}

/// <summary>One kind of goods in a need, in the unit it was asked in.</summary>
public sealed class NeedLine
{
    public long Id { get; set; }
    public long NeedId { get; set; }
    public Need Need { get; set; } = null!;
    public int Position { get; set; }
    public string Item { get; set; } = "";

    /// <summary>The item's name folded for comparison.</summary>
    public string ItemKey { get; set; } = "";
    public decimal Quantity { get; set; }

    /// <summary>As typed; null when none was said.</summary>
    public string? Unit { get; set; }
    public bool About { get; set; }
    public bool AtLeast { get; set; }
    public decimal? PackSize { get; set; }
    public string? PackUnit { get; set; }
    public List<Claim> Claims { get; } = [];
    public List<Delivery> Deliveries { get; } = [];
    public List<Handover> Handovers { get; } = [];
}

/// <summary>Somebody's promise to bring so much of a line.</summary>
public sealed class Claim
{
    public long Id { get; set; }
    public long LineId { get; set; }
    public NeedLine Line { get; set; } = null!;
    public long ById { get; set; }
    public Person By { get; set; } = null!;
    public decimal Quantity { get; set; }

    /// <summary>The part given back since, or said to be brought and not arrived.</summary>
    public decimal Released { get; set; }
    public DateTime ClaimedAt { get; set; }

    /// <summary>When it was given back; null also for what did not arrive.</summary>
    public DateTime? ReleasedAt { get; set; }
}

/// <summary>So much of a line was brought.</summary>
public sealed class Delivery
{
    public long Id { get; set; }
    public long LineId { get; set; }
    public NeedLine Line { get; set; } = null!;

    /// <summary>The claim it fulfils; null when it takes from what nobody had claimed.</summary>
    public long? ClaimId { get; set; }
    public Claim? Claim { get; set; }
    public long ById { get; set; }
    public Person By { get; set; } = null!;
    public decimal Quantity { get; set; }
    public DateTime DeliveredAt { get; set; }

    /// <summary>The platform's id of a photo of the handover.</summary>
    public string? Photo { get; set; }
}

/// <summary>A confirmed receipt by the community: one row per line and confirmation. The report counts these.</summary>
public sealed class Handover
{
    public long Id { get; set; }
    public long LineId { get; set; }
    public NeedLine Line { get; set; } = null!;
    public decimal Quantity { get; set; }
    public long? CommunityId { get; set; }
    public Community? Community { get; set; }
    public long ReceivedById { get; set; }
    public Person ReceivedBy { get; set; } = null!;

    /// <summary>The colleague who took the goods in, when another confirms it (代签收).</summary>
    public long? TakenInById { get; set; }
    public DateTime ReceivedAt { get; set; }
    public string? Photo { get; set; }

    /// <summary>How many people it reached, when said.</summary>
    public int? Beneficiaries { get; set; }
}
