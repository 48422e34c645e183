using MutualAid.Bot.Engine;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Supplies;

/// <summary>签收: the asker or an organiser confirms; a colleague's word waits for one of them.</summary>
[Command("received")]
public sealed class ReceivedCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        await Act.RunAsync(
            turn,
            "received",
            async (desk, number) =>
            {
                if (await Recount.TakeAsync(turn, desk, number))
                    return null;
                var result = await desk.ReceiveAsync(number, turn.Actor(), turn.Meaning.Quantity, turn.Meaning.Named);
                if (await Recount.IsMeantAsync(turn, desk, result))
                    return null;
                if (result.Done)
                    await Thanks.SayAsync(turn, result.Need!, result.Shares);
                if (
                    result is not { Refusal: SupplyRefusal.NotYours, Need: { CommunityId: { } community } need }
                    || turn.From.CommunityId != community
                )
                    return result;
                AskTheAsker(turn, need);
                return null;
            }
        );
    }

    // 代签收: nothing is signed until the asker or an organiser presses.
    private static void AskTheAsker(Turn turn, Need need) =>
        turn.ReplyWith(
            turn.Speech.Say("supplies.received.forColleague", turn.From.Name, need.Number, need.AskedBy.Name),
            [
                [turn.Open(turn.Speech.Plain("supplies.button.confirmFor"), $"/received {need.Number}")],
            ]
        );
}

/// <summary>收到 as a reply to a need's card: politeness, unless its asker says it and something was delivered; then one button.</summary>
[Command("!acknowledged")]
public sealed class AcknowledgedCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var need = await new SupplyDesk(turn.Db, turn.Clock).FindAsync(turn.Meaning.Number!.Value);
        if (need is null || need.IsClosed() || need.AskedById != turn.From.Id)
            return;
        if (need.Lines.TrueForAll(line => line.Unconfirmed() <= 0))
            return;
        var what = NeedText.Shares(need, NeedText.Unsigned(need));
        var label = turn.Speech.Plain("supplies.button.confirm", what);
        turn.Vanish(
            turn.ReplyWith(
                turn.Speech.Say("supplies.received.ask", need.Number, what),
                [
                    [turn.Answering(label, $"/received {need.Number}")],
                ]
            )
        );
    }
}
