using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Engine;

/// <summary>A group got another id (Telegram makes a supergroup of it): every row that names the old one follows, in one transaction.</summary>
internal static class Migration
{
    /// <returns>The rows that post the board in its new place.</returns>
    public static async Task<List<OutboxRow>> RekeyAsync(Db db, string channel, string from, string to, DateTime now)
    {
        var rows = new List<OutboxRow>();
        var group = await db.Groups.FirstOrDefaultAsync(it => it.Channel == channel && it.ExternalId == from);
        if (group is null)
            return rows;
        if (await db.Groups.FirstOrDefaultAsync(it => it.Channel == channel && it.ExternalId == to) is { } early)
            await TakeInAsync(db, group, early);
        group.ExternalId = to;
        foreach (
            var row in await db
                .Outbox.Where(it =>
                    it.Channel == channel
                    && it.ChatId == from
                    && (it.State == OutboxState.Queued || it.State == OutboxState.Retry || it.State == OutboxState.Attempting)
                )
                .ToListAsync()
        )
            row.ChatId = to;
        var posted = await db.Cards.Where(it => it.Channel == channel && it.ChatId == to).Select(it => it.Key).ToListAsync();
        // Message ids are not kept across: each card is posted anew when it is next shown.
        foreach (var card in await db.Cards.Where(it => it.Channel == channel && it.ChatId == from).ToListAsync())
        {
            if (posted.Contains(card.Key))
            {
                foreach (var row in await db.Outbox.Where(it => it.CardId == card.Id).ToListAsync())
                    row.CardId = null;
                db.Cards.Remove(card);
                continue;
            }

            card.ChatId = to;
            card.MessageId = null;
            card.Shown = null;
            card.PinnedAt = null;
            if (card.Key.StartsWith("board:", StringComparison.Ordinal) && await Cards.RedrawAsync(db, card, Why.Board, now) is { } board)
                rows.Add(board);
        }

        foreach (var open in await db.Unfinished.Where(it => it.Channel == channel && it.ChatId == from).ToListAsync())
            open.ChatId = to;
        foreach (var step in await db.UndoSteps.Where(it => it.Channel == channel && it.ChatId == from).ToListAsync())
            step.ChatId = to;
        await db.SaveChangesAsync();
        return rows;
    }

    /// <summary>The new chat spoke before the news of the move came: what was noted there belongs to the one group.</summary>
    private static async Task TakeInAsync(Db db, Group group, Group early)
    {
        var twice = db.Members.Where(it => it.GroupId == group.Id).Select(it => it.PersonId);
        db.Members.RemoveRange(await db.Members.Where(it => it.GroupId == early.Id && twice.Contains(it.PersonId)).ToListAsync());
        db.GroupTags.RemoveRange(await db.GroupTags.Where(it => it.GroupId == early.Id).ToListAsync());
        await BroadcastGate.MergeAsync(db, group, early);
        foreach (var board in await db.Cards.Where(it => it.Key == $"board:{early.Id}").ToListAsync())
            board.Key = $"board:{group.Id}";
        await db.SaveChangesAsync();
        foreach (var link in db.Model.GetEntityTypes().SelectMany(type => type.GetForeignKeys()))
        {
            if (link.PrincipalEntityType.ClrType != typeof(Group))
                continue;
            var (table, column) = (link.DeclaringEntityType.GetTableName(), link.Properties[0].GetColumnName());
            var move = $"UPDATE \"{table}\" SET \"{column}\" = {{0}} WHERE \"{column}\" = {{1}}";
            await db.Database.ExecuteSqlRawAsync(move, group.Id, early.Id);
        }

        db.Groups.Remove(early);
        await db.SaveChangesAsync();
    }
}
