using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Engine;

/// <summary>What a call's outcome means for its row (reliability 6.3): nothing is claimed that is not known.</summary>
internal static class Outcomes
{
    private static readonly TimeSpan Horizon = TimeSpan.FromHours(24);

    public static async Task<List<OutboxRow>> ApplyAsync(Db db, OutboxRow row, Delivery delivery, DateTime now)
    {
        row.Reason = delivery.Reason;
        switch (delivery.Outcome)
        {
            case Outcome.Sent:
                Sent(row, delivery, now);
                return PinOf(db, row, now);
            case Outcome.Retry:
                return Again(row, delivery.After ?? BackOff(row.Attempts), now);
            // An edit, a deletion or a toast may be said twice without harm, a message may not.
            case Outcome.Unknown when row.Kind is not OutboxKind.Send:
                return Again(row, delivery.After ?? BackOff(row.Attempts), now);
            case Outcome.Unknown:
                row.State = OutboxState.Unknown;
                return [];
            case Outcome.MessageGone:
                return await RepairAsync(db, row, delivery.InDoubt, now);
            case Outcome.ChatGone:
                row.State = OutboxState.Failed;
                await CloseChatAsync(db, row, now);
                return [];
            case Outcome.Migrated:
                var boards = await Migration.RekeyAsync(db, row.Channel, row.ChatId, delivery.Reason!, now);
                // A broadcast has reached the new chat already.
                if (row.State == OutboxState.Cancelled)
                    return boards;
                row.ChatId = delivery.Reason!;
                row.ReplyTo = null;
                return [.. Again(row, TimeSpan.Zero, now), .. boards];
            default:
                row.State = OutboxState.Failed;
                return [];
        }
    }

    private static void Sent(OutboxRow row, Delivery delivery, DateTime now)
    {
        row.State = OutboxState.Sent;
        row.SentAt = now;
        row.MessageId = delivery.MessageId ?? row.MessageId;
        if (row.Card is not { } card)
            return;
        if (row.Kind == OutboxKind.Send)
            card.MessageId = delivery.MessageId;
        if (row.Kind == OutboxKind.Pin)
            card.PinnedAt = now;
    }

    // A board stays at the top of its group; a second pin would only make noise.
    private static List<OutboxRow> PinOf(Db db, OutboxRow row, DateTime now)
    {
        if (row is not { Kind: OutboxKind.Send, Card: { PinnedAt: null } card } || !card.Key.StartsWith("board:", StringComparison.Ordinal))
            return [];
        var pin = new OutboxRow
        {
            Channel = row.Channel,
            ChatId = row.ChatId,
            Topic = row.Topic,
            InGroup = row.InGroup,
            Kind = OutboxKind.Pin,
            Why = Why.Board,
            Card = card,
            Silent = true,
            CreatedAt = now,
            DueAt = now,
        };
        db.Outbox.Add(pin);
        return [pin];
    }

    private static List<OutboxRow> Again(OutboxRow row, TimeSpan after, DateTime now)
    {
        if (now - row.CreatedAt > Horizon)
        {
            row.State = OutboxState.Failed;
            row.Reason = "not within a day";
            return [];
        }

        row.State = OutboxState.Retry;
        row.DueAt = now + after;
        // The drawing never arrived: the next attempt must not take it for shown.
        if (row.Card is { } card)
            card.Shown = null;
        return [row];
    }

    // Somebody deleted the card's message: it is posted anew.
    private static async Task<List<OutboxRow>> RepairAsync(Db db, OutboxRow row, bool inDoubt, DateTime now)
    {
        // What a pressed message was to turn into is said anew.
        if (row is { Kind: OutboxKind.Edit, Card: null, BroadcastId: null, Why: Why.Reply })
        {
            (row.Kind, row.IsRepeat) = (OutboxKind.Send, inDoubt);
            return Again(row, TimeSpan.Zero, now);
        }

        row.State = OutboxState.Failed;
        row.Reason = "message gone";
        if (row.Kind is OutboxKind.Delete)
            row.State = OutboxState.Sent;
        if (row.Card is not { } card || row.Kind is not (OutboxKind.Edit or OutboxKind.Pin))
            return [];
        card.MessageId = null;
        card.Shown = null;
        card.ShownAt = null;
        card.PinnedAt = null;
        if (await Cards.RedrawAsync(db, card, row.Why, now) is not { } repair)
            return [];
        repair.IsRepeat = inDoubt;
        return [repair];
    }

    private static async Task CloseChatAsync(Db db, OutboxRow row, DateTime now)
    {
        if (await db.Groups.FirstOrDefaultAsync(it => it.Channel == row.Channel && it.ExternalId == row.ChatId) is { } group)
            group.InactiveAt = now;
        if (await db.Accounts.FirstOrDefaultAsync(it => it.Channel == row.Channel && it.PrivateChat == row.ChatId) is { } account)
            account.ReachableSince = null;
        var waiting = await db
            .Outbox.Where(it =>
                it.Channel == row.Channel
                && it.ChatId == row.ChatId
                && it.Id != row.Id
                && (it.State == OutboxState.Queued || it.State == OutboxState.Retry)
            )
            .ToListAsync();
        foreach (var other in waiting)
        {
            other.State = OutboxState.Cancelled;
            other.Reason = "chat closed";
        }
    }

    private static TimeSpan BackOff(int attempts) => TimeSpan.FromSeconds(Math.Min(300, Math.Pow(2, Math.Min(attempts, 9))));
}
