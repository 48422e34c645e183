using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Engine;

/// <summary>Turns the wish to show a card into at most one waiting row: whatever happens meanwhile, the latest state is drawn.</summary>
internal static class Cards
{
    /// <summary>Edits of one message keep this distance, so that a lively group is not flooded (and the platform's limit is kept).</summary>
    private static readonly TimeSpan Distance = TimeSpan.FromSeconds(3);

    public static async Task<List<OutboxRow>> WishAsync(Db db, CardWish wish, Why why, DateTime now, EngineParts parts)
    {
        var cards = await Known.CardsAsync(db, wish);
        var rows = new List<OutboxRow>();
        if (cards.Count == 0 && wish.Place is { } place)
            rows.Add(Post(db, wish, place, why, now));
        foreach (var card in cards)
        {
            if (wish.Anew && TakeDown(db, card, now) is { } old)
                rows.Add(old);
            if (await RedrawAsync(db, card, why, now, DistanceOf(card, parts)) is { } row)
                rows.Add(row);
        }

        return rows;
    }

    /// <summary>Null: a row that waits already will show it.</summary>
    public static async Task<OutboxRow?> RedrawAsync(Db db, Card card, Why why, DateTime now, TimeSpan? distance = null)
    {
        var waiting = await db.Outbox.AnyAsync(row =>
            row.CardId == card.Id
            && (row.Kind == OutboxKind.Edit || row.Kind == OutboxKind.Send)
            && (row.State == OutboxState.Queued || row.State == OutboxState.Retry)
        );
        if (waiting)
            return null;
        var due = card.ShownAt + (distance ?? Distance);
        return Row(
            db,
            card,
            card.MessageId is null && !await IsOnItsWayAsync(db, card) ? OutboxKind.Send : OutboxKind.Edit,
            why,
            now,
            due > now ? due.Value : now
        );
    }

    // Where nothing limits the pace, who pressed sees at once what it did. Nobody waits for a board.
    private static TimeSpan DistanceOf(Card card, EngineParts parts) =>
        !Packing.IsBoard(card) && parts.PaceOf(card.Channel) == Pace.Free ? TimeSpan.Zero : Distance;

    private static OutboxRow? TakeDown(Db db, Card card, DateTime now)
    {
        if (card.MessageId is not { } posted)
            return null;
        (card.MessageId, card.Shown, card.ShownAt) = (null, null, null);
        var row = Row(db, card, OutboxKind.Delete, Why.Reply, now, now);
        (row.Card, row.MessageId) = (null, posted);
        return row;
    }

    // A post that is being sent has no id yet: what follows is an edit of it.
    private static Task<bool> IsOnItsWayAsync(Db db, Card card) =>
        db.Outbox.AnyAsync(row =>
            row.CardId == card.Id
            && row.Kind == OutboxKind.Send
            && (row.State == OutboxState.Attempting || row.State == OutboxState.Unknown)
        );

    private static OutboxRow Post(Db db, CardWish wish, Place place, Why why, DateTime now)
    {
        var card = new Card
        {
            Key = wish.Key,
            Channel = place.Channel,
            ChatId = place.ChatId,
            Topic = place.Topic,
            IsPrivate = place.IsPrivate,
        };
        db.Cards.Add(card);
        var row = Row(db, card, OutboxKind.Send, why, now, now);
        row.ReplyTo = wish.ReplyTo;
        row.Silent = wish.Silent;
        return row;
    }

    private static OutboxRow Row(Db db, Card card, OutboxKind kind, Why why, DateTime now, DateTime due)
    {
        var row = new OutboxRow
        {
            Channel = card.Channel,
            ChatId = card.ChatId,
            Topic = card.Topic,
            Kind = kind,
            Why = why,
            Card = card,
            InGroup = !card.IsPrivate,
            CreatedAt = now,
            DueAt = due,
        };
        db.Outbox.Add(row);
        return row;
    }
}
