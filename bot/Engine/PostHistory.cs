using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Engine;

/// <summary>The bot's posts as they read now, from the outbox: sent, edited, not taken back.</summary>
public sealed class PostHistory(Store store, EngineParts parts) : IPostHistory
{
    public async Task<IReadOnlyList<Post>> LatestAsync(string channel, string chatId, int count, CancellationToken stop = default)
    {
        await using var db = store.Read();
        var sent = db.Outbox.Where(row => row.Channel == channel && row.ChatId == chatId && row.State == OutboxState.Sent);
        var pinned = await db
            .Cards.Where(card => card.Channel == channel && card.ChatId == chatId && card.PinnedAt != null)
            .Select(card => card.MessageId)
            .ToListAsync(stop);
        var posts = await sent.Where(row => row.Kind == OutboxKind.Send && row.MessageId != null)
            .OrderByDescending(row => row.Id)
            .Take(count)
            .ToListAsync(stop);
        posts.AddRange(
            await sent.Where(row =>
                    row.Kind == OutboxKind.Send && pinned.Contains(row.MessageId) && !posts.Select(post => post.Id).Contains(row.Id)
                )
                .ToListAsync(stop)
        );
        var ids = posts.ConvertAll(post => post.MessageId);
        var edits = await sent.Where(row => row.Kind == OutboxKind.Edit && ids.Contains(row.MessageId))
            .GroupBy(row => row.MessageId)
            .Select(rows => rows.OrderByDescending(row => row.Id).First())
            .ToDictionaryAsync(row => row.MessageId!, stop);
        var gone = await sent.Where(row => row.Kind == OutboxKind.Delete)
            .Select(row => new { row.TargetId, row.MessageId })
            .ToListAsync(stop);
        var goneRows = gone.Select(row => row.TargetId).OfType<long>().ToHashSet();
        var speech = await Known.SpeechAsync(db, channel, chatId, parts);
        var goneMessages = gone.Select(row => row.MessageId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return posts
            .Where(post => !goneRows.Contains(post.Id) && !goneMessages.Contains(post.MessageId!))
            .OrderBy(post => post.Id)
            .Select(post => Read(post, edits.GetValueOrDefault(post.MessageId!), pinned.Contains(post.MessageId), speech))
            .ToList();
    }

    private static Post Read(OutboxRow post, OutboxRow? edit, bool pinned, Speech speech)
    {
        var now = edit ?? post;
        var (html, buttons) = (now.Text, now.Buttons is null ? [] : JsonSerializer.Deserialize<List<List<Button>>>(now.Buttons)!);
        if (buttons.Exists(row => row.Exists(button => button.Number is not null)))
            (html, buttons) = (NumberedButtons.Draw(html, buttons, speech, post.InGroup), []);
        return new Post(post.MessageId!, html, buttons, post.ReplyTo, post.SentAt ?? post.CreatedAt, edit is not null, pinned, now.Picture)
        {
            IsCard = post.CardId is not null,
        };
    }
}

/// <summary>Short links to group cards: the row's number under a keyed hash, so that nobody can walk through them.</summary>
public sealed class Shares(Store store, ButtonSeal seal, IEnumerable<ILinkReading> readings) : IShares
{
    public ValueTask<string> KeyAsync(long rowId, CancellationToken stop = default) => ValueTask.FromResult(seal.Sign(rowId));

    public async Task<Share?> OpenAsync(string key, CancellationToken stop = default)
    {
        if (seal.Verify(key) is not { } id)
            return null;
        await using var db = store.Read();
        var row = await db.Outbox.FirstOrDefaultAsync(it => it.Id == id && it.InGroup && it.Kind == OutboxKind.Send, stop);
        if (
            row is null
            || await db.Outbox.AnyAsync(it => it.TargetId == id && it.Kind == OutboxKind.Delete && it.State == OutboxState.Sent, stop)
        )
            return null;
        var latest = row.CardId is null
            ? row
            : await db
                .Outbox.Where(it =>
                    it.CardId == row.CardId && it.State == OutboxState.Sent && (it.Kind == OutboxKind.Send || it.Kind == OutboxKind.Edit)
                )
                .OrderByDescending(it => it.Id)
                .FirstOrDefaultAsync(stop);
        if (latest is null)
            return null;
        await CountAsync(db, row.CardId, stop);
        return new Share(latest.Text, latest.SentAt ?? latest.CreatedAt, latest.Picture);
    }

    private async Task CountAsync(Db db, long? cardId, CancellationToken stop)
    {
        var card = cardId is null ? null : await db.Cards.Where(it => it.Id == cardId).Select(it => it.Key).FirstOrDefaultAsync(stop);
        var parts = card?.Split(':', 2);
        foreach (var reading in readings.Where(it => parts is [var prefix, _] && prefix == it.Prefix))
            await reading.OpenedAsync(parts![1], stop);
    }
}

/// <summary>A photo is kept when a delivery, a handover, a class or a broadcast points at it.</summary>
public sealed class PhotoUse(Store store) : IPhotoUse
{
    public async Task<bool> IsUsedAsync(string file, CancellationToken stop = default)
    {
        await using var db = store.Read();
        return await db.Deliveries.AnyAsync(it => it.Photo == file, stop)
            || await db.Handovers.AnyAsync(it => it.Photo == file, stop)
            || await db.Classes.AnyAsync(it => it.Poster == file, stop)
            || await db.Broadcasts.AnyAsync(it => it.Photo == file, stop);
    }
}
