using MutualAid.Core.Communities;

namespace MutualAid.Core.People;

/// <summary>Somebody who spoke to the bot. Several <see cref="Account"/>s may be one person.</summary>
public sealed class Person
{
    public long Id { get; set; }
    public string Name { get; set; } = "";

    /// <summary><c>zh-CN</c> or <c>en</c>; null: the group's.</summary>
    public string? Language { get; set; }

    /// <summary>IANA zone for private reminders; null: the group's.</summary>
    public string? TimeZone { get; set; }

    public long? CommunityId { get; set; }
    public Community? Community { get; set; }
    public DateTime FirstSeenAt { get; set; }

    /// <summary>When the three examples were last given for a sentence that was not understood.</summary>
    public DateTime? ExamplesAt { get; set; }

    /// <summary>Since when they want no announcements in private; null: they get them.</summary>
    public DateTime? BroadcastsOffAt { get; set; }

    /// <summary>When the person was forgotten: the name is gone, what was done for others stays.</summary>
    public DateTime? ErasedAt { get; set; }
    public List<Account> Accounts { get; } = [];
}

/// <summary>A person's identity on one platform.</summary>
public sealed class Account
{
    public long Id { get; set; }
    public long PersonId { get; set; }
    public Person Person { get; set; } = null!;
    public string Channel { get; set; } = "";
    public string ExternalId { get; set; } = "";

    /// <summary>The private chat with this person; null while it was never opened.</summary>
    public string? PrivateChat { get; set; }

    /// <summary>Since when the bot may write in private; null: it cannot.</summary>
    public DateTime? ReachableSince { get; set; }
}
