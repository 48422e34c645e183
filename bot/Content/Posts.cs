using MutualAid.Bot.Engine;
using MutualAid.Core.Content;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;
using Post = MutualAid.Core.Content.Post;

namespace MutualAid.Bot.Content;

/// <summary>What all commands about posts share: what the speaker may see, and how a post is shown.</summary>
internal static class Posts
{
    public static Actor Actor(this Turn turn) => new(turn.From, turn.Group, turn.IsOrganiser);

    public static ContentDesk Desk(this Turn turn) => new(turn.Db, turn.Clock);

    /// <summary>The language of the place: the group's, in private the person's.</summary>
    public static string Language(this Turn turn) => turn.Group?.Language ?? turn.Speech.Language;

    /// <summary>Published, in the language of the place, and meant for it; in private also what is for the speaker's groups.</summary>
    public static IQueryable<Post> Visible(this Turn turn)
    {
        var posts = turn.Db.Posts.Published(turn.Now).Speaking(turn.Language());
        if (turn.Group is { } group)
            return posts.For(group);
        var mine = turn
            .Db.Members.Where(member => member.PersonId == turn.From.Id && member.LeftAt == null)
            .Select(member => member.GroupId);
        return posts.Where(post => post.GroupId == null || mine.Contains(post.GroupId.Value));
    }

    /// <summary>Puts it here, as an answer.</summary>
    public static void Show(this Turn turn, Post post, bool again = false)
    {
        if (!again)
            turn.Desk().Show(post, turn.Group, turn.From, pushed: false);
        turn.Show(PostFace.Key(post, PostForm.Short, turn.Now));
        // A list that was chosen from, or the tip before this one, has done its service.
        if (turn.Group is not null)
            turn.RemovePressed();
    }

    public static int Number(this Turn turn) => int.TryParse(turn.Meaning.Rest.Split(' ')[0], out var number) ? number : 0;

    /// <summary>A refusal as a toast or a line.</summary>
    public static void Refuse(this Turn turn, ContentRefusal refusal) => turn.Refuse($"content.refusal.{refusal}");

    /// <summary>A button that only the speaker may press.</summary>
    public static Button Mine(this Turn turn, string phrase, string text, params object?[] values) =>
        turn.Own(turn.Speech.Plain(phrase, values), text);
}
