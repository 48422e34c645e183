using MutualAid.Core.Groups;
using MutualAid.Core.People;

namespace MutualAid.Core.Content;

/// <summary>By which way somebody came to a post.</summary>
public enum PostDoor
{
    /// <summary>A button in a chat.</summary>
    Button,

    /// <summary>Its link.</summary>
    Link,
    Console,
}

/// <summary>Somebody opened the whole text.</summary>
public sealed class PostReading
{
    public long Id { get; set; }
    public long PostId { get; set; }
    public Post Post { get; set; } = null!;

    /// <summary>Null: nobody we know.</summary>
    public long? PersonId { get; set; }
    public Person? Person { get; set; }
    public PostDoor Door { get; set; }
    public DateTime At { get; set; }
}

/// <summary>Somebody says that they passed it on (已转发).</summary>
public sealed class PostShare
{
    public long Id { get; set; }
    public long PostId { get; set; }
    public Post Post { get; set; } = null!;
    public long? PersonId { get; set; }
    public Person? Person { get; set; }
    public PostDoor Door { get; set; }
    public DateTime At { get; set; }
}

/// <summary>A post stood in a group, or in a person's private chat.</summary>
public sealed class PostShowing
{
    public long Id { get; set; }
    public long PostId { get; set; }
    public Post Post { get; set; } = null!;
    public long? GroupId { get; set; }
    public Group? Group { get; set; }
    public long? PersonId { get; set; }
    public Person? Person { get; set; }

    /// <summary>The edition that was shown.</summary>
    public int Edition { get; set; }

    /// <summary>Nobody had asked for it.</summary>
    public bool Pushed { get; set; }
    public DateTime At { get; set; }
}

public enum FigureKind
{
    Reads,
    Shares,
}

/// <summary>A figure read off another place by hand: so many in all by that day.</summary>
public sealed class PostFigure
{
    public long Id { get; set; }
    public long PostId { get; set; }
    public Post Post { get; set; } = null!;
    public FigureKind Kind { get; set; }
    public int Value { get; set; }
    public DateOnly Date { get; set; }

    /// <summary>The outlet that shows it.</summary>
    public string Source { get; set; } = "";
    public long NotedById { get; set; }
    public Person NotedBy { get; set; } = null!;
    public DateTime NotedAt { get; set; }
}

/// <summary>What a post said before it was corrected.</summary>
public sealed class PostRevision
{
    public long Id { get; set; }
    public long PostId { get; set; }
    public Post Post { get; set; } = null!;
    public int Edition { get; set; }
    public string Title { get; set; } = "";
    public string Body { get; set; } = "";
    public long ById { get; set; }
    public Person By { get; set; } = null!;
    public DateTime At { get; set; }
}
