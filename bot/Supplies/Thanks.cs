using MutualAid.Bot.Engine;
using MutualAid.Core.People;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Supplies;

/// <summary>Who brought it hears in private that it was signed for.</summary>
internal static class Thanks
{
    public static async Task SayAsync(Turn turn, Need need, IEnumerable<LineShare> shares)
    {
        var brought = new List<(long Person, LineShare Share)>();
        foreach (var share in shares)
            brought.AddRange(Bringers(share));
        foreach (var one in brought.Where(it => it.Person != turn.From.Id).GroupBy(it => it.Person, it => it.Share))
        {
            if (await PersonAsync(turn, one.Key) is not { } person)
                continue;
            var goods = NeedText.Goods(one.GroupBy(it => it.Line, (line, parts) => new LineShare(line, parts.Sum(it => it.Quantity))));
            var by = need.Community?.Name ?? turn.From.Name;
            await turn.TellAwakeAsync(person, need.Group, speech => speech.Say("supplies.thanks", by, need.Number, goods));
        }
    }

    /// <summary>Who brought it learns that less arrived: nobody should find that out on a card.</summary>
    public static async Task SayShortAsync(Turn turn, Need need, NeedLine line, decimal arrived)
    {
        var bringers = line.Claims.Where(claim => turn.Db.Entry(claim).Property(it => it.Released).IsModified).Select(claim => claim.By);
        var by = need.Community?.Name ?? turn.From.Name;
        foreach (var person in bringers.Where(it => it.Id != turn.From.Id).DistinctBy(it => it.Id))
            await turn.TellAwakeAsync(
                person,
                need.Group,
                speech => speech.Say("supplies.brought.short", need.Number, by, $"{NeedText.Number(arrived)}{line.Unit}")
            );
    }

    // The latest that was brought is what was signed for just now.
    private static IEnumerable<(long Person, LineShare Share)> Bringers(LineShare share)
    {
        var left = share.Quantity;
        foreach (var delivery in share.Line.Deliveries.OrderByDescending(it => it.DeliveredAt))
        {
            var part = Math.Min(left, delivery.Quantity);
            if (part <= 0)
                yield break;
            left -= part;
            yield return (delivery.By?.Id ?? delivery.ById, new LineShare(share.Line, part));
        }
    }

    private static async Task<Person?> PersonAsync(Turn turn, long id) => await turn.Db.People.FindAsync(id);
}
