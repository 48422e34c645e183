using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Language;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Supplies;

/// <summary>The same person asks in a sentence for the same goods in another amount: a new need, or the old one set right?</summary>
internal static class Restated
{
    private const string New = "new";

    // On another day it is another need.
    private static readonly TimeSpan Lately = TimeSpan.FromHours(12);

    /// <returns>True: it was set right, or the person is being asked.</returns>
    public static async Task<bool> IsMeantAsync(Turn turn, Group home, IReadOnlyList<Item> items)
    {
        if (turn.Meaning.Door != Door.Sentence || items is not [{ Quantity: { } said } item])
            return false;
        if (await OpenAsync(turn, home, item) is not { } need || need.Lines is not [var line] || line.Quantity == said)
            return false;
        switch (turn.NextAnswer())
        {
            case null:
                Ask(turn, need, item, said);
                return true;
            case New:
                return false;
            default:
                await Corrections.SetAsync(turn, need, new Correctable(Figure.Asked, line, line.Quantity), said);
                return true;
        }
    }

    private static void Ask(Turn turn, Need need, Item item, decimal said) =>
        turn.Ask(
            AnswerKind.Choice,
            turn.Speech.Say("supplies.restated.ask", need.Number, new Core.Messaging.Markup(NeedText.Goods(need, turn.Speech))),
            [
                [
                    new Choice(
                        turn.Speech.Plain("supplies.restated.change", need.Number, $"{NeedText.Number(said)}{item.Unit}"),
                        "=change"
                    ),
                    new Choice(turn.Speech.Plain("supplies.restated.new"), $"={New}"),
                ],
            ]
        );

    private static async Task<Need?> OpenAsync(Turn turn, Group home, Item item)
    {
        var (me, key, since) = (turn.From.Id, Folded.Key(item.Name), turn.Now - Lately);
        var own = await turn
            .Db.Needs.Open()
            .OfGroup(home.Id)
            .Where(need => need.AskedById == me && need.AskedAt > since && need.Lines.Any(line => line.ItemKey == key))
            .OrderByDescending(need => need.Number)
            .WithAll()
            .FirstOrDefaultAsync();
        var isElsewhere = turn.Meaning.Community is { } named && own?.Community?.NameKey != Folded.Key(named);
        return isElsewhere ? null : own;
    }
}
