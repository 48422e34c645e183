using MutualAid.Core.People;
using MutualAid.Core.Schedule;

namespace MutualAid.Core.Volunteers;

/// <summary>Why an act on a shift, team or hours was not done; nothing was changed. The names are phrase keys.</summary>
public enum ShiftRefusal
{
    None,
    NoSuchShift,

    /// <summary>The shift belongs to another group.</summary>
    OtherGroup,

    /// <summary>Only those who lead it, and organisers, may.</summary>
    NotLead,
    NoPlace,

    /// <summary>It would have begun already, or lies more than a year ahead.</summary>
    BadStart,

    /// <summary>The end lies before the beginning, or more than a day behind it.</summary>
    BadEnd,

    /// <summary>Fewer than one, or more than 500 people.</summary>
    BadPeople,
    AlreadyCancelled,
    AlreadyOver,

    /// <summary>Somebody has signed in already: its hours are their hours.</summary>
    AlreadyBegun,
    AlreadyOn,
    Full,

    /// <summary>Somebody else took the gap first.</summary>
    Covered,

    /// <summary>The person is on another shift at that time.</summary>
    Conflict,
    NotOn,

    /// <summary>签到 opens an hour before the start.</summary>
    NotYetOpen,
    AlreadyIn,

    /// <summary>签退 without having signed in.</summary>
    NotIn,
    AlreadyOut,

    /// <summary>签退 so long after the end that only a leader may enter it.</summary>
    LongOver,

    /// <summary>Nobody of that name in the group or on the shift.</summary>
    NoSuchPerson,

    /// <summary>Several may be meant.</summary>
    WhichPerson,
    NothingToConfirm,
    NoSuchTeam,

    /// <summary>Two to twenty characters, without blanks and signs between them.</summary>
    BadTeamName,
    TeamNameTaken,
}

/// <summary>What an act on a shift did, or why not.</summary>
/// <param name="Shift">With its whole graph, as it is after the act; null when there is none.</param>
public sealed record ShiftResult(ShiftRefusal Refusal, Shift? Shift = null)
{
    /// <summary>The places that were taken, given back, or signed in or out.</summary>
    public IReadOnlyList<Assignment> Places { get; init; } = [];

    /// <summary>The shift in the way, or one that still lacks somebody.</summary>
    public Shift? Other { get; init; }

    public bool Done => Refusal == ShiftRefusal.None;
}

/// <summary>What is known of a new shift.</summary>
/// <param name="StartsAt">UTC.</param>
public sealed record ShiftDraft(string Place, DateTime StartsAt, DateTime EndsAt, int People)
{
    public string? Skill { get; init; }
    public Team? Team { get; init; }

    /// <summary>Null: who makes it.</summary>
    public Person? Lead { get; init; }

    /// <summary>The rule that makes it; null: once only.</summary>
    public RepeatRule? Rule { get; init; }

    /// <summary>Where, when, how many and what for are as they stand there.</summary>
    public bool IsAs(Shift it) =>
        (Place, StartsAt, EndsAt, People, Skill ?? "") == (it.Place, it.StartsAt, it.EndsAt, it.People, it.Skill ?? "");
}
