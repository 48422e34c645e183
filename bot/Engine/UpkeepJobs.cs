using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Engine;

/// <summary>Says once more, marked, what may not have arrived.</summary>
public sealed class DoubtfulJob(Postman postman) : IDueJob
{
    public Task RunAsync(CancellationToken stop) => postman.RepeatDoubtfulAsync(stop);

    public Task<DateTime?> NextAsync(Db db) => Task.FromResult<DateTime?>(null);
}

/// <summary>Forgets what is no longer needed: seen-marks after three days, closed outbox rows after thirty, old questions and undo steps.</summary>
public sealed class TidyJob(Writer writer, TimeProvider clock) : IDueJob
{
    private const int MostAtOnce = 5000;

    public Task RunAsync(CancellationToken stop) =>
        writer.DoAsync(
            "tidy",
            async db =>
            {
                var now = clock.GetUtcNow().UtcDateTime;
                var (threeDays, day, month) = (now.AddDays(-3), now.AddDays(-1), now.AddDays(-30));
                db.Seen.RemoveRange(await db.Seen.Where(it => it.At < threeDays).Take(MostAtOnce).ToListAsync(stop));
                db.Unfinished.RemoveRange(await db.Unfinished.Where(it => it.ExpiresAt < day).Take(MostAtOnce).ToListAsync(stop));
                db.UndoSteps.RemoveRange(await db.UndoSteps.Where(it => it.At < day).Take(MostAtOnce).ToListAsync(stop));
                db.Outbox.RemoveRange(
                    await db
                        .Outbox.Where(it =>
                            it.CreatedAt < month && it.State != OutboxState.Queued && it.State != OutboxState.Retry && it.CardId == null
                        )
                        // The delivery log of a broadcast stays as long as the broadcast.
                        .Where(it => it.BroadcastId == null)
                        .Take(MostAtOnce)
                        .ToListAsync(stop)
                );
            },
            stop
        );

    public Task<DateTime?> NextAsync(Db db) => Task.FromResult<DateTime?>(null);
}
