namespace MutualAid.Core.People;

/// <summary>A person's place in the built-in chat room, which is its own platform and so keeps its own accounts.</summary>
public sealed class RoomSeat
{
    public long Id { get; set; }
    public string Name { get; set; } = "";
    public string? Community { get; set; }

    /// <summary>Came by loopback, where names are free: no return link.</summary>
    public bool Guest { get; set; }
    public DateTime CreatedAt { get; set; }

    /// <summary>Salted; null for guests.</summary>
    public string? PinHash { get; set; }
    public int WrongPins { get; set; }
    public DateTime? LockedUntil { get; set; }
    public List<RoomMembership> Memberships { get; } = [];

    /// <summary>How the room and the engine call it.</summary>
    public string ExternalId => "p" + Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A group of the chat room.</summary>
public sealed class RoomChat
{
    public long Id { get; set; }
    public string Title { get; set; } = "";

    /// <summary>微信样式: no edits, buttons or pins.</summary>
    public bool Plain { get; set; }
    public DateTime CreatedAt { get; set; }
    public List<RoomMembership> Memberships { get; } = [];

    public string ExternalId => "g" + Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

public sealed class RoomMembership
{
    public long SeatId { get; set; }
    public RoomSeat Seat { get; set; } = null!;
    public long ChatId { get; set; }
    public RoomChat Chat { get; set; } = null!;
    public DateTime JoinedAt { get; set; }

    /// <summary>Since when the person organises the group; null: a member.</summary>
    public DateTime? OrganiserSince { get; set; }
}

public enum RoomKeyKind
{
    /// <summary>A device that is signed in.</summary>
    Session,

    /// <summary>A person's way back; asks the PIN.</summary>
    Return,

    /// <summary>Opens a group to whoever has it, until it is too old.</summary>
    Invite,

    /// <summary>Makes one person an organiser, once.</summary>
    Organiser,
}

/// <summary>A random secret that opens something; only its hash is stored.</summary>
public sealed class RoomKey
{
    public long Id { get; set; }

    /// <summary>SHA-256 of the secret, in lower-case hex.</summary>
    public string Hash { get; set; } = "";
    public RoomKeyKind Kind { get; set; }
    public long? SeatId { get; set; }
    public RoomSeat? Seat { get; set; }
    public long? ChatId { get; set; }
    public RoomChat? Chat { get; set; }
    public DateTime CreatedAt { get; set; }
    public DateTime? ExpiresAt { get; set; }

    /// <summary>When it was spent or taken back; concurrency token, so that an organiser's link makes one organiser.</summary>
    public DateTime? SpentAt { get; set; }
}
