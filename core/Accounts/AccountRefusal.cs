namespace MutualAid.Core.Accounts;

/// <summary>Why something about an account was not done; the names are phrase keys.</summary>
public enum AccountRefusal
{
    None,
    NoName,
    NameTooLong,
    NameTaken,
    PasswordTooShort,
    PasswordTooLong,

    /// <summary>One of the first that are guessed.</summary>
    PasswordTooSimple,

    /// <summary>Name or password: which of them is not told.</summary>
    NotRight,
    CodeNotRight,

    /// <summary>Too many tries: later, or from a device that is known.</summary>
    TooManyTries,

    /// <summary>Unknown, used or too old.</summary>
    LinkGone,

    /// <summary>Somebody owns this console already.</summary>
    HasOwner,

    /// <summary>A console without an owner could not be opened again.</summary>
    LastOwner,
    NoSuchAccount,
    NoSuchGroup,

    /// <summary>The account has this role there already.</summary>
    HasRole,
}
