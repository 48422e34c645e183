using MutualAid.Bot.Engine;
using MutualAid.Core.Language;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Supplies;

/// <summary>实际收到58个, said after signing for 60: the receipt becomes 58; what was never brought is not offered to be signed for.</summary>
internal static class Recount
{
    private static readonly string[] Corrects = ["错", "不对", "更正", "实际", "改成", "改为", "应该是", "actually", "wrong", "correct"];

    /// <returns>False: nothing signed for is meant.</returns>
    public static async Task<bool> TakeAsync(Turn turn, SupplyDesk desk, int number)
    {
        if (turn.Meaning is not { Door: Door.Sentence, Quantity: { } said } || await desk.FindAsync(number) is not { } need)
            return false;
        if (await SignedAsync(turn, desk, need) is not { } signed)
            return false;
        if (Corrects.Any(word => turn.Meaning.Rest.Contains(word, StringComparison.OrdinalIgnoreCase)))
            await Corrections.SetAsync(turn, need, signed, said);
        else if (signed.Line.Unconfirmed() > 0 || said <= signed.Line.LeftToReceive())
            return false;
        else if (said == signed.Quantity)
            turn.Refuse("supplies.refusal.NothingToConfirm");
        else
            Offer(turn, need, signed, said);
        return true;
    }

    /// <summary>Of what is wholly signed for no more can come: the number is offered as a correction.</summary>
    public static async Task<bool> IsMeantAsync(Turn turn, SupplyDesk desk, ActResult result)
    {
        if (turn.Meaning.Quantity is not { } said || result is not { Need: { } need })
            return false;
        if (result.Refusal is not (SupplyRefusal.AlreadyReceived or SupplyRefusal.MoreThanLeft))
            return false;
        if (await SignedAsync(turn, desk, need) is not { } signed || signed.Line.Unconfirmed() > 0 || said > signed.Line.Quantity)
            return false;
        Offer(turn, need, signed, said);
        return true;
    }

    /// <summary>More is said to have come than is left, and something is signed for already: perhaps that was counted wrong.</summary>
    private static void Offer(Turn turn, Need need, Correctable signed, decimal said) =>
        turn.RefuseWith(
            turn.Speech.Say(
                "supplies.received.orChange",
                need.Number,
                NeedText.Shares(need, [new(signed.Line, signed.Quantity)]),
                NeedText.Shares(need, [new(signed.Line, said)])
            ),
            [
                [
                    turn.Answering(
                        turn.Speech.Plain("supplies.change.to", NeedText.Number(said), signed.Line.Unit),
                        Corrections.Line(need, signed, said)
                    ),
                ],
            ]
        );

    /// <summary>The one line of it for which the speaker may set the receipt right.</summary>
    private static async Task<Correctable?> SignedAsync(Turn turn, SupplyDesk desk, Need need)
    {
        if (!await desk.IsOpenToAsync(need, turn.Actor()))
            return null;
        var may = await desk.CorrectableAsync(need, turn.Actor());
        return may.Where(each => each.Figure == Figure.Received && Unnumbered.IsMeant(each.Line, turn)).ToList() is [var only]
            ? only
            : null;
    }
}
