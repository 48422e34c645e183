using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace MutualAid.Core.Data;

/// <summary>Side by side: a transaction each, in order within a lane, replayed after a lost race.</summary>
public sealed class PostgresWriter(PostgresStore store) : Writer
{
    private const int MostAtOnce = 16;
    private const int MostReplays = 20;

    private readonly SemaphoreSlim places = new(MostAtOnce);
    private readonly ConcurrentDictionary<string, Task> lanes = new(StringComparer.Ordinal);

    public override Task<T> DoAsync<T>(string lane, Func<Db, Task<T>> work, CancellationToken stop = default)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task before = Task.CompletedTask;
        _ = lanes.AddOrUpdate(
            lane,
            _ =>
            {
                before = Task.CompletedTask;
                return done.Task;
            },
            (_, last) =>
            {
                before = last;
                return done.Task;
            }
        );
        return RunInLaneAsync();

        async Task<T> RunInLaneAsync()
        {
            try
            {
                await before;
                await places.WaitAsync(stop);
                try
                {
                    return await ReplayAsync(work, stop);
                }
                finally
                {
                    places.Release();
                }
            }
            finally
            {
                lanes.TryRemove(new KeyValuePair<string, Task>(lane, done.Task));
                done.SetResult();
            }
        }
    }

    public override ValueTask DisposeAsync()
    {
        places.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<T> ReplayAsync<T>(Func<Db, Task<T>> work, CancellationToken stop)
    {
        for (var replay = 0; ; replay++)
        {
            try
            {
                await using var db = store.OpenForWriting();
                db.Database.AutoSavepointsEnabled = false;
                await using var transaction = await db.Database.BeginTransactionAsync(stop);
                var result = await work(db);
                await db.SaveChangesAsync(stop);
                await transaction.CommitAsync(stop);
                return result;
            }
            catch (Exception error) when (replay < MostReplays && IsLostRace(error)) { }
        }
    }

    // An unknown commit counts as lost: the seen-mark or unique key of the replay finds what was stored.
    private static bool IsLostRace(Exception? error) =>
        error switch
        {
            null => false,
            DbUpdateConcurrencyException => true,
            PostgresException postgres => postgres.SqlState is "23505" or "40001" or "40P01" or "25P03" or "57P01",
            NpgsqlException { IsTransient: true } => true,
            _ => IsLostRace(error.InnerException),
        };
}
