using MutualAid.Core.Groups;
using MutualAid.Core.People;
using MutualAid.Core.Schedule;

namespace MutualAid.Core.Volunteers;

/// <summary>Hours at a place for which a group needs so many people.</summary>
public sealed class Shift
{
    public long Id { get; set; }

    /// <summary>What people say (8号班): one series across all groups, in order of creation.</summary>
    public int Number { get; set; }
    public long GroupId { get; set; }
    public Group Group { get; set; } = null!;

    /// <summary>南门岗, as typed.</summary>
    public string Place { get; set; } = "";

    /// <summary>What everybody on it has to be able to do; several are joined by 、. Null: nothing special.</summary>
    public string? Skill { get; set; }

    /// <summary>How many it needs.</summary>
    public int People { get; set; }

    /// <summary>UTC; its wall clock is that of the group's zone.</summary>
    public DateTime StartsAt { get; set; }
    public DateTime EndsAt { get; set; }
    public long? TeamId { get; set; }
    public Team? Team { get; set; }

    /// <summary>Who leads it and is told when somebody is missing.</summary>
    public long LeadId { get; set; }
    public Person Lead { get; set; } = null!;
    public long MadeById { get; set; }
    public Person MadeBy { get; set; } = null!;
    public DateTime MadeAt { get; set; }

    /// <summary>The rule that makes it again; null: it is once only.</summary>
    public long? RuleId { get; set; }
    public RepeatRule? Rule { get; set; }

    /// <summary>The platform's id of the message that announced it.</summary>
    public string? SourceMessage { get; set; }
    public DateTime? CancelledAt { get; set; }
    public long? CancelledById { get; set; }

    /// <summary>Concurrency token: changed by every act, so that two acts at once cannot both take the last place.</summary>
    public long Version { get; set; }
    public List<Assignment> Assignments { get; } = [];
    public List<StandIn> StandIns { get; } = [];
}

/// <summary>One person's place on a shift, from signing up to signing out.</summary>
public sealed class Assignment
{
    public long Id { get; set; }
    public long ShiftId { get; set; }
    public Shift Shift { get; set; } = null!;

    /// <summary>1, 2, 3 … in the order in which people came onto this shift.</summary>
    public int Position { get; set; }
    public long PersonId { get; set; }
    public Person Person { get; set; } = null!;
    public DateTime AssignedAt { get; set; }

    /// <summary>The person, or the leader whose team it is.</summary>
    public long AssignedById { get; set; }

    /// <summary>When they said 能到 the evening before.</summary>
    public DateTime? ConfirmedAt { get; set; }
    public DateTime? LeftAt { get; set; }
    public long? LeftById { get; set; }
    public DateTime? CheckedInAt { get; set; }

    /// <summary>Who said that they are there: the person, or a leader.</summary>
    public long? CheckedInById { get; set; }
    public List<HoursEntry> Hours { get; } = [];
}

/// <summary>顶班: somebody free and able was asked to fill a gap.</summary>
public sealed class StandIn
{
    public long Id { get; set; }
    public long ShiftId { get; set; }
    public Shift Shift { get; set; } = null!;
    public long PersonId { get; set; }
    public Person Person { get; set; } = null!;
    public DateTime AskedAt { get; set; }
    public long AskedById { get; set; }
    public DateTime? DeclinedAt { get; set; }
}

/// <summary>Somebody had to hear of a shift: that they were put onto it, that it changed, that it is off.</summary>
public sealed class ShiftNotice
{
    public long Id { get; set; }
    public long ShiftId { get; set; }
    public Shift Shift { get; set; } = null!;
    public long PersonId { get; set; }
    public Person Person { get; set; } = null!;
    public DateTime At { get; set; }

    /// <summary>The message to them; its state says whether it arrived. Null: the bot cannot write to them.</summary>
    public long? OutboxId { get; set; }

    /// <summary>When somebody told them by telephone.</summary>
    public DateTime? CalledAt { get; set; }
    public long? CalledById { get; set; }
}

/// <summary>A line of the hours ledger. Nothing in it is ever changed: a correction is a new line that names the one it replaces.</summary>
public sealed class HoursEntry
{
    public long Id { get; set; }
    public long AssignmentId { get; set; }
    public Assignment Assignment { get; set; } = null!;

    /// <summary>UTC, whole minutes.</summary>
    public DateTime From { get; set; }
    public DateTime To { get; set; }
    public DateTime NotedAt { get; set; }

    /// <summary>Who said so; null: nobody, the shift simply ended, and a leader is to confirm it (待确认).</summary>
    public long? NotedById { get; set; }
    public long? ReplacesId { get; set; }
    public HoursEntry? Replaces { get; set; }
    public HoursEntry? ReplacedBy { get; set; }
}
