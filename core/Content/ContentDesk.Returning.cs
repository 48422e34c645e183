using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Groups;

namespace MutualAid.Core.Content;

/// <summary>An old edition stands again.</summary>
public sealed partial class ContentDesk
{
    /// <summary>用回这一版: its title and text, as one more correction; what stood there until now is kept as well.</summary>
    public async Task<PostResult> ReturnAsync(int number, Actor who, int edition)
    {
        var found = await EditableAsync(number, who);
        if (found is not { Done: true, Post: { } post })
            return found;
        if (await db.PostRevisions.FirstOrDefaultAsync(it => it.PostId == post.Id && it.Edition == edition) is not { } old)
            return new(ContentRefusal.NoSuchPost, post);
        return (old.Title, old.Body) == (post.Title, post.Body) ? found : await CorrectAsync(number, who, WordsOf(post, old));
    }

    private static PostWords WordsOf(Post post, PostRevision old) =>
        new(old.Title, old.Body)
        {
            Summary = post.Summary,
            Tags = post.Tags,
            Source = post.Source,
            SourceLink = post.SourceLink,
            CheckedOn = post.CheckedOn,
            ExternalLink = post.ExternalLink,
        };
}
