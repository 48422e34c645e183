using MutualAid.Core.Groups;
using MutualAid.Core.People;

namespace MutualAid.Core.Volunteers;

/// <summary>Somebody on the roster. What they can, where and when, and how to reach them is told only to those who lead.</summary>
public sealed class Volunteer
{
    public long Id { get; set; }
    public long PersonId { get; set; }
    public Person Person { get; set; } = null!;
    public DateTime JoinedAt { get; set; }
    public DateTime? LeftAt { get; set; }

    /// <summary>Where they can help, as typed.</summary>
    public string? Area { get; set; }

    /// <summary>When they are free, as typed.</summary>
    public string? FreeText { get; set; }

    /// <summary>The same as <see cref="Language.FreeTimes.Slots"/>; 0: not said, so they may always be asked.</summary>
    public int FreeSlots { get; set; }

    /// <summary>A telephone number that they gave in private.</summary>
    public string? Contact { get; set; }

    /// <summary>A remark of whoever keeps the roster.</summary>
    public string? Note { get; set; }
    public List<VolunteerSkill> Skills { get; } = [];
}

public sealed class VolunteerSkill
{
    public long Id { get; set; }
    public long VolunteerId { get; set; }
    public Volunteer Volunteer { get; set; } = null!;

    /// <summary>As typed.</summary>
    public string Name { get; set; } = "";

    /// <summary>The form in which skills are compared.</summary>
    public string Key { get; set; } = "";
}

/// <summary>Volunteers of a group who go together, with one who leads them.</summary>
public sealed class Team
{
    public long Id { get; set; }
    public long GroupId { get; set; }
    public Group Group { get; set; } = null!;
    public string Name { get; set; } = "";
    public string NameKey { get; set; } = "";
    public long LeadId { get; set; }
    public Person Lead { get; set; } = null!;
    public long MadeById { get; set; }
    public Person MadeBy { get; set; } = null!;
    public DateTime MadeAt { get; set; }

    /// <summary>Since when nobody goes with it; null: it stands.</summary>
    public DateTime? DissolvedAt { get; set; }
    public List<TeamMember> Members { get; } = [];
}

public sealed class TeamMember
{
    public long Id { get; set; }
    public long TeamId { get; set; }
    public Team Team { get; set; } = null!;
    public long PersonId { get; set; }
    public Person Person { get; set; } = null!;
    public DateTime AddedAt { get; set; }
    public long AddedById { get; set; }
    public DateTime? LeftAt { get; set; }
}
