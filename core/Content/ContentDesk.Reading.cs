using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Groups;
using MutualAid.Core.People;

namespace MutualAid.Core.Content;

/// <summary>What is counted: where a post stood, who read it whole, who passed it on.</summary>
public sealed partial class ContentDesk
{
    // Pressing again the same day is looking something up again, not another reader.
    private static readonly TimeSpan SameReading = TimeSpan.FromHours(20);

    /// <summary>看全文. False: the same person just did.</summary>
    public async Task<bool> ReadAsync(Post post, Person? person, PostDoor door)
    {
        var since = Now - SameReading;
        if (
            person is { Id: > 0 }
            && await db.PostReadings.AnyAsync(it => it.PostId == post.Id && it.PersonId == person.Id && it.At > since)
        )
            return false;
        db.PostReadings.Add(
            new PostReading
            {
                Post = post,
                Person = person,
                Door = door,
                At = Now,
            }
        );
        return true;
    }

    /// <summary>已转发. False: the same person just said so.</summary>
    public async Task<bool> ShareAsync(Post post, Person? person, PostDoor door)
    {
        var since = Now - SameReading;
        if (person is { Id: > 0 } && await db.PostShares.AnyAsync(it => it.PostId == post.Id && it.PersonId == person.Id && it.At > since))
            return false;
        db.PostShares.Add(
            new PostShare
            {
                Post = post,
                Person = person,
                Door = door,
                At = Now,
            }
        );
        return true;
    }

    /// <summary>It stands in a group now, or in a person's private chat.</summary>
    public void Show(Post post, Group? group, Person? person, bool pushed) =>
        db.PostShowings.Add(
            new PostShowing
            {
                Post = post,
                Group = group,
                Person = group is null ? person : null,
                Edition = post.Edition,
                Pushed = pushed,
                At = Now,
            }
        );

    /// <summary>What another place shows of it by a day, noted by hand.</summary>
    public ContentRefusal NoteFigure(Post post, Actor who, FigureKind kind, int value, DateOnly date, string source)
    {
        if (value < 0 || string.IsNullOrWhiteSpace(source))
            return ContentRefusal.BadFigure;
        db.PostFigures.Add(
            new PostFigure
            {
                Post = post,
                Kind = kind,
                Value = value,
                Date = date,
                Source = source.Trim(),
                NotedBy = who.Person,
                NotedAt = Now,
            }
        );
        return ContentRefusal.None;
    }
}
