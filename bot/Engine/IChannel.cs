using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Engine;

/// <summary>What a platform can do; slices ask for the best form and get the nearest.</summary>
[Flags]
public enum Abilities
{
    None = 0,
    Edit = 1,
    Delete = 2,
    Pin = 4,
    Buttons = 8,
    React = 16,
    Toast = 32,
    ForceReply = 64,
    Photo = 128,

    /// <summary>People there can answer.</summary>
    Hear = 256,

    /// <summary>Each reader can be shown buttons of their own.</summary>
    OwnButtons = 512,
    All = Edit | Delete | Pin | Buttons | React | Toast | ForceReply | Photo | Hear,
}

/// <summary>One call to a platform, ready to go.</summary>
public sealed record Outgoing
{
    public required OutboxKind Kind { get; init; }
    public required string ChatId { get; init; }
    public string? Topic { get; init; }

    /// <summary>HTML of the small set of <see cref="OutboxRow.Text"/>.</summary>
    public string Text { get; init; } = "";
    public IReadOnlyList<IReadOnlyList<Button>> Buttons { get; init; } = [];
    public string? ReplyTo { get; init; }

    /// <summary>The message to edit, delete, pin or react to.</summary>
    public string? MessageId { get; init; }
    public string? CallbackId { get; init; }
    public string? Photo { get; init; }

    /// <summary>Where anybody may fetch the picture that belongs above the words.</summary>
    public Uri? Picture { get; init; }
    public bool Silent { get; init; }
    public bool ForceReply { get; init; }

    /// <summary>A question in somebody's private chat: its buttons are worth nothing once it is answered.</summary>
    public bool Asks { get; init; }
    public Why Why { get; init; }

    /// <summary>What it answers was not taken in.</summary>
    public bool Refuses { get; init; }

    /// <summary>It shows what stands in the records, not only a word said once.</summary>
    public bool IsCard { get; init; }

    /// <summary>The chat's latest <see cref="Incoming.Reference"/>; null: the channel gave none.</summary>
    public string? Reference { get; init; }

    /// <summary>The outbox row: a channel of our own may use it as the message's id.</summary>
    public long RowId { get; init; }
}

public enum Outcome
{
    /// <summary>The platform accepted it.</summary>
    Sent,

    /// <summary>Nothing left us, or the platform said to come back: try again after <see cref="Delivery.After"/>.</summary>
    Retry,

    /// <summary>It will never work; <see cref="Delivery.Reason"/>.</summary>
    Failed,

    /// <summary>The bytes may have arrived: never retried by itself for a send.</summary>
    Unknown,

    /// <summary>The chat is closed to the bot (blocked, removed, deleted).</summary>
    ChatGone,

    /// <summary>The message to edit, delete or pin no longer exists.</summary>
    MessageGone,

    /// <summary>The group has a new id, <see cref="Delivery.Reason"/>.</summary>
    Migrated,
}

/// <param name="MessageId">The platform's id of the new message.</param>
/// <param name="After">For <see cref="Outcome.Retry"/>: how long to wait; null: the courier's own back-off.</param>
/// <param name="WholeChannel">The wait holds for all chats of the channel.</param>
/// <param name="InDoubt">With <see cref="Outcome.MessageGone"/>: it may have changed all the same, so what is said instead is marked.</param>
public sealed record Delivery(
    Outcome Outcome,
    string? MessageId = null,
    string? Reason = null,
    TimeSpan? After = null,
    bool WholeChannel = false,
    bool InDoubt = false
);

/// <summary>A platform: it turns its updates into <see cref="Incoming"/> and carries <see cref="Outgoing"/>.</summary>
public interface IChannel
{
    /// <summary>The name in settings and rows, in lower case: <c>telegram</c>, <c>room</c>.</summary>
    string Name { get; }

    Abilities Can { get; }

    /// <summary>What it can do in one chat: the room's groups may be switched to 微信样式.</summary>
    Abilities CanIn(string chatId) => Can;

    /// <summary>What it can do with one message there: WeCom changes a card only within seconds of a press on it.</summary>
    Abilities CanDoWith(string chatId, string messageId) => CanIn(chatId);

    Pace Pace { get; }

    /// <summary>What the bot may do in a group, as the platform said last, without asking it now; null: it gives no such rights, or has not said.</summary>
    ChannelRights? RightsIn(string chatId) => null;

    /// <summary>Somebody's name, in HTML, so that this platform calls them; where it cannot, the name alone.</summary>
    /// <param name="externalId">As in <see cref="Core.People.Account.ExternalId"/>.</param>
    string Mention(string externalId, string name) => Html.Escape(name);

    Task<Delivery> CarryAsync(Outgoing message, CancellationToken stop);
}

/// <param name="SeesAll">It receives what people say to each other, not only what is said to it.</param>
public sealed record ChannelRights(bool SeesAll, bool MayPin, bool MayDelete);

/// <summary>The published limits of a platform; null: none.</summary>
/// <param name="PerSecond">Calls a second over all chats.</param>
/// <param name="PerChatPerSecond">Calls a second in one chat.</param>
/// <param name="PerGroupPerMinute">Sends and edits a minute in one group.</param>
/// <param name="PerChatPerMinute">Sends and edits a minute in any chat.</param>
/// <param name="PerChatPerHour">Sends and edits an hour in any chat.</param>
public sealed record Pace(
    int? PerSecond = null,
    int? PerChatPerSecond = null,
    int? PerGroupPerMinute = null,
    int? PerChatPerMinute = null,
    int? PerChatPerHour = null
)
{
    public static readonly Pace Free = new();
}

/// <summary>Where channels hand in what happened. The task ends after the turn's commit, or throws when nothing was stored.</summary>
public interface IIntake
{
    /// <returns>False: it was refused. A message that was edited so still says what it said before.</returns>
    Task<bool> ReceiveAsync(Incoming incoming, CancellationToken stop = default);
}
