using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;
using MutualAid.Core.Schedule;

namespace MutualAid.Core.Broadcasts;

/// <summary>Whom a broadcast is for.</summary>
public enum AudienceKind
{
    /// <summary>Every group within reach.</summary>
    AllGroups,

    /// <summary>The groups whose ids stand in <see cref="Broadcast.Aim"/>.</summary>
    Groups,

    /// <summary>Groups with a tag (<see cref="GroupTag.NameKey"/>).</summary>
    Tag,

    /// <summary>In private: the members who stand for a community.</summary>
    Community,

    /// <summary>In private: who organises a group within reach.</summary>
    Organisers,

    /// <summary>In private: every member who has not switched announcements off.</summary>
    Members,
}

/// <summary>How far the words of its author carry.</summary>
public enum Reach
{
    /// <summary>The groups that the author organises, at the moment of sending.</summary>
    Own,

    /// <summary>All groups: written in the console.</summary>
    House,
}

/// <summary>One text for many chats. A draft until somebody confirmed it; what became of it is computed from its rows.</summary>
public sealed class Broadcast
{
    public long Id { get; set; }

    /// <summary>What people say (群发3): one series.</summary>
    public int Number { get; set; }

    /// <summary>Markdown; {群名} becomes the name of the chat it goes to.</summary>
    public string Body { get; set; } = "";

    /// <summary>The platform's id of a picture, known only on <see cref="PhotoChannel"/>.</summary>
    public string? Photo { get; set; }
    public string? PhotoChannel { get; set; }
    public Reach Reach { get; set; }
    public AudienceKind Audience { get; set; }

    /// <summary>Ids with commas between, the key of a tag, or the id of a community.</summary>
    public string Aim { get; set; } = "";

    /// <summary>When somebody chose that it passes quiet hours, muting and classes; null: it waits for the morning.</summary>
    public DateTime? UrgentAt { get; set; }
    public long MadeById { get; set; }
    public Person MadeBy { get; set; } = null!;
    public DateTime MadeAt { get; set; }

    /// <summary>The wanted time (UTC); null: at once.</summary>
    public DateTime? PlannedFor { get; set; }

    /// <summary>It repeats: each occurrence is a broadcast of its own (<see cref="Of"/>).</summary>
    public long? RuleId { get; set; }
    public RepeatRule? Rule { get; set; }

    /// <summary>The repeated one this is an occurrence of.</summary>
    public long? OfId { get; set; }
    public Broadcast? Of { get; set; }
    public DateTime? ConfirmedAt { get; set; }
    public long? ConfirmedById { get; set; }

    /// <summary>Nothing leaves before this time: half a minute after the confirmation at the earliest.</summary>
    public DateTime? SendAt { get; set; }

    /// <summary>Since when every recipient has its row.</summary>
    public DateTime? FedAt { get; set; }
    public DateTime? PausedAt { get; set; }
    public long? PausedById { get; set; }
    public DateTime? StoppedAt { get; set; }
    public long? StoppedById { get; set; }

    /// <summary>When its text was changed after it had gone out.</summary>
    public DateTime? EditedAt { get; set; }

    /// <summary>When it was taken back everywhere.</summary>
    public DateTime? TakenBackAt { get; set; }

    /// <summary>A draft that nobody wants any more.</summary>
    public DateTime? DiscardedAt { get; set; }

    /// <summary>Grows when it is shown to its author anew, below what was said since.</summary>
    public int Showing { get; set; }

    /// <summary>Concurrency token: changed by every act.</summary>
    public long Version { get; set; }
    public List<Recipient> Recipients { get; } = [];
}

/// <summary>One chat that a broadcast goes to. Its state is that of its row in the outbox, which is written in the same commit.</summary>
public sealed class Recipient
{
    public long Id { get; set; }
    public long BroadcastId { get; set; }
    public Broadcast Broadcast { get; set; } = null!;
    public long? GroupId { get; set; }
    public Group? Group { get; set; }
    public long? PersonId { get; set; }
    public Person? Person { get; set; }
    public long RowId { get; set; }
    public OutboxRow Row { get; set; } = null!;
}

/// <summary>The kinds of due rows of a broadcast; their subject is its id.</summary>
public static class BroadcastDue
{
    /// <summary>The next batch of recipients gets its rows.</summary>
    public const string Feed = "broadcast.feed";

    /// <summary>The next batch of messages is edited or deleted.</summary>
    public const string Mend = "broadcast.mend";

    /// <summary>The author's card is drawn anew.</summary>
    public const string Progress = "broadcast.progress";

    /// <summary>An occurrence of a repeated one.</summary>
    public const string Repeat = "broadcast.repeat";
}
