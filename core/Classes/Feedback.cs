using MutualAid.Core.People;

namespace MutualAid.Core.Classes;

/// <summary>A question to the speaker, asked as an answer to the card.</summary>
public sealed class ClassQuestion
{
    public long Id { get; set; }
    public long ClassId { get; set; }
    public Class Class { get; set; } = null!;
    public long PersonId { get; set; }
    public Person Person { get; set; } = null!;
    public string Text { get; set; } = "";
    public DateTime AskedAt { get; set; }

    /// <summary>The platform's id of the message that asked.</summary>
    public string? SourceMessage { get; set; }
}

/// <summary>What somebody who was there thought of a class: one each, the last one counts.</summary>
public sealed class Rating
{
    public long Id { get; set; }
    public long ClassId { get; set; }
    public Class Class { get; set; } = null!;
    public long PersonId { get; set; }
    public Person Person { get; set; } = null!;

    /// <summary>1 to 5.</summary>
    public int Stars { get; set; }
    public DateTime RatedAt { get; set; }
}

/// <summary>How a class was rated.</summary>
/// <param name="Count">By how many; with none there is no figure.</param>
public sealed record RatingFigure(decimal Average, int Count);
