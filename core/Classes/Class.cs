using MutualAid.Core.Groups;
using MutualAid.Core.People;

namespace MutualAid.Core.Classes;

/// <summary>What a date in the timetable is.</summary>
public enum ClassKind
{
    /// <summary>A talk (微课堂): somebody teaches, and a fee may be due.</summary>
    Talk,
    Meeting,
    Activity,
}

/// <summary>A talk, meeting or activity of a group to which people sign up.</summary>
public sealed class Class
{
    public long Id { get; set; }

    /// <summary>What people say (9号课): one series across all groups, in order of creation.</summary>
    public int Number { get; set; }
    public long GroupId { get; set; }
    public Group Group { get; set; } = null!;
    public ClassKind Kind { get; set; }
    public string Title { get; set; } = "";
    public string? Speaker { get; set; }

    /// <summary>Where the speaker comes from.</summary>
    public string? Organisation { get; set; }

    /// <summary>Who the speaker is, in a few sentences.</summary>
    public string? Bio { get; set; }

    /// <summary>Its picture, as <see cref="PosterChannel"/> names it.</summary>
    public string? Poster { get; set; }
    public string? PosterChannel { get; set; }

    /// <summary>The number of the first class of its series; null: it stands alone.</summary>
    public int? Series { get; set; }

    /// <summary>A meeting number, a link or an address, as typed; null: in the group. Shown only to those signed up.</summary>
    public string? Venue { get; set; }

    /// <summary>UTC; its wall clock is that of the group's zone.</summary>
    public DateTime StartsAt { get; set; }
    public DateTime EndsAt { get; set; }

    /// <summary>How many may come; null: any number.</summary>
    public int? Places { get; set; }

    /// <summary>What those present say to be counted; null: none is asked.</summary>
    public string? Code { get; set; }

    /// <summary>What the speaker is paid, as planned and, once settled, as it was.</summary>
    public long? FeeCents { get; set; }
    public DateTime? FeeSettledAt { get; set; }
    public long? FeeSettledById { get; set; }

    /// <summary>When it was noted that the speaker takes no fee.</summary>
    public DateTime? FeeWaivedAt { get; set; }

    /// <summary>提纲: what was said, in short.</summary>
    public string? Recap { get; set; }

    /// <summary>回放: the link where it can be seen again.</summary>
    public string? Replay { get; set; }
    public long MadeById { get; set; }
    public Person MadeBy { get; set; } = null!;
    public DateTime MadeAt { get; set; }

    /// <summary>The platform's id of the message that announced it: what concerns the class answers it.</summary>
    public string? SourceMessage { get; set; }
    public DateTime? CancelledAt { get; set; }
    public long? CancelledById { get; set; }

    /// <summary>How often calendars were told of a change (SEQUENCE of RFC 5545).</summary>
    public int Sequence { get; set; }

    /// <summary>Concurrency token: changed by every act, so that two acts at once cannot both take the last place.</summary>
    public long Version { get; set; }
    public List<SignUp> SignUps { get; } = [];
}

/// <summary>One place in a class, taken or waited for, by a person for themselves or for somebody without a phone.</summary>
public sealed class SignUp
{
    public long Id { get; set; }
    public long ClassId { get; set; }
    public Class Class { get; set; } = null!;

    /// <summary>1, 2, 3 … in the order in which people signed up to this class.</summary>
    public int Position { get; set; }

    /// <summary>Who signed up; for a guest their proxy.</summary>
    public long PersonId { get; set; }
    public Person Person { get; set; } = null!;

    /// <summary>The name of the guest that <see cref="Person"/> brings (王阿姨); null: the person.</summary>
    public string? Guest { get; set; }
    public DateTime SignedAt { get; set; }

    /// <summary>Since when the place is theirs; null: waiting.</summary>
    public DateTime? PlacedAt { get; set; }

    /// <summary>When a freed place was offered; it is kept until <see cref="OfferedUntil"/>. Nobody is offered one twice.</summary>
    public DateTime? OfferedAt { get; set; }
    public DateTime? OfferedUntil { get; set; }
    public DateTime? LeftAt { get; set; }
    public long? LeftById { get; set; }
    public DateTime? AttendedAt { get; set; }

    /// <summary>Who said that they are there: the person, or a proxy.</summary>
    public long? AttendedById { get; set; }

    /// <summary>The platform's id of the message that signed up.</summary>
    public string? SourceMessage { get; set; }
}

/// <summary>The secret key of a calendar feed: of a group's timetable, or of one person's own classes.</summary>
public sealed class CalendarKey
{
    public long Id { get; set; }
    public string Key { get; set; } = "";
    public long? GroupId { get; set; }
    public Group? Group { get; set; }
    public long? PersonId { get; set; }
    public Person? Person { get; set; }
    public DateTime MadeAt { get; set; }
    public DateTime? RevokedAt { get; set; }
}
