using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.People;

namespace MutualAid.Core.Content;

/// <param name="IsRepeat">All were shown here already: it begins anew.</param>
public sealed record NextPost(Post Post, bool IsRepeat);

/// <summary>Which post comes next in a group or a person's private chat: none twice before all were shown.</summary>
public static class NextPosts
{
    // Neighbours in the library are of one kind (three on fire): steps of this size mix them, the same way on every host.
    private const int Stride = 7919;

    /// <summary>The tip that was shown here today; null: none yet.</summary>
    public static Task<Post?> TipOfTodayAsync(this Db db, Group group, DateTime now)
    {
        var start = group.ToUtc(group.LocalDate(now).ToDateTime(TimeOnly.MinValue));
        return db
            .PostShowings.Where(showing => showing.GroupId == group.Id && showing.At >= start && showing.Post.Column.Kind == ColumnKind.Tip)
            .OrderByDescending(showing => showing.At)
            .ThenByDescending(showing => showing.Id)
            .Select(showing => showing.Post)
            .FirstOrDefaultAsync();
    }

    /// <summary>The next tip, or the next post of a column, in a language; null: there is none at all.</summary>
    /// <param name="column">Null: any tip.</param>
    public static async Task<NextPost?> NextAsync(this Db db, Group? group, Person? person, string language, long? column, DateTime now)
    {
        var posts = db.Posts.Published(now).Speaking(language).For(group);
        posts = column is null ? posts.In(ColumnKind.Tip) : posts.Where(post => post.ColumnId == column);
        var (groupId, personId) = (group?.Id, person?.Id);
        var choices = await posts
            .Select(post => new
            {
                post.Number,
                Times = post.Showings.Count(it => groupId != null ? it.GroupId == groupId : it.PersonId == personId),
                Last = post
                    .Showings.Where(it => groupId != null ? it.GroupId == groupId : it.PersonId == personId)
                    .Max(it => (DateTime?)it.At),
            })
            .ToListAsync();
        var next = choices
            .OrderBy(it => it.Times)
            // The last of one round is not the first of the next.
            .ThenBy(it => it.Last is { } last && last > now.AddDays(-1))
            .ThenBy(it => (long)it.Number * Stride % 10_007)
            .FirstOrDefault();
        return next is null ? null : new NextPost(await db.Posts.WithAll().FirstAsync(post => post.Number == next.Number), next.Times > 0);
    }

    /// <summary>The newest policy whose present words this group has not been shown; null: it knows them all.</summary>
    public static Task<Post?> NewPolicyAsync(this Db db, Group group, DateTime now) =>
        db
            .Posts.Published(now)
            .In(ColumnKind.Policy)
            .Speaking(group.Language)
            .For(group)
            .Valid(db.Posts, group.LocalDate(now), now)
            .Where(post => !post.Showings.Any(it => it.GroupId == group.Id && it.Edition == post.Edition))
            .NewestFirst()
            .WithAll()
            .FirstOrDefaultAsync();
}
