using MutualAid.Core.People;

namespace MutualAid.Core.Groups;

/// <summary>A chat group on one platform.</summary>
public sealed class Group
{
    public long Id { get; set; }
    public string Channel { get; set; } = "";

    /// <summary>The platform's chat id; changes when a Telegram group becomes a supergroup.</summary>
    public string ExternalId { get; set; } = "";

    public string Title { get; set; } = "";
    public string Language { get; set; } = "zh-CN";
    public string TimeZone { get; set; } = "Asia/Shanghai";
    public DateTime AddedAt { get; set; }

    /// <summary>When an organiser pressed 确认 on the onboarding message.</summary>
    public DateTime? ConfirmedAt { get; set; }
    public long? ConfirmedById { get; set; }

    /// <summary>Since when the bot cannot write here (removed, blocked); null: active.</summary>
    public DateTime? InactiveAt { get; set; }
    public DateTime? MutedUntil { get; set; }

    /// <summary>Local wall-clock bounds of the quiet hours.</summary>
    public TimeOnly QuietFrom { get; set; } = new(22, 0);
    public TimeOnly QuietTo { get; set; } = new(7, 30);

    /// <summary>Minutes after which errors vanish; 0: they stay.</summary>
    public int VanishAfterMinutes { get; set; } = 10;

    /// <summary>Since when nobody is reminded of needs here; null: people are.</summary>
    public DateTime? RemindersOffAt { get; set; }

    /// <summary>Since when a line that looks like a request gets a button to register it; null: only organisers see it.</summary>
    public DateTime? MissedButtonAt { get; set; }

    /// <summary>Since when organisers want no announcements from elsewhere here; null: they come.</summary>
    public DateTime? BroadcastsOffAt { get; set; }

    /// <summary>Since when its open needs, offers and classes may be read by anybody on the public board; null: they may not.</summary>
    public DateTime? PublicBoardAt { get; set; }

    public List<Member> Members { get; } = [];
}

public enum Role
{
    Member,
    Organiser,
}

/// <summary>A person in a group, with the role that the platform's admins or the console gave.</summary>
public sealed class Member
{
    public long GroupId { get; set; }
    public Group Group { get; set; } = null!;
    public long PersonId { get; set; }
    public Person Person { get; set; } = null!;
    public Role Role { get; set; }

    /// <summary>When the role was last confirmed by the platform.</summary>
    public DateTime RoleAt { get; set; }
    public DateTime JoinedAt { get; set; }
    public DateTime? LeftAt { get; set; }
}
