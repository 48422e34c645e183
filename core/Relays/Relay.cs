using MutualAid.Core.Communities;
using MutualAid.Core.People;

namespace MutualAid.Core.Relays;

/// <summary>Somebody copied a post of the bot into a group where no bot may be, and says so: 已转发 三号楼群.</summary>
public sealed class Relay
{
    public long Id { get; set; }

    /// <summary>What was copied: a card's key (<c>need:31</c>), <c>broadcast:4</c>, or <c>row:55</c> for a message without either.</summary>
    public string Subject { get; set; } = "";

    /// <summary>The group, as the volunteer called it.</summary>
    public string Name { get; set; } = "";

    /// <summary>The name folded for comparison.</summary>
    public string NameKey { get; set; } = "";

    /// <summary>The community that is told by it, as far as the name says.</summary>
    public long? CommunityId { get; set; }
    public Community? Community { get; set; }
    public long ById { get; set; }
    public Person By { get; set; } = null!;
    public DateTime At { get; set; }
}

/// <summary>Why a relay was not noted; the names are phrase keys.</summary>
public enum RelayRefusal
{
    None,
    NameTooLong,

    /// <summary>Somebody said so before.</summary>
    KnownAlready,
}

public sealed record RelayResult(RelayRefusal Refusal, Relay? Relay = null);
