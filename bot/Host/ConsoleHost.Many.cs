using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Bot.Supplies;
using MutualAid.Core.Data;
using MutualAid.Core.Messaging;
using MutualAid.Core.Supplies;

namespace MutualAid.Bot.Host;

internal sealed partial class ConsoleHost
{
    public Task RedrawAsync(Db db, Need need) => DrawAsync(db, need, null);

    public async Task<long> ShowManyAsync(Db db, IReadOnlyList<Need> needs, long by)
    {
        var changed = Undo.Watch(db, []).Where(it => it.Entry.Entity is Need).ToList();
        await db.SaveChangesAsync();
        // One step for each, so that one that others went on from does not hold back the rest; they find one another by their moment.
        var (at, batch) = (Now, Now.Ticks);
        foreach (var one in changed)
            db.UndoSteps.Add(
                new UndoStep
                {
                    PersonId = by,
                    Channel = Lane,
                    ChatId = batch.ToString(CultureInfo.InvariantCulture),
                    At = at,
                    Changes = Undo.Changes([one]),
                    Card = NeedFace.Key((Need)one.Entry.Entity),
                }
            );
        await db.SaveChangesAsync();
        await DrawManyAsync(db, needs);
        return batch;
    }

    public async Task<(IReadOnlyList<int> Undone, IReadOnlyList<int> Left)> UndoManyAsync(Db db, long step, long by)
    {
        var (since, batch) = (Now - Undo.Window, step.ToString(CultureInfo.InvariantCulture));
        var steps = await db
            .UndoSteps.Where(it => it.PersonId == by && it.Channel == Lane && it.ChatId == batch && it.At >= since && it.UndoneAt == null)
            .ToListAsync();
        var (undone, left) = (new List<int>(), new List<int>());
        // Read at once, so that each step finds its row already there.
        var needs = await LoadAsync(db, steps.ConvertAll(NumberOf));
        foreach (var one in steps)
        {
            if (await Undo.ApplyAsync(db, one))
            {
                one.UndoneAt = Now;
                undone.Add(NumberOf(one));
            }
            else
            {
                left.Add(NumberOf(one));
            }
        }

        await db.SaveChangesAsync();
        await DrawManyAsync(db, [.. needs.Where(it => undone.Contains(it.Number))]);
        return ([.. undone.Order()], [.. left.Order()]);
    }

    private static int NumberOf(UndoStep step) =>
        int.Parse(step.Card.AsSpan(step.Card.IndexOf(':', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);

    private static async Task<List<Need>> LoadAsync(Db db, IReadOnlyList<int> numbers)
    {
        var found = new List<Need>();
        foreach (var some in numbers.Chunk(500))
            found.AddRange(await db.Needs.Where(it => some.Contains(it.Number)).Include(it => it.Group).ToListAsync());
        return found;
    }

    // Most of very many were never shown: only cards that are there are asked for.
    private async Task DrawManyAsync(Db db, IReadOnlyList<Need> needs)
    {
        var notices = Notices(db);
        foreach (var some in needs.Select(NeedFace.Key).Chunk(500))
        {
            foreach (var card in await db.Cards.Where(it => some.Contains(it.Key)).Select(it => it.Key).Distinct().ToListAsync())
                await notices.RedrawAsync(card, Why.Notice);
        }

        foreach (var group in needs.Select(it => it.Group).Distinct())
            await notices.RedrawAsync(BoardFace.Key(group), Why.Board);
        await notices.SaveAsync();
    }
}
