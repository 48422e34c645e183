using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Messaging;

namespace MutualAid.Core.Broadcasts;

/// <summary>Back to a draft while nothing has left.</summary>
public sealed partial class BroadcastDesk
{
    /// <summary>撤回: while nothing left (in its half minute, or while every chat sleeps) it becomes a draft again.</summary>
    public async Task<BroadcastResult> WithdrawAsync(Broadcast it)
    {
        if (it.ConfirmedAt is null || it.StoppedAt is not null)
            return new(BroadcastRefusal.NotRunning, it);
        var isAsleep = await db.IsAsleepAsync(it, Now);
        if (!isAsleep && (it.FedAt is not null || await db.Recipients.AnyAsync(recipient => recipient.BroadcastId == it.Id)))
            return new(BroadcastRefusal.TooLateToWithdraw, it);
        if (isAsleep)
            await UnfeedAsync(it);
        if (it.Rule is { } rule)
            await schedule.PauseAsync(rule);
        await BackToDraftAsync(it);
        return Done(it);
    }

    // Those that wait are cancelled and belong to nothing any more; confirmed again, everybody gets a new one.
    private async Task UnfeedAsync(Broadcast it)
    {
        var rows = await db.Outbox.CountAsync(row => row.BroadcastId == it.Id);
        await db.Recipients.Where(recipient => recipient.BroadcastId == it.Id).ExecuteDeleteAsync();
        var cancelled = await db
            .Outbox.Waiting()
            .Where(row => row.BroadcastId == it.Id)
            .ExecuteUpdateAsync(all =>
                all.SetProperty(row => row.State, OutboxState.Cancelled)
                    .SetProperty(row => row.Reason, "withdrawn")
                    .SetProperty(row => row.BroadcastId, (long?)null)
            );
        // One that left between the two looks: nothing of this is stored.
        if (cancelled != rows)
            throw new DbUpdateConcurrencyException();
    }

    private async Task BackToDraftAsync(Broadcast it)
    {
        await schedule.CancelAsync(BroadcastDue.Feed, it.Id);
        (it.ConfirmedAt, it.ConfirmedById, it.SendAt) = (null, null, null);
        (it.PausedAt, it.PausedById, it.FedAt) = (null, null, null);
    }
}
