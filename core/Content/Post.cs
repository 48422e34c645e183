using MutualAid.Core.Communities;
using MutualAid.Core.Groups;
using MutualAid.Core.People;

namespace MutualAid.Core.Content;

/// <summary>A text for people to read: a tip, a story, a policy, a guide. Its state is computed from who did what when.</summary>
public sealed class Post
{
    public long Id { get; set; }

    /// <summary>One series over all columns, in order of creation.</summary>
    public int Number { get; set; }
    public long ColumnId { get; set; }
    public Column Column { get; set; } = null!;

    /// <summary><c>zh-CN</c> or <c>en</c>: groups are shown posts of their language.</summary>
    public string Language { get; set; } = "zh-CN";
    public string Title { get; set; } = "";

    /// <summary>Markdown.</summary>
    public string Body { get; set; } = "";
    public string? Summary { get; set; }

    /// <summary>The name of the <see cref="Picture"/> above it.</summary>
    public string? Cover { get; set; }

    /// <summary>As typed, separated by 、 or commas.</summary>
    public string? Tags { get; set; }

    /// <summary>Title, tags and body folded for search.</summary>
    public string SearchKey { get; set; } = "";

    /// <summary>Whose knowledge it is: an organisation and its page.</summary>
    public string? Source { get; set; }
    public string? SourceLink { get; set; }

    /// <summary>When somebody last held it against its source.</summary>
    public DateOnly? CheckedOn { get; set; }

    /// <summary>The file of the library it came from; null: written here.</summary>
    public string? LibraryKey { get; set; }

    /// <summary>The only group that it is shown to, whose organisers decide about it; null: all.</summary>
    public long? GroupId { get; set; }
    public Group? Group { get; set; }

    /// <summary>The community the story comes from.</summary>
    public long? CommunityId { get; set; }
    public Community? Community { get; set; }
    public long? AuthorId { get; set; }
    public Person? Author { get; set; }
    public DateTime WrittenAt { get; set; }

    /// <summary>Since when it waits for an editor.</summary>
    public DateTime? SubmittedAt { get; set; }
    public long? ApprovedById { get; set; }
    public Person? ApprovedBy { get; set; }
    public DateTime? ApprovedAt { get; set; }

    /// <summary>From when on people see it, once it is approved.</summary>
    public DateTime? PublishAt { get; set; }
    public long? WithdrawnById { get; set; }
    public Person? WithdrawnBy { get; set; }
    public DateTime? WithdrawnAt { get; set; }

    /// <summary>Grows with each correction; what stood before is a <see cref="PostRevision"/>.</summary>
    public int Edition { get; set; } = 1;
    public long? CorrectedById { get; set; }
    public Person? CorrectedBy { get; set; }
    public DateTime? CorrectedAt { get; set; }

    /// <summary>Of a policy: the first and the last local day on which it holds; null: open.</summary>
    public DateOnly? ValidFrom { get; set; }
    public DateOnly? ValidUntil { get; set; }

    /// <summary>Of a policy: the one that this one takes the place of.</summary>
    public long? SupersedesId { get; set; }
    public Post? Supersedes { get; set; }

    /// <summary>Where it also stands (an article of an official account).</summary>
    public string? ExternalLink { get; set; }

    /// <summary>Concurrency token.</summary>
    public long Version { get; set; }
    public List<PostReading> Readings { get; } = [];
    public List<PostShare> Shares { get; } = [];
    public List<PostShowing> Showings { get; } = [];
    public List<PostFigure> Figures { get; } = [];
    public List<PostRevision> Revisions { get; } = [];
}

public enum PostState
{
    Draft,
    Review,
    Scheduled,
    Published,
    Withdrawn,
}
