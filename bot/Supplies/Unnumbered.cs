using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Data;
using MutualAid.Core.Messaging;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Supplies;

/// <summary>送到了, without a number: the one need that the speaker can mean; of several they choose.</summary>
internal static class Unnumbered
{
    private const int MostShown = 4;

    /// <summary>Null: the person was asked.</summary>
    public static async Task<int?> OnlyAsync(Turn turn, string act, string word)
    {
        var meant = await MeantAsync(turn, act);
        if (meant is [var only])
            return only.Number;
        if (meant.Count == 0)
            turn.Refuse("supplies.act.whichNeed", word, $"{word} 3");
        else
            turn.RefuseWith(
                turn.Speech.Say("supplies.act.which", word),
                [.. meant.Take(MostShown).Select(need => new[] { turn.Answering(Label(need, turn.Speech), Line(turn, act, need)) })]
            );
        return null;
    }

    private static async Task<List<Need>> MeantAsync(Turn turn, string act)
    {
        var me = turn.From.Id;
        var open = turn.Db.Needs.Open();
        if (turn.Group is { Id: var group })
            open = open.OfGroup(group);
        open = act switch
        {
            "delivered" or "release" => open.Where(need =>
                need.Lines.Any(line => line.Claims.Any(claim => claim.ById == me && claim.Released < claim.Quantity))
            ),
            "claim" => open.Where(need => need.AskedById != me),
            "received" => open.Where(need =>
                need.AskedById == me && need.Lines.Any(line => line.Deliveries.Any(delivery => delivery.Quantity > 0))
            ),
            "enough" => open.Where(need => need.AskedById == me),
            "change" => open.Where(need =>
                need.AskedById == me
                || need.Lines.Any(line =>
                    line.Claims.Any(claim => claim.ById == me && claim.Released < claim.Quantity)
                    || line.Deliveries.Any(delivery => delivery.ById == me)
                    || line.Handovers.Any(handover => handover.ReceivedById == me)
                )
            ),
            _ => open.Where(_ => false),
        };
        var needs = await open.OldestFirst().WithAll().ToListAsync();
        return needs.FindAll(need => need.Lines.Exists(line => IsMeant(line, turn) && Left(line, act, turn) > 0));
    }

    public static bool IsMeant(NeedLine line, Turn turn) =>
        turn.Meaning.Named is not { } name || line.ItemKey.Contains(Folded.Key(name), StringComparison.Ordinal);

    private static decimal Left(NeedLine line, string act, Turn turn) =>
        act switch
        {
            "received" => line.Unconfirmed(),
            "change" => line.Quantity,
            "enough" => line.Rest(),
            "claim" => line.LeftToClaim(),
            _ => line.UndeliveredOf(turn.From),
        };

    private static string Line(Turn turn, string act, Need need)
    {
        var amount = turn.Meaning.Quantity is { } quantity ? $" {NeedText.Number(quantity)}" : "";
        return act == "enough" ? $"!enough {need.Number}" : $"/{act} {need.Number}{amount}";
    }

    private static string Label(Need need, Speech speech) => $"#{need.Number} {Html.ToPlain(NeedText.Goods(need, speech))}";
}
