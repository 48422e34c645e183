using MutualAid.Bot.Engine;
using MutualAid.Core.Content;
using MutualAid.Core.Language;
using MutualAid.Core.Messaging;
using Post = MutualAid.Core.Content.Post;

namespace MutualAid.Bot.Content;

/// <summary>社区经验: stories and guides, the newest first; a name opens it. 社区经验 待审 is the editors' door.</summary>
[Command("stories", LooksUp = true)]
[Command("!stories", LooksUp = true)]
public sealed class StoriesCommand : ICommand
{
    public Task RunAsync(Turn turn)
    {
        if (Folding.Fold(turn.Meaning.Rest) is "待审" or "review")
            return ReviewCommand.OpenAsync(turn);
        var posts = turn.Visible().In(ColumnKind.Story, ColumnKind.Guide, ColumnKind.Other);
        return PostList.AnswerAsync(turn, posts, "stories", From);
    }

    private static string From(Post post, Speech speech) =>
        post.Community is { } community ? speech.Say("content.post.community", community.Name) : Html.Escape(post.Column.Name);
}
