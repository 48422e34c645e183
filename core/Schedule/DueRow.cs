using MutualAid.Core.Groups;

namespace MutualAid.Core.Schedule;

public enum DueState
{
    Waiting,

    /// <summary>It happened, in the same commit that closed the row.</summary>
    Done,

    /// <summary>It came up so late that it was of no use any more.</summary>
    Dropped,
    Cancelled,

    /// <summary>It went wrong as often as is tried; a person decides.</summary>
    Failed,
}

/// <summary>One thing that is to happen at a time. Its unique key makes it happen once, whoever plans it and however often.</summary>
public sealed class DueRow
{
    public long Id { get; set; }

    /// <summary>What is to happen: <c>class.reminder</c>, <c>content.daily</c>.</summary>
    public string Kind { get; set; } = "";

    /// <summary>Rule and occurrence: <c>class.reminder:9:60:20261124T1200</c>. Unique over all kinds.</summary>
    public string Key { get; set; } = "";

    /// <summary>When it is due (UTC).</summary>
    public DateTime At { get; set; }

    /// <summary>When it is tried next (UTC): <see cref="At"/>, later after a fault.</summary>
    public DateTime TryAt { get; set; }

    public long? GroupId { get; set; }
    public Group? Group { get; set; }

    /// <summary>The row it is about, of a table that the kind knows.</summary>
    public long? SubjectId { get; set; }

    /// <summary>What else the kind needs to know.</summary>
    public string? Detail { get; set; }

    public long? RuleId { get; set; }
    public RepeatRule? Rule { get; set; }

    public DueState State { get; set; }
    public int Attempts { get; set; }

    /// <summary>The type of the last fault; never what people wrote.</summary>
    public string? Fault { get; set; }
    public DateTime PlannedAt { get; set; }
    public DateTime? ClosedAt { get; set; }

    /// <summary>Raced by two hosts: only one closes a row.</summary>
    public int Version { get; set; }
}
