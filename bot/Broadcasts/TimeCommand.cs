using MutualAid.Bot.Engine;
using MutualAid.Core.Broadcasts;
using MutualAid.Core.Data;
using MutualAid.Core.Language;
using MutualAid.Core.Schedule;

namespace MutualAid.Bot.Broadcasts;

/// <summary>[定时]: 明早9点, 每周一9点, or at once.</summary>
[Command("!bctime")]
public sealed class TimeCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (await turn.BroadcastAsync() is not { } it)
            return;
        BroadcastResult? refused = null;
        while (turn.NextAnswer() is { } words)
        {
            refused = await SetAsync(turn, it, words);
            if (!refused.Done)
                continue;
            turn.ShowAnew(it);
            return;
        }

        turn.AskAgain(
            refused,
            turn.Speech.Say("broadcasts.time.when"),
            [new Choice(turn.Speech.Plain("broadcasts.button.atOnce"), "=马上")]
        );
    }

    private static async Task<BroadcastResult> SetAsync(Turn turn, Broadcast it, string words)
    {
        if (Folding.Fold(words) is "马上" or "now")
            return await turn.Desk().PlanAsync(it, null);
        var zone = await turn.Db.ZoneOfAsync(it);
        var read = Dates.Read(words, Zone.ToLocal(turn.Now, zone));
        if (read is { Outcome: DateOutcome.Repeats, Rule: { Times: [var time] } said })
        {
            var rule = RepeatRule.On(said.Days, time);
            rule.TimeZone = zone;
            return await turn.Desk().RepeatAsync(it, rule);
        }

        if (read is { Outcome: DateOutcome.Value, Value: { Time: { } clock } when })
            return await turn.Desk().PlanAsync(it, Zone.ToUtc(when.Date.ToDateTime(clock), zone));
        return new(read.Outcome == DateOutcome.Refuse ? BroadcastRefusal.TimePast : BroadcastRefusal.NoTime, it, words);
    }
}
