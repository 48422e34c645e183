namespace MutualAid.Bot.Engine;

public enum IncomingKind
{
    /// <summary>A text, or a photo with its caption.</summary>
    Text,

    /// <summary>The person changed an earlier message; <see cref="Incoming.MessageId"/> is that message.</summary>
    Edited,

    /// <summary>A button was pressed.</summary>
    Press,
    Voice,

    /// <summary>The bot was added to a group.</summary>
    Added,

    /// <summary>The bot was removed from a group or blocked in private.</summary>
    Removed,

    /// <summary>A person's standing in a group changed (<see cref="Sender.IsAdmin"/>, or left).</summary>
    Membership,

    /// <summary>The group got another id; <see cref="Incoming.MigratedTo"/>.</summary>
    Migrated,
}

/// <summary>Where something was said.</summary>
public sealed record Place(string Channel, string ChatId, bool IsPrivate, string? Topic = null, string? Title = null)
{
    /// <summary>What people there read, where the platform tells with a new group; null: as the installation is set.</summary>
    public string? Language { get; init; }
}

/// <summary>Who said it, as the platform tells.</summary>
/// <param name="IsAdmin">Null: the platform did not say, the stored role stands.</param>
/// <param name="CanHoldRole">False for anonymous admins and channel posts.</param>
public sealed record Sender(string ExternalId, string Name, bool? IsAdmin = null, string? Language = null, bool CanHoldRole = true);

/// <summary>One thing that happened on a platform, in the engine's words.</summary>
public sealed record Incoming
{
    public required Place Place { get; init; }
    public required Sender From { get; init; }

    /// <summary>Unique within the channel: a second one with the same id has no effect.</summary>
    public required string UpdateId { get; init; }
    public required IncomingKind Kind { get; init; }
    public required DateTime At { get; init; }
    public string Text { get; init; } = "";
    public string? MessageId { get; init; }

    /// <summary>The message this one replies to.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The words it quotes, where the platform gives these instead of the message's id.</summary>
    public string? Quoted { get; init; }

    /// <summary>It mentions the bot or replies to it (the mention itself is already cut from <see cref="Text"/>).</summary>
    public bool ToBot { get; init; }

    /// <summary>The data of the pressed button.</summary>
    public string? Button { get; init; }

    /// <summary>The platform's id of the press, to answer it.</summary>
    public string? CallbackId { get; init; }

    /// <summary>The platform's id of a photo or voice file.</summary>
    public string? File { get; init; }
    public string? MigratedTo { get; init; }

    /// <summary>What the channel needs to speak in this chat again, in its own words: kept with the turn and handed back with each <see cref="Outgoing"/>.</summary>
    public string? Reference { get; init; }

    /// <summary>For <see cref="IncomingKind.Membership"/>: the person left the group.</summary>
    public bool Left { get; init; }
}
