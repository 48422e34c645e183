using System.Text.Json.Serialization;

namespace MutualAid.Core.Messaging;

public enum OutboxKind
{
    Send,
    Edit,
    Delete,
    React,

    /// <summary>The answer to a button press (a toast).</summary>
    Answer,
    Pin,
}

/// <summary>Honest states of what leaves the bot (reliability 6.3).</summary>
public enum OutboxState
{
    Queued,

    /// <summary>Saved before the call: a kill from here on leaves the outcome unknown.</summary>
    Attempting,
    Sent,
    Retry,
    Failed,
    Unknown,
    Cancelled,
}

/// <summary>Why the bot speaks; the words of the replay's output.</summary>
public enum Why
{
    Reply,
    Reminder,
    Digest,
    Board,
    Expiry,
    Notice,
}

/// <summary>One thing to be said, shown or taken back on a platform. Written in the commit of the turn that caused it.</summary>
public sealed class OutboxRow
{
    public long Id { get; set; }
    public string Channel { get; set; } = "";
    public string ChatId { get; set; } = "";
    public string? Topic { get; set; }

    /// <summary>The chat is a group: the platform's limits per group count.</summary>
    public bool InGroup { get; set; }
    public OutboxKind Kind { get; set; }
    public Why Why { get; set; }

    /// <summary>HTML of the small set b, i, u, s, code, pre, a; people's text in it is escaped.</summary>
    public string Text { get; set; } = "";

    /// <summary>Rows of buttons as JSON (<see cref="Button"/>[][]); null: none.</summary>
    public string? Buttons { get; set; }

    /// <summary>The platform's id of the message this answers.</summary>
    public string? ReplyTo { get; set; }

    /// <summary>The card this row posts or edits; its message id is known once the post was sent.</summary>
    public long? CardId { get; set; }
    public Card? Card { get; set; }

    /// <summary>For delete, pin and edit without a card: the row whose message is meant.</summary>
    public long? TargetId { get; set; }

    /// <summary>The broadcast it belongs to: it may be paused, it lets replies go first, and in doubt it is never said again by itself.</summary>
    public long? BroadcastId { get; set; }

    /// <summary>The platform's id of the resulting message, or for delete and react of a person's message its target.</summary>
    public string? MessageId { get; set; }

    /// <summary>The platform's id of the button press that is answered.</summary>
    public string? CallbackId { get; set; }
    public string? Photo { get; set; }

    /// <summary>The name of the picture of our own that is shown above the words.</summary>
    public string? Picture { get; set; }

    /// <summary>Ask the platform to open a reply to this message for the person it answers.</summary>
    public bool ForceReply { get; set; }
    public bool Silent { get; set; }
    public OutboxState State { get; set; }
    public int Attempts { get; set; }
    public DateTime CreatedAt { get; set; }

    /// <summary>Not before this time.</summary>
    public DateTime DueAt { get; set; }

    /// <summary>A short refusal: others that wait for the same chat may be added to it.</summary>
    public bool MayMerge { get; set; }

    /// <summary>It may have arrived once already: it goes out marked （补发）, and only once.</summary>
    public bool IsRepeat { get; set; }

    /// <summary>The courier's lease under which it was attempted (<see cref="Lease.Fence"/>).</summary>
    public long Fence { get; set; }
    public DateTime? StartedAt { get; set; }
    public DateTime? SentAt { get; set; }

    /// <summary>Why it is in its state; while <see cref="MayMerge"/> waits: the name of the person it answers.</summary>
    public string? Reason { get; set; }
}

/// <summary>A message that is edited in place: one per need, list or board and chat.</summary>
public sealed class Card
{
    public long Id { get; set; }

    /// <summary>What it shows: <c>need:31</c>, <c>board</c>.</summary>
    public string Key { get; set; } = "";
    public string Channel { get; set; } = "";
    public string ChatId { get; set; } = "";
    public string? Topic { get; set; }

    /// <summary>It stands in a person's private chat: no group's limit counts.</summary>
    public bool IsPrivate { get; set; }
    public string? MessageId { get; set; }
    public DateTime? PinnedAt { get; set; }

    /// <summary>The text and buttons sent last, folded to a hash: an equal drawing is not sent again.</summary>
    public string? Shown { get; set; }

    /// <summary>When it was last sent or edited: edits keep a distance.</summary>
    public DateTime? ShownAt { get; set; }
}

/// <summary>A button. <paramref name="Data"/> is an opaque token or, when <paramref name="Url"/> is set, null.</summary>
public sealed record Button(string Label, string? Data, string? Url = null)
{
    /// <summary>Where nothing can be pressed, the number that was shown instead; 0: it is answered by its words.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Number { get; init; }

    /// <summary>Only organisers may press it: where each reader can be shown buttons of their own, others do not see it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ForOrganisers { get; init; }

    /// <summary>Whose it is, by external id (with <see cref="ForOrganisers"/>: and organisers'); null: everybody's. Shown so where each reader can be shown buttons of their own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? For { get; init; }

    /// <summary>Who has no use for it, by external id.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? NotFor { get; init; }

    /// <summary>It only says that the answer may be typed: a page of our own puts the cursor into its box instead.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Typed { get; init; }

    /// <summary>It answers what its owner alone was asked: a page of our own shows the question to nobody else.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsAnswer { get; init; }

    /// <summary>The phrase of the label: a page of our own says it in its reader's language.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Phrase { get; init; }

    /// <summary>What the page may say beside it: how much, whose.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>Smaller amounts of the same act, which a page of our own shows at a tap.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Button>? Parts { get; init; }

    /// <summary>What stands in its place for those whom these are for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Button>? Instead { get; init; }
}
