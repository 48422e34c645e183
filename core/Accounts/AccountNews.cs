namespace MutualAid.Core.Accounts;

/// <summary>What may have been done by somebody else than the holder; the names are phrase keys.</summary>
public enum AccountEvent
{
    Password,
    CodesOn,
    CodesOff,

    /// <summary>From a browser that never signed in to it before.</summary>
    NewDevice,
    SignedOut,
}

/// <summary>The holder of an account hears of each change to how one gets in.</summary>
public sealed class AccountNews
{
    public long Id { get; set; }
    public long AccountId { get; set; }
    public ConsoleAccount Account { get; set; } = null!;
    public AccountEvent Event { get; set; }
    public DateTime At { get; set; }

    /// <summary>The session in which it was done, which need not be told; 0: none.</summary>
    public long SessionId { get; set; }

    /// <summary>Browser and address, where it is known.</summary>
    public string? From { get; set; }

    /// <summary>Told in private, or read in the console.</summary>
    public DateTime? ToldAt { get; set; }
}
