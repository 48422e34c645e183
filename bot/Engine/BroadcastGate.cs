using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Broadcasts;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Engine;

/// <summary>Asked right before the call, whoever wrote the row and whenever: a paused broadcast waits, and so does one for a chat that sleeps.</summary>
internal static class BroadcastGate
{
    /// <summary>Rows that wait, but for those of paused broadcasts.</summary>
    public static IQueryable<OutboxRow> Open(Db db) =>
        db
            .Outbox.Waiting()
            .Where(row =>
                row.BroadcastId == null
                || row.Kind != OutboxKind.Send
                || !db.Broadcasts.Any(it => it.Id == row.BroadcastId && it.PausedAt != null)
            );

    /// <summary>The rows that must not go now; those of sleeping chats are due when these wake.</summary>
    public static async Task<IReadOnlySet<long>> HoldAsync(Db db, IEnumerable<OutboxRow> rows, DateTime now)
    {
        var ids = rows.Where(row => row is { BroadcastId: not null, Kind: OutboxKind.Send }).Select(row => row.Id).ToList();
        if (ids.Count == 0)
            return new HashSet<long>();
        var recipients = await db
            .Recipients.Include(it => it.Broadcast)
            .Include(it => it.Group)
            .Include(it => it.Person)
            .Include(it => it.Row)
            .Where(it => ids.Contains(it.RowId))
            .ToListAsync();
        var waking = await Waking.OfAsync(db, recipients.Select(it => it.Group).OfType<Group>().ToList(), now);
        var homes = await db.HomesAsync(recipients.Select(it => it.PersonId).OfType<long>().ToList());
        var held = new HashSet<long>();
        foreach (var it in recipients)
        {
            var at = it.Group is { } group
                ? waking.For(group, now)
                : Waking.For(it.Person!, homes.GetValueOrDefault(it.PersonId!.Value), now);
            if (it.Broadcast.PausedAt is null && (at <= now || it.Broadcast.UrgentAt is not null))
                continue;
            held.Add(it.RowId);
            if (it.Broadcast.PausedAt is null)
                it.Row.DueAt = at;
        }

        return held;
    }

    /// <summary>Two groups turn out to be one: a broadcast that was meant for both goes there once.</summary>
    public static async Task MergeAsync(Db db, Group group, Group early)
    {
        var recipients = await db
            .Recipients.Include(it => it.Row)
            .Where(it => it.GroupId == group.Id || it.GroupId == early.Id)
            .ToListAsync();
        foreach (var both in recipients.GroupBy(it => it.BroadcastId).Where(both => both.Count() == 2))
        {
            var (kept, other) = (both.First(it => it.GroupId == group.Id), both.First(it => it.GroupId == early.Id));
            db.Recipients.Remove(other);
            await db.SaveChangesAsync();
            var falls = other.Row;
            // What may have arrived in the new chat stands for both; the old one has just said that it is no more.
            if (!other.Row.Waits() && kept.Row.State != OutboxState.Sent)
                (falls, kept.Row) = (kept.Row, other.Row);
            if (falls != other.Row || falls.Waits())
                (falls.State, falls.Reason, falls.BroadcastId) = (OutboxState.Cancelled, "the same group twice", null);
        }
    }

    private static bool Waits(this OutboxRow row) => row.State is OutboxState.Queued or OutboxState.Retry or OutboxState.Cancelled;
}
