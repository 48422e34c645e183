using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Engine;

/// <summary>One copy of the program carries the outbox at a time: the limits of a platform hold for all copies together.</summary>
/// <remarks>Every change of holder raises the fence. An attempt is saved only under the current fence, so a copy that was paused
/// past its lease sends nothing when it wakes. On taking over, rows that were being attempted are settled: a message may have
/// arrived and becomes unknown, the rest is safe to repeat.</remarks>
public sealed class CourierLease(Store store, Writer writer, TimeProvider clock)
{
    private const string Name = "courier";
    private static readonly TimeSpan Term = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan RenewBefore = TimeSpan.FromSeconds(10);

    private readonly string holder = Guid.NewGuid().ToString("N");
    private DateTime until = DateTime.MinValue;
    private long fence;

    /// <summary>Takes, renews or waits for the lease.</summary>
    public async Task<bool> HoldAsync(CancellationToken stop)
    {
        if (until - Now > RenewBefore)
            return true;
        (until, fence) = await writer.DoAsync("courier", TakeAsync, stop);
        return until > Now;
    }

    /// <summary>The fence to write under, or null when another copy has taken over.</summary>
    internal async Task<long?> FenceAsync(Db db)
    {
        var row = await db.Leases.FirstOrDefaultAsync(it => it.Name == Name);
        return row is not null && row.Holder == holder && row.Fence == fence ? fence : null;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<(DateTime Until, long Fence)> TakeAsync(Db db)
    {
        var now = Now;
        var row = await db.Leases.FirstOrDefaultAsync(it => it.Name == Name);
        if (row is null)
            db.Leases.Add(row = new Lease { Name = Name });
        var isMine = row.Holder == holder;
        // The embedded file has one process: who asks after a restart is the successor.
        if (!isMine && row.Until > now && store is not SqliteStore)
            return (DateTime.MinValue, 0);
        if (!isMine)
        {
            row.Holder = holder;
            row.Fence++;
            await SettleAsync(db, now);
        }

        row.Until = now + Term;
        return (row.Until, row.Fence);
    }

    private static async Task SettleAsync(Db db, DateTime now)
    {
        foreach (var row in await db.Outbox.Include(it => it.Card).Where(it => it.State == OutboxState.Attempting).ToListAsync())
        {
            row.Reason = "interrupted";
            row.State = row.Kind == OutboxKind.Send ? OutboxState.Unknown : OutboxState.Queued;
            row.DueAt = now;
            if (row.Card is { } card)
                card.Shown = null;
        }
    }
}
