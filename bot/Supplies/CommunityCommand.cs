using System.Globalization;
using MutualAid.Bot.Engine;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Supplies;

/// <summary>[改社区]: the need is for another community than its card says.</summary>
[Command("!community")]
public sealed class CommunityCommand : ICommand
{
    public async Task RunAsync(Turn turn)
    {
        var number = int.Parse(turn.Meaning.Rest, CultureInfo.InvariantCulture);
        var desk = new SupplyDesk(turn.Db, turn.Clock);
        if (await desk.FindAsync(number) is not { } need || !await desk.IsOpenToAsync(need, turn.Actor()))
        {
            turn.Refuse("supplies.refusal.OtherGroup", number);
            return;
        }

        if (turn.NextAnswer() is not { } said || await WhichCommunity.NamedAsync(turn, said) is not { } community)
        {
            await WhichCommunity.AskAgainAsync(turn, need);
            return;
        }

        var set = await desk.SetCommunityAsync(number, turn.Actor(), community);
        if (!set.Done)
        {
            turn.Refuse($"supplies.refusal.{set.Refusal}", number);
            return;
        }

        Act.Redraw(turn, need);
        turn.Answer(turn.Speech.Say("supplies.place.noted", number, community.Name));
    }
}
