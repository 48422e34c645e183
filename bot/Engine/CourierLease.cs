using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Engine;

/// <summary>One copy of the program carries the outbox at a time: the limits of a platform hold for all copies together.</summary>
/// <remarks>Every change of holder raises the fence. An attempt is saved only under the current fence, and <see cref="Covers"/> is asked
/// again right before the call, so a copy that was paused past its lease sends nothing when it wakes. On taking over, rows that were
/// being attempted are settled: a message may have arrived and becomes unknown, the rest is safe to repeat.</remarks>
public sealed class CourierLease(Store store, Writer writer, TimeProvider clock)
{
    private const string Name = "courier";
    private static readonly TimeSpan Term = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RenewAfter = TimeSpan.FromSeconds(3);

    /// <summary>A call begun later than this after the last renewal might still run when another copy takes over.</summary>
    private static readonly TimeSpan Safe = TimeSpan.FromSeconds(8);

    private readonly string holder = Guid.NewGuid().ToString("N");
    private long renewed;
    private long fence;

    /// <summary>The embedded file has one process: what it took once is its own until it ends.</summary>
    private bool IsForGood => store is SqliteStore;

    /// <summary>Takes, renews or waits for the lease.</summary>
    public async Task<bool> HoldAsync(CancellationToken stop)
    {
        if (fence > 0 && (IsForGood || clock.GetElapsedTime(renewed) < RenewAfter))
            return true;
        // Counted from before the commit: we give up earlier than others may begin.
        var asked = clock.GetTimestamp();
        var taken = await writer.DoAsync("courier", TakeAsync, stop);
        renewed = asked;
        Interlocked.Exchange(ref fence, taken);
        return taken > 0;
    }

    /// <summary>The fence held now; 0: none.</summary>
    internal long Fence => Interlocked.Read(ref fence);

    /// <summary>May a call that was begun under this fence still go out? Measured on the monotonic clock of this process.</summary>
    internal bool Covers(long begunUnder) => begunUnder > 0 && begunUnder == Fence && (IsForGood || clock.GetElapsedTime(renewed) < Safe);

    /// <summary>This copy carries now; a channel that may have one connection only keeps it here.</summary>
    public bool IsHeld => Covers(Fence);

    /// <summary>The fence to write under, or null when another copy has taken over. Nobody takes over before the commit.</summary>
    internal async Task<long?> FenceAsync(Db db)
    {
        var row =
            db is PostgresDb
                ? (await db.Leases.FromSql($"""SELECT * FROM "Leases" WHERE "Name" = {Name} FOR SHARE""").ToListAsync()).SingleOrDefault()
                : await db.Leases.FirstOrDefaultAsync(it => it.Name == Name);
        return row is not null && row.Holder == holder && row.Fence == Fence ? row.Fence : null;
    }

    private async Task<long> TakeAsync(Db db)
    {
        var row =
            db is PostgresDb
                ? (await db.Leases.FromSql($"""SELECT * FROM "Leases" WHERE "Name" = {Name} FOR UPDATE""").ToListAsync()).SingleOrDefault()
                : await db.Leases.FirstOrDefaultAsync(it => it.Name == Name);
        var now = await NowAsync(db);
        if (row is null)
            db.Leases.Add(row = new Lease { Name = Name });
        var isMine = row.Holder == holder;
        if (!isMine && row.Until > now && !IsForGood)
            return 0;
        if (!isMine)
        {
            row.Holder = holder;
            row.Fence++;
            await SettleAsync(db, clock.GetUtcNow().UtcDateTime);
        }

        row.Until = now + Term;
        return row.Fence;
    }

    // Copies stand on hosts whose clocks may differ by minutes: the database has one.
    private async Task<DateTime> NowAsync(Db db) =>
        db is PostgresDb
            ? (await db.Database.SqlQuery<DateTime>($"""SELECT clock_timestamp() AS "Value" """).ToListAsync())[0]
            : clock.GetUtcNow().UtcDateTime;

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
