using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Messaging;

namespace MutualAid.Core.Broadcasts;

/// <summary>How far a broadcast is, in words; computed from its facts and rows.</summary>
public enum BroadcastStage
{
    Draft,

    /// <summary>Confirmed, and nothing may have left: it can be withdrawn.</summary>
    Waiting,
    Repeating,
    Sending,
    Paused,

    /// <summary>Nothing more is sent; some were cancelled.</summary>
    Stopped,

    /// <summary>All rows are out, the outcome of some is not known: a person decides.</summary>
    InDoubt,

    /// <summary>Every row has its end.</summary>
    Done,
    Discarded,
}

/// <summary>Recipients by the state of their rows: the six that are shown.</summary>
public sealed record Tally(int Waiting, int Sending, int Sent, int Failed, int Unknown, int Cancelled)
{
    public int All => Waiting + Sending + Sent + Failed + Unknown + Cancelled;

    /// <summary>Messages that were deleted again everywhere.</summary>
    public int TakenBack { get; init; }

    /// <summary>Edits and deletions that still wait.</summary>
    public int Mending { get; init; }
}

/// <param name="Name">The group's title or the person's name.</param>
public sealed record RecipientLine(long RowId, string Name, OutboxState State, string? Reason, DateTime? At);

/// <summary>Broadcasts by adjectives, and what became of one.</summary>
public static class BroadcastQueries
{
    public static IQueryable<Broadcast> By(this IQueryable<Broadcast> broadcasts, long personId) =>
        broadcasts.Where(it => it.MadeById == personId && it.DiscardedAt == null && it.OfId == null);

    public static IQueryable<Broadcast> Drafts(this IQueryable<Broadcast> broadcasts) =>
        broadcasts.Where(it => it.ConfirmedAt == null && it.DiscardedAt == null);

    public static IQueryable<Broadcast> NewestFirst(this IQueryable<Broadcast> broadcasts) => broadcasts.OrderByDescending(it => it.Number);

    public static IQueryable<OutboxRow> Waiting(this IQueryable<OutboxRow> rows) =>
        rows.Where(row => row.State == OutboxState.Queued || row.State == OutboxState.Retry);

    public static async Task<Tally> TallyAsync(this Db db, Broadcast it) => (await db.TalliesAsync([it.Id]))[it.Id];

    /// <summary>Of many at once, for a list.</summary>
    public static async Task<IReadOnlyDictionary<long, Tally>> TalliesAsync(this Db db, IReadOnlyCollection<long> ids)
    {
        var counts = await db
            .Outbox.Where(row => row.BroadcastId != null && ids.Contains(row.BroadcastId.Value))
            .GroupBy(row => new
            {
                row.BroadcastId,
                row.Kind,
                row.State,
            })
            .Select(rows => new { rows.Key, Count = rows.Count() })
            .ToListAsync();
        var all = counts.ToLookup(row => row.Key.BroadcastId, row => (row.Key.Kind, row.Key.State, row.Count));
        return ids.Distinct().ToDictionary(id => id, id => Counted([.. all[id]]));
    }

    private static Tally Counted(IReadOnlyList<(OutboxKind Kind, OutboxState State, int Count)> rows)
    {
        int Of(OutboxKind kind, params OutboxState[] states) =>
            rows.Where(row => row.Kind == kind && states.Contains(row.State)).Sum(row => row.Count);
        int Sends(params OutboxState[] states) => Of(OutboxKind.Send, states);
        OutboxState[] open = [OutboxState.Queued, OutboxState.Retry, OutboxState.Attempting];
        return new Tally(
            Sends(OutboxState.Queued, OutboxState.Retry),
            Sends(OutboxState.Attempting),
            Sends(OutboxState.Sent),
            Sends(OutboxState.Failed),
            Sends(OutboxState.Unknown),
            Sends(OutboxState.Cancelled)
        )
        {
            TakenBack = Of(OutboxKind.Delete, OutboxState.Sent),
            Mending = Of(OutboxKind.Edit, open) + Of(OutboxKind.Delete, open),
        };
    }

    public static BroadcastStage Stage(this Broadcast it, Tally tally) =>
        it.DiscardedAt is not null ? BroadcastStage.Discarded
        : it.ConfirmedAt is null ? BroadcastStage.Draft
        : it.RuleId is not null
            ? it.StoppedAt is null ? BroadcastStage.Repeating
                : BroadcastStage.Stopped
        : it.FedAt is null && tally.All == 0 && it.StoppedAt is null ? BroadcastStage.Waiting
        : it is { PausedAt: not null, StoppedAt: null } && (it.FedAt is null || tally.Waiting > 0) ? BroadcastStage.Paused
        : tally.Sending > 0 ? BroadcastStage.Sending
        : it.StoppedAt is not null
            ? tally.Unknown > 0 ? BroadcastStage.InDoubt
                : BroadcastStage.Stopped
        : it.FedAt is null || tally.Waiting > 0 ? BroadcastStage.Sending
        : tally.Unknown > 0 ? BroadcastStage.InDoubt
        : BroadcastStage.Done;

    /// <summary>Every recipient has its row and none has left: all of them sleep, and it can become a draft again.</summary>
    public static async Task<bool> IsAsleepAsync(this Db db, Broadcast it, DateTime now) =>
        it is { FedAt: not null, StoppedAt: null, TakenBackAt: null }
        && await db.Outbox.AnyAsync(row => row.BroadcastId == it.Id)
        && !await db.Outbox.AnyAsync(row =>
            row.BroadcastId == it.Id
            && (row.DueAt <= now || row.Kind != OutboxKind.Send || (row.State != OutboxState.Queued && row.State != OutboxState.Retry))
        );

    /// <summary>Its recipients in one of these states, in the order in which they were written to.</summary>
    public static Task<List<RecipientLine>> LinesAsync(this Db db, Broadcast it, int skip, int most, params OutboxState[] states) =>
        db
            .Recipients.Where(recipient => recipient.BroadcastId == it.Id)
            .Where(recipient => states.Length == 0 || states.Contains(recipient.Row.State))
            .OrderBy(recipient => recipient.Id)
            .Skip(skip)
            .Take(most)
            .Select(recipient => new RecipientLine(
                recipient.RowId,
                recipient.Group != null ? recipient.Group.Title : recipient.Person!.Name,
                recipient.Row.State,
                recipient.Row.Reason,
                recipient.Row.SentAt ?? recipient.Row.StartedAt
            ))
            .ToListAsync();
}
