using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Supplies;

/// <summary>Says why an act on a need was not done, with one line to copy.</summary>
internal static class Refusals
{
    /// <param name="act">The word of the act as people type it: 认领, 送达, 签收.</param>
    /// <param name="verb">Its slash command, for the button.</param>
    public static void Refuse(this Turn turn, ActResult result, string act, string verb, int number)
    {
        var speech = turn.Speech;
        switch (result.Refusal)
        {
            case SupplyRefusal.MoreThanLeft:
                RefuseMore(turn, result, act, verb);
                break;
            case SupplyRefusal.WhichLine or SupplyRefusal.NoSuchLine:
                var names = string.Join(speech.Say("supplies.card.and"), result.Which.Select(each => Html.Escape(each.Item)));
                turn.Refuse($"supplies.refusal.{result.Refusal}", number, new Markup(names), $"{act} {number} {result.Which[0].Item} 10");
                break;
            case SupplyRefusal.NothingLeft when verb == "/claim":
                turn.Refuse(
                    result.Need!.IsClaimedBy(turn.From) ? "supplies.refusal.YouHaveIt" : "supplies.refusal.TooLate",
                    number,
                    NeedText.Claimers(result.Need!, speech)
                );
                break;
            default:
                turn.Refuse($"supplies.refusal.{result.Refusal}", number);
                break;
        }
    }

    private static void RefuseMore(Turn turn, ActResult result, string act, string verb)
    {
        var (line, need) = (result.Line!, result.Need!);
        var left = NeedText.Number(result.Left!.Value);
        var name = need.Lines.Count > 1 ? line.Item + " " : "";
        // Nobody signs by a button for what nobody brought.
        var offered = verb == "/received" ? line.Unconfirmed() : result.Left.Value;
        var label = turn.Speech.Plain("supplies.button.takeLeft", act, NeedText.Number(offered), line.Unit);
        turn.RefuseWith(
            turn.Speech.Say("supplies.refusal.MoreThanLeft", need.Number, left, line.Unit, $"{act} {need.Number} {name}{left}"),
            offered <= 0
                ? []
                :
                [
                    [turn.Open(label, $"!line {verb[1..]} {need.Number} {line.Position} {NeedText.Number(offered)}")],
                ]
        );
    }
}
