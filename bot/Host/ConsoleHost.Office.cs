using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Classes;
using MutualAid.Bot.Content;
using MutualAid.Bot.Engine;
using MutualAid.Core.Classes;
using MutualAid.Core.Data;
using MutualAid.Core.Messaging;
using Post = MutualAid.Core.Content.Post;

namespace MutualAid.Bot.Host;

internal sealed partial class ConsoleHost
{
    public IReadOnlyList<string> Preview(Post post)
    {
        var speech = new Speech(services.GetRequiredService<Phrases>(), post.Language);
        string Message(PostForm form) => PostText.Message(post, form, speech, post.Group?.TimeZone ?? settings.TimeZone, Now).Html;
        var (inGroup, whole) = (Message(PostForm.Short), Message(PostForm.Whole));
        return inGroup == whole ? [inGroup] : [inGroup, whole];
    }

    public async Task TellAuthorAsync(Db db, Post post, bool isApproved)
    {
        if (post is { Author: { } author, Group: { } group })
            await Notices(db)
                .TellAsync(
                    author,
                    group,
                    speech => speech.Say(isApproved ? "content.outcome.approved" : "content.outcome.declined", post.Title),
                    Why.Notice
                );
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Notices Notices(Db db) => new(db, services.GetRequiredService<EngineParts>());
}
