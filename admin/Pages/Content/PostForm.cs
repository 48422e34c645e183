using MutualAid.Core.Content;

namespace MutualAid.Admin.Pages;

/// <summary>What was typed of a post.</summary>
public sealed record PostForm
{
    public long Seen { get; init; }
    public string? Title { get; init; }
    public string? Body { get; init; }
    public string? Summary { get; init; }
    public string? Tags { get; init; }
    public long? Column { get; init; }
    public string? Language { get; init; }
    public long? Group { get; init; }
    public string? Community { get; init; }
    public string? Source { get; init; }
    public string? SourceLink { get; init; }
    public string? CheckedOn { get; init; }
    public string? ExternalLink { get; init; }
    public string? ValidFrom { get; init; }
    public string? ValidUntil { get; init; }
    public string? Supersedes { get; init; }

    /// <summary>What becomes of it: <c>now</c>, <c>later</c>, or a draft.</summary>
    public string? Go { get; init; }

    /// <summary>When later is.</summary>
    public string? At { get; init; }

    public PostWords Words() =>
        new(Typed.Words(Title) ?? "", Typed.Words(Body)?.ReplaceLineEndings("\n") ?? "")
        {
            Summary = Typed.Words(Summary),
            Tags = Typed.Words(Tags),
            Source = Typed.Words(Source),
            SourceLink = Typed.Words(SourceLink),
            CheckedOn = Typed.Date(CheckedOn),
            ExternalLink = Typed.Words(ExternalLink),
        };

    public static PostForm Of(Post post) =>
        new()
        {
            Seen = post.Version,
            Title = post.Title,
            Body = post.Body,
            Summary = post.Summary,
            Tags = post.Tags,
            Column = post.ColumnId,
            Language = post.Language,
            Group = post.GroupId,
            Community = post.Community?.Name,
            Source = post.Source,
            SourceLink = post.SourceLink,
            CheckedOn = Typed.Of(post.CheckedOn),
            ExternalLink = post.ExternalLink,
            ValidFrom = Typed.Of(post.ValidFrom),
            ValidUntil = Typed.Of(post.ValidUntil),
            Supersedes = post.Supersedes is { } old ? $"#{old.Number}" : null,
        };

    public bool IsAs(PostForm other) =>
        (Column, Language, Group) == (other.Column, other.Language, other.Group) && !Beside(other).Any(it => it.IsDifferent);

    /// <summary>Beside what somebody else stored meanwhile.</summary>
    public TwoVersions[] Beside(PostForm theirs) =>
        [
            new("posts.title", theirs.Title, Title),
            new("posts.body", theirs.Body, Body),
            new("posts.summary", theirs.Summary, Summary),
            new("posts.tags", theirs.Tags, Tags),
            new("posts.community", theirs.Community, Community),
            new("posts.source", theirs.Source, Source),
            new("posts.sourceLink", theirs.SourceLink, SourceLink),
            new("posts.checked", theirs.CheckedOn, CheckedOn),
            new("posts.external", theirs.ExternalLink, ExternalLink),
            new("posts.validFrom", theirs.ValidFrom, ValidFrom),
            new("posts.validUntil", theirs.ValidUntil, ValidUntil),
            new("posts.supersedes", theirs.Supersedes, Supersedes),
        ];
}
