using Microsoft.AspNetCore.Identity;
using MutualAid.Core.Groups;
using MutualAid.Core.People;

namespace MutualAid.Core.Accounts;

/// <summary>Somebody who may sign in to the console; every one is a person, so that acts carry a name.</summary>
public sealed class ConsoleAccount : IdentityUser<long>
{
    public long PersonId { get; set; }
    public Person Person { get; set; } = null!;
    public DateTime CreatedAt { get; set; }

    /// <summary>Since when nobody signs in with it; null: it is open.</summary>
    public DateTime? ClosedAt { get; set; }

    /// <summary>The shared secret of the code app in Base32; null: no second step.</summary>
    public string? TotpSecret { get; set; }

    /// <summary>The last 30-second step whose code was taken, so that no code works twice (RFC 6238, 5.2).</summary>
    public long TotpStep { get; set; }
    public List<Grant> Grants { get; } = [];
    public List<RecoveryCode> RecoveryCodes { get; } = [];
}

/// <summary>What a role lets one do stands in the console's one table of access.</summary>
public enum ConsoleRole
{
    /// <summary>Sees.</summary>
    Viewer,
    CareWorker,
    Editor,
    Organiser,

    /// <summary>Everything, everywhere.</summary>
    Owner,
}

/// <summary>A role given to an account, for one group or for all.</summary>
public sealed class Grant
{
    public long Id { get; set; }
    public long AccountId { get; set; }
    public ConsoleAccount Account { get; set; } = null!;
    public ConsoleRole Role { get; set; }

    /// <summary>Null: every group, also later ones.</summary>
    public long? GroupId { get; set; }
    public Group? Group { get; set; }
    public DateTime GrantedAt { get; set; }

    /// <summary>The account that gave it; null: the host.</summary>
    public long? GrantedById { get; set; }
    public DateTime? RevokedAt { get; set; }
    public long? RevokedById { get; set; }
}

/// <summary>A way in for somebody who lost the code app: good once, stored as a hash.</summary>
public sealed class RecoveryCode
{
    public long Id { get; set; }
    public long AccountId { get; set; }
    public ConsoleAccount Account { get; set; } = null!;
    public string Hash { get; set; } = "";

    /// <summary>Concurrency token: of two who use it at once one is in.</summary>
    public DateTime? UsedAt { get; set; }
}

/// <summary>A link that signs in once: from the private chat, or as an invitation.</summary>
public sealed class SignInKey
{
    public long Id { get; set; }

    /// <summary>SHA-256 of the secret, in lower-case hex.</summary>
    public string Hash { get; set; } = "";
    public long AccountId { get; set; }
    public ConsoleAccount Account { get; set; } = null!;
    public DateTime CreatedAt { get; set; }
    public DateTime ExpiresAt { get; set; }

    /// <summary>When it was used or taken back; concurrency token.</summary>
    public DateTime? SpentAt { get; set; }
}

/// <summary>A key that protects cookies and forms, kept so that a restart or a second copy can read them.</summary>
public sealed class ProtectionKey
{
    public long Id { get; set; }
    public string Name { get; set; } = "";
    public string Xml { get; set; } = "";
}
