namespace MutualAid.Core.Accounts;

/// <summary>A browser that is signed in to the console.</summary>
public sealed class ConsoleSession
{
    public long Id { get; set; }

    /// <summary>SHA-256 of the cookie's secret, in lower-case hex.</summary>
    public string TokenHash { get; set; } = "";
    public long AccountId { get; set; }
    public ConsoleAccount Account { get; set; } = null!;

    /// <summary>Where it signed in from.</summary>
    public string? Address { get; set; }

    /// <summary>The browser in two words: <c>Firefox, Android</c>.</summary>
    public string? Browser { get; set; }
    public DateTime StartedAt { get; set; }

    /// <summary>To the minute: not every look at a page is a write.</summary>
    public DateTime LastSeenAt { get; set; }

    /// <summary>When it was signed out; null: it may still be valid.</summary>
    public DateTime? EndedAt { get; set; }
}
