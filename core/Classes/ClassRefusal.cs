namespace MutualAid.Core.Classes;

/// <summary>Why an act on a class was not done; nothing was changed. The names are phrase keys.</summary>
public enum ClassRefusal
{
    None,
    NoSuchClass,

    /// <summary>The class belongs to another group.</summary>
    OtherGroup,

    /// <summary>Said in private: the group has to be chosen.</summary>
    WhichGroup,
    NotOrganiser,
    NoTitle,

    /// <summary>It would have begun already, or lies more than two years ahead.</summary>
    BadStart,

    /// <summary>Fewer than one place, or more than 100,000.</summary>
    BadPlaces,
    AlreadyCancelled,
    AlreadyOver,
    AlreadySignedUp,

    /// <summary>More guests than one person may bring.</summary>
    TooManyGuests,
    NotSignedUp,

    /// <summary>No guest of that name stands on the list.</summary>
    NoSuchGuest,

    /// <summary>Only the proxy and organisers may change it.</summary>
    NotYours,

    /// <summary>The offered place went on to the next, or none was offered.</summary>
    NothingOffered,

    /// <summary>Waiting for a place, and not in.</summary>
    StillWaiting,

    /// <summary>Attendance opens 15 minutes before the start.</summary>
    NotYetOpen,
    TooLate,
    WrongCode,
    AlreadyAttended,
    BadFee,

    /// <summary>Everybody on the pasted list is signed up already.</summary>
    AlreadyListed,

    /// <summary>No words, or more than a message holds.</summary>
    BadText,

    /// <summary>Not a web address.</summary>
    BadLink,

    /// <summary>A series has 2 to 30 classes.</summary>
    BadCount,

    /// <summary>It is rated when it is over.</summary>
    NotYetOver,

    /// <summary>Those who were there rate it.</summary>
    WasNotThere,
}

/// <summary>What an act on a class did, or why not.</summary>
/// <param name="Class">With its whole graph, as it is after the act; null when there is none.</param>
public sealed record ClassResult(ClassRefusal Refusal, Class? Class = null)
{
    /// <summary>The places that were taken, given back, offered or attended.</summary>
    public IReadOnlyList<SignUp> SignUps { get; init; } = [];

    public bool Done => Refusal == ClassRefusal.None;
}

/// <summary>What is known of a new class.</summary>
public sealed record ClassDraft(string Title, DateTime StartsAt)
{
    public ClassKind Kind { get; init; }
    public string? Speaker { get; init; }
    public string? Organisation { get; init; }
    public string? Venue { get; init; }
    public int? Minutes { get; init; }
    public int? Places { get; init; }
    public string? Code { get; init; }

    /// <summary>A picture sent with the announcement.</summary>
    public string? Poster { get; init; }
    public string? PosterChannel { get; init; }

    /// <summary>0: the speaker takes none.</summary>
    public long? FeeCents { get; init; }
}

/// <summary>One of a pasted list of people.</summary>
/// <param name="Proxy">Who signed them up, by name; null: nobody else.</param>
public sealed record Listed(string Name, string? Proxy = null);

/// <summary>Who is to be signed up: the speaker, guests by name, or both.</summary>
public sealed record Party(bool Self, IReadOnlyList<string> Guests)
{
    public static readonly Party Me = new(true, []);
}
