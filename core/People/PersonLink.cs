namespace MutualAid.Core.People;

/// <summary>Six digits that somebody says on another platform to be known there as the same person. Good once, for ten minutes.</summary>
public sealed class LinkCode
{
    public long Id { get; set; }
    public long PersonId { get; set; }
    public Person Person { get; set; } = null!;

    /// <summary>SHA-256 of the digits, in lower-case hex.</summary>
    public string Hash { get; set; } = "";
    public DateTime ExpiresAt { get; set; }

    /// <summary>When it was spent or replaced; concurrency token, so that a code links once.</summary>
    public DateTime? SpentAt { get; set; }
}

/// <summary>A wrong code that somebody said: few are allowed.</summary>
public sealed class LinkGuess
{
    public long Id { get; set; }
    public long PersonId { get; set; }
    public Person Person { get; set; } = null!;
    public DateTime At { get; set; }
}

/// <summary>Why two accounts were not linked; the names are phrase keys.</summary>
public enum LinkRefusal
{
    None,

    /// <summary>Nobody has this code now.</summary>
    WrongCode,
    TooManyGuesses,

    /// <summary>The speaker's own code: it is said on the other platform.</summary>
    Yourself,

    /// <summary>The other one has an account on this platform already.</summary>
    SamePlatform,
}

/// <param name="Owner">Whose code it is.</param>
public sealed record LinkResult(LinkRefusal Refusal, Person? Owner = null);
