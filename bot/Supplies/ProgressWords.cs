using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Supplies;

/// <summary>现在到了多少，还差多少？ is answered for the need that is meant: the one named or replied to, the speaker's own, the only one.</summary>
internal static class ProgressWords
{
    /// <returns>False: it is not clear which one; the list says it.</returns>
    public static async Task<bool> SayAsync(Turn turn, IQueryable<Need> open)
    {
        if (await MeantAsync(turn, open) is not { } need)
            return false;
        var lines = need.Lines.InOrder().Select(line => Of(line, need, turn.Speech));
        turn.ReplyWith(string.Join('\n', [NeedText.Head(need, turn.Speech), .. lines]), []);
        return true;
    }

    private static string Of(NeedLine line, Need need, Speech speech) =>
        NeedText.Progress(line, need, speech)
        ?? speech.Say(
            "supplies.progress.none",
            need.Lines.Count > 1 ? line.Item + " " : "",
            $"{NeedText.Number(line.Quantity)}{line.Unit}"
        );

    private static async Task<Need?> MeantAsync(Turn turn, IQueryable<Need> open)
    {
        if (turn.Meaning.Number is { } number)
        {
            var named = await new SupplyDesk(turn.Db, turn.Clock).FindAsync(number);
            return named is not null && await new SupplyDesk(turn.Db, turn.Clock).IsOpenToAsync(named, turn.Actor()) ? named : null;
        }

        var me = turn.From.Id;
        var mine = open.Where(need =>
            need.AskedById == me || need.Lines.Any(line => line.Claims.Any(claim => claim.ById == me && claim.Released < claim.Quantity))
        );
        return await OnlyAsync(mine) ?? await OnlyAsync(open);
    }

    private static async Task<Need?> OnlyAsync(IQueryable<Need> needs) =>
        await needs.OldestFirst().Take(2).WithAll().ToListAsync() is [var only] ? only : null;
}
