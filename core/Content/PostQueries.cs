using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Groups;
using MutualAid.Core.Language;

namespace MutualAid.Core.Content;

/// <summary>Posts by adjectives: <c>db.Posts.Published(now).In(ColumnKind.Policy).Valid(today)</c>.</summary>
public static class PostQueries
{
    public static PostState State(this Post post, DateTime now) =>
        post.WithdrawnAt is not null ? PostState.Withdrawn
        : post.ApprovedAt is not null ? (post.PublishAt <= now ? PostState.Published : PostState.Scheduled)
        : post.SubmittedAt is not null ? PostState.Review
        : PostState.Draft;

    /// <summary>Withdrawn before it came out.</summary>
    public static bool IsUnseen(this Post post) => post.WithdrawnAt is { } at && (post.ApprovedAt is null || post.PublishAt > at);

    public static IQueryable<Post> Published(this IQueryable<Post> posts, DateTime now) =>
        posts.Where(post => post.ApprovedAt != null && post.PublishAt <= now && post.WithdrawnAt == null);

    public static IQueryable<Post> InReview(this IQueryable<Post> posts) =>
        posts.Where(post => post.SubmittedAt != null && post.ApprovedAt == null && post.WithdrawnAt == null);

    public static IQueryable<Post> In(this IQueryable<Post> posts, params ColumnKind[] kinds) =>
        posts.Where(post => kinds.Contains(post.Column.Kind));

    public static IQueryable<Post> Speaking(this IQueryable<Post> posts, string language) => posts.Where(post => post.Language == language);

    /// <summary>What a group may be shown: its own and what is for all; null: only what is for all.</summary>
    public static IQueryable<Post> For(this IQueryable<Post> posts, Group? group)
    {
        var id = group?.Id;
        return posts.Where(post => post.GroupId == null || post.GroupId == id);
    }

    /// <summary>Policies that hold on a local day and whose place no other has taken by then.</summary>
    public static IQueryable<Post> Valid(this IQueryable<Post> posts, IQueryable<Post> all, DateOnly today, DateTime now) =>
        posts.Where(post =>
            (post.ValidFrom == null || post.ValidFrom <= today)
            && (post.ValidUntil == null || post.ValidUntil >= today)
            && !all.Any(other =>
                other.SupersedesId == post.Id
                && other.ApprovedAt != null
                && other.PublishAt <= now
                && other.WithdrawnAt == null
                && (other.ValidFrom == null || other.ValidFrom <= today)
            )
        );

    /// <summary>Posts with these words in title, tags or text, whatever their width or characters; all of the words.</summary>
    public static IQueryable<Post> About(this IQueryable<Post> posts, string words)
    {
        foreach (var word in words.Split([' ', '　', '，', ',', '、'], StringSplitOptions.RemoveEmptyEntries).Take(5))
        {
            var key = Folding.Fold(word);
            posts = posts.Where(post => post.SearchKey.Contains(key));
        }

        return posts;
    }

    public static IQueryable<Post> NewestFirst(this IQueryable<Post> posts) =>
        posts.OrderByDescending(post => post.PublishAt).ThenBy(post => post.Number);

    public static IQueryable<Post> OldestFirst(this IQueryable<Post> posts) => posts.OrderBy(post => post.Number);

    /// <summary>With column, community, author and group.</summary>
    public static IQueryable<Post> WithAll(this IQueryable<Post> posts) =>
        posts.Include(post => post.Column).Include(post => post.Community).Include(post => post.Author).Include(post => post.Group);
}
