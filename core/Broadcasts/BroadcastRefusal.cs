namespace MutualAid.Core.Broadcasts;

/// <summary>Why an act on a broadcast was not done; nothing was changed, a draft is kept. The names are phrase keys.</summary>
public enum BroadcastRefusal
{
    None,
    NoSuchBroadcast,

    /// <summary>Only who organises a group sends to groups.</summary>
    NotOrganiser,
    NoText,

    /// <summary>It does not fit into one message of every platform (<see cref="BroadcastText.Longest"/>).</summary>
    TextTooLong,

    /// <summary>Lists and quotes nested without end: a Markdown bomb.</summary>
    TextTooHeavy,

    /// <summary>More than <see cref="BroadcastDesk.LargestPicture"/>.</summary>
    PictureTooLarge,

    /// <summary>No group, tag or community of that name within reach.</summary>
    NoSuchAudience,

    /// <summary>More than <see cref="Aiming.MostLines"/> lines.</summary>
    AudienceTooLong,

    /// <summary>Nobody would get it.</summary>
    NobodyThere,
    TimePast,

    /// <summary>More than a year away.</summary>
    TimeTooFar,

    /// <summary>No moment can be read in it.</summary>
    NoTime,

    /// <summary>It was confirmed already; withdraw it first.</summary>
    NotDraft,

    /// <summary>The first message may have left: now it can only be stopped.</summary>
    TooLateToWithdraw,

    /// <summary>It is neither waiting nor on its way.</summary>
    NotRunning,
    NotPaused,

    /// <summary>Nothing has gone out that could be changed.</summary>
    NothingSent,

    /// <summary>The words under a picture are not changed afterwards.</summary>
    PictureStays,

    /// <summary>The count that was typed is not that of the recipients.</summary>
    WrongCount,
}

/// <param name="About">The words that were not understood.</param>
public sealed record BroadcastResult(BroadcastRefusal Refusal, Broadcast? Broadcast = null, string? About = null)
{
    public bool Done => Refusal == BroadcastRefusal.None;
}
