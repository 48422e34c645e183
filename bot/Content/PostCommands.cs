using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Content;

namespace MutualAid.Bot.Content;

/// <summary>A title in a list: the post.</summary>
[Command("!post", LooksUp = true)]
public sealed class PostCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var number = turn.Number();
        if (await turn.Visible().WithAll().FirstOrDefaultAsync(post => post.Number == number) is { } post)
            turn.Show(post);
        else
            turn.Refuse(ContentRefusal.NoSuchPost);
    }
}

/// <summary>[看全文]: the whole text, in private where that is open; it counts as read.</summary>
[Command("!read", LooksUp = true)]
public sealed class ReadCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var number = turn.Number();
        var post = await turn.Visible().WithAll().FirstOrDefaultAsync(it => it.Number == number);
        if (post is not null)
            await turn.Desk().ReadAsync(post, turn.From, PostDoor.Button);
        // Editors read before they decide; that is nobody's reading.
        post ??= await turn.Db.Posts.InReview().DecidedBy(turn.Db, turn.Actor()).FirstOrDefaultAsync(it => it.Number == number);
        if (post is null)
        {
            turn.Refuse(ContentRefusal.NoSuchPost);
            return;
        }

        var card = PostFace.Key(post, PostForm.Whole, turn.Now);
        if (turn.Group is null)
        {
            turn.Show(card);
            return;
        }

        await turn.ShowInPrivateAsync(turn.From, card, "content.read.closed");
        turn.Toast(turn.Speech.Plain("content.read.sent"));
    }
}

/// <summary>[已转发]: the speaker passed it on.</summary>
[Command("!shared")]
public sealed class SharedCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var number = turn.Number();
        if (await turn.Visible().FirstOrDefaultAsync(it => it.Number == number) is not { } post)
        {
            turn.Refuse(ContentRefusal.NoSuchPost);
            return;
        }

        await turn.Desk().ShareAsync(post, turn.From, PostDoor.Button);
        turn.Toast(turn.Speech.Plain("content.shared.thanks"));
    }
}
