using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
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
        // The new chat may have spoken first.
        if (await db.Groups.AnyAsync(it => it.Channel == channel && it.ExternalId == to))
            return rows;
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
        // Message ids are not kept across: each card is posted anew when it is next shown.
        foreach (var card in await db.Cards.Where(it => it.Channel == channel && it.ChatId == from).ToListAsync())
        {
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
}
