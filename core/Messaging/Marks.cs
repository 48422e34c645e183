using MutualAid.Core.People;

namespace MutualAid.Core.Messaging;

/// <summary>An update that was handled. A set, not a maximum: platforms restart their numbers at random.</summary>
public sealed class Seen
{
    public string Channel { get; set; } = "";
    public string UpdateId { get; set; } = "";
    public DateTime At { get; set; }
}

/// <summary>A command line that arrives in pieces: what was said so far and what was asked, per person and place.</summary>
public sealed class Unfinished
{
    public long Id { get; set; }
    public long PersonId { get; set; }
    public Person Person { get; set; } = null!;
    public string Channel { get; set; } = "";
    public string ChatId { get; set; } = "";
    public string? Topic { get; set; }

    /// <summary>The first message and the answers since, as a JSON list of texts.</summary>
    public string Pieces { get; set; } = "[]";

    /// <summary>The kind of answer that is awaited.</summary>
    public string Kind { get; set; } = "";

    /// <summary>The outbox row that asked.</summary>
    public long? QuestionId { get; set; }
    public string? SourceMessage { get; set; }
    public DateTime ExpiresAt { get; set; }
}

/// <summary>The inverse of one act, so that 撤销 restores the rows exactly.</summary>
public sealed class UndoStep
{
    public long Id { get; set; }
    public long PersonId { get; set; }
    public string Channel { get; set; } = "";
    public string ChatId { get; set; } = "";
    public DateTime At { get; set; }

    /// <summary>Changed rows with their values before and after, as JSON.</summary>
    public string Changes { get; set; } = "[]";

    /// <summary>The card that shows the act.</summary>
    public string Card { get; set; } = "";
    public DateTime? UndoneAt { get; set; }
}

/// <summary>A fault that a person was shown as a code.</summary>
public sealed class Incident
{
    public long Id { get; set; }
    public string Code { get; set; } = "";
    public DateTime At { get; set; }
    public string Channel { get; set; } = "";
    public string UpdateId { get; set; } = "";
    public string Command { get; set; } = "";
    public string Error { get; set; } = "";
}

/// <summary>A voice message for a person to listen to.</summary>
public sealed class VoiceNote
{
    public long Id { get; set; }
    public long PersonId { get; set; }
    public Person Person { get; set; } = null!;
    public long? GroupId { get; set; }
    public string FileId { get; set; } = "";
    public DateTime At { get; set; }
    public long? HandledById { get; set; }
    public DateTime? HandledAt { get; set; }
}

/// <summary>A value of the installation that is not configuration (keys, first-run marks).</summary>
public sealed class Setting
{
    public string Key { get; set; } = "";
    public string Value { get; set; } = "";
}

/// <summary>Work that only one copy of the program does at a time.</summary>
public sealed class Lease
{
    public string Name { get; set; } = "";
    public string Holder { get; set; } = "";
    public DateTime Until { get; set; }

    /// <summary>Grows with every change of holder: who has an older one must not act any more.</summary>
    public long Fence { get; set; }
}
