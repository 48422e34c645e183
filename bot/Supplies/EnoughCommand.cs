using System.Globalization;
using MutualAid.Bot.Engine;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Supplies;

/// <summary>不等了: what nobody is bringing is no longer waited for; the need becomes what came or is promised.</summary>
[Command("enough")]
[Command("!enough")]
public sealed class EnoughCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        if (int.TryParse(turn.Meaning.Rest, NumberStyles.None, CultureInfo.InvariantCulture, out var pressed))
            turn.About(pressed);
        var word = turn.Speech.Plain("supplies.word.enough");
        if ((turn.Meaning.Number ?? await Unnumbered.OnlyAsync(turn, "enough", word)) is not { } number)
            return;
        var result = await new SupplyDesk(turn.Db, turn.Clock).EnoughAsync(number, turn.Actor(), turn.Meaning.Quantity, turn.Meaning.Named);
        if (result is { Refusal: SupplyRefusal.NothingLeft, Need: { } taken })
            turn.Refuse("supplies.enough.promised", number, NeedText.Claimers(taken, turn.Speech));
        else if (!result.Done)
            turn.Refuse(result, word, "/enough", number);
        else
            Show(turn, result);
    }

    private static void Show(Turn turn, ActResult result)
    {
        var need = result.Need!;
        Act.Redraw(turn, need);
        var rest = NeedText.Shares(need, result.Shares);
        if (need.CancelledAt is not null)
            turn.Answer(turn.Speech.Say("supplies.done.cancel", need.Number));
        else
            turn.Answer(
                turn.Speech.Say("supplies.enough.done", need.Number, rest, new Core.Messaging.Markup(NeedText.Goods(need, turn.Speech)))
            );
    }
}
