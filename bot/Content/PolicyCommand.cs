using MutualAid.Bot.Engine;
using MutualAid.Core.Content;

namespace MutualAid.Bot.Content;

/// <summary>政策 核酸: what holds today, with its validity; never an older version.</summary>
[Command("policy", LooksUp = true)]
[Command("!policy", LooksUp = true)]
public sealed class PolicyCommand : ICommand
{
    public Task RunAsync(Turn turn)
    {
        var today = DateOnly.FromDateTime(turn.LocalNow);
        var posts = turn.Visible().In(ColumnKind.Policy).Valid(turn.Db.Posts, today, turn.Now);
        return PostList.AnswerAsync(turn, posts, "policy", (post, speech) => PostText.Validity(post, speech));
    }
}
