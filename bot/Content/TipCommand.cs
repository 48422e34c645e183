using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Content;
using Post = MutualAid.Core.Content.Post;

namespace MutualAid.Bot.Content;

/// <summary>小贴士: today's of this group, or one that was not shown here yet; [下一条] goes on.</summary>
[Command("tip", LooksUp = true)]
[Command("!tip", LooksUp = true)]
public sealed class TipCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var isNext = turn.Meaning.Intent == "!tip";
        if (!isNext && turn.Group is { } group && await TodaysAsync(turn, group) is { } today)
        {
            turn.Show(today, again: true);
            return;
        }

        if (await turn.Db.NextAsync(turn.Group, turn.From, turn.Language(), column: null, turn.Now) is { } next)
            turn.Show(next.Post);
        else
            await SayNoneAsync(turn);
    }

    private static async Task<Post?> TodaysAsync(Turn turn, Core.Groups.Group group) =>
        await turn.Db.TipOfTodayAsync(group, turn.Now) is { } post && post.State(turn.Now) == PostState.Published ? post : null;

    // Who could change it is told how.
    private static async Task SayNoneAsync(Turn turn)
    {
        var waiting = await turn.Db.Posts.WaitingFor(turn.Db, turn.Actor(), turn.Language()).CountAsync();
        if (waiting == 0)
            turn.Reply("content.tip.none");
        else if (turn.Group is null)
            turn.ReplyWith(
                turn.Speech.Say("content.tip.none"),
                [
                    [turn.Mine("content.button.review", "!review", waiting)],
                ]
            );
        else
            turn.Reply("content.tip.noneYet", waiting);
    }
}
