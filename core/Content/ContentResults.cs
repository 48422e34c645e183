using MutualAid.Core.Communities;
using MutualAid.Core.Groups;

namespace MutualAid.Core.Content;

/// <summary>Why an act on a post was not done; nothing was changed. The names are phrase keys.</summary>
public enum ContentRefusal
{
    None,
    NoSuchPost,
    NoTitle,
    TitleTooLong,
    NoText,

    /// <summary>More than <see cref="Messaging.MarkdownHtml.Longest"/>, or lists and quotes nested without end.</summary>
    TextTooHeavy,

    /// <summary>A link that is not http or https, or longer than any that works.</summary>
    BadLink,

    /// <summary>Neither JPEG nor PNG, or cut off.</summary>
    NotAPicture,

    /// <summary>More bytes than <see cref="PictureFile.Largest"/>.</summary>
    PictureTooLarge,

    /// <summary>More than 10,000 pixels of width and height together, or over twenty times as long as wide.</summary>
    PictureTooLong,

    /// <summary>Only organisers of the post's group decide; about what is for all, those of any.</summary>
    NotEditor,
    AlreadyApproved,
    AlreadyWithdrawn,

    /// <summary>It is out already, or waits for no time.</summary>
    NotScheduled,

    /// <summary>It takes the place of itself, or its days end before they begin.</summary>
    BadValidity,

    /// <summary>A figure below zero or without its source.</summary>
    BadFigure,

    /// <summary>The speaker is in no group whose organisers could read it.</summary>
    NoGroup,
}

public sealed record PostResult(ContentRefusal Refusal, Post? Post = null)
{
    public bool Done => Refusal == ContentRefusal.None;
}

/// <summary>The words of a post as its writer gives them.</summary>
/// <param name="Body">Markdown.</param>
public sealed record PostWords(string Title, string Body)
{
    public string? Summary { get; init; }
    public string? Tags { get; init; }
    public string? Source { get; init; }
    public string? SourceLink { get; init; }
    public DateOnly? CheckedOn { get; init; }
    public string? ExternalLink { get; init; }
}

/// <summary>Where a post stands and whom it is for.</summary>
/// <param name="Group">The only group it is for; null: all.</param>
/// <param name="Community">The community it comes from.</param>
public sealed record PostPlace(Column Column, string Language, Group? Group, Community? Community);
