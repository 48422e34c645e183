using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MutualAid.Core.Data;

/// <summary>One writer for the file: what waits is committed together, a savepoint each, so that one disk sync serves many people.</summary>
/// <remarks>SQLite before 3.51.3 can corrupt a WAL when one connection commits while another checkpoints
/// (https://sqlite.org/wal.html#walresetbug); this connection does both, one after the other.</remarks>
public sealed class SqliteWriter : Writer
{
    private const int MostInOneCommit = 64;
    private const int PagesBeforeCheckpoint = 1000;

    private readonly Channel<Job> queue = Channel.CreateUnbounded<Job>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SqliteStore store;
    private readonly Task loop;
    private SqliteConnection? connection;
    private DbContextOptions<SqliteDb>? options;
    private KeptStatements? statements;
    private SqliteDb? context;
    private int commitsSinceCheckpoint;

    public SqliteWriter(SqliteStore store)
    {
        this.store = store;
        loop = Task.Run(RunAsync);
    }

    public override async Task<T> DoAsync<T>(string lane, Func<Db, Task<T>> work, CancellationToken stop = default)
    {
        var job = new Job<T>(work);
        if (!queue.Writer.TryWrite(job))
            throw new ObjectDisposedException(nameof(SqliteWriter));
        return await job.Done.Task.WaitAsync(stop);
    }

    /// <summary>Runs outside of any transaction, alone: backup and checkpoints.</summary>
    public Task AloneAsync(Action<SqliteConnection> work)
    {
        var job = new Alone(work);
        if (!queue.Writer.TryWrite(job))
            throw new ObjectDisposedException(nameof(SqliteWriter));
        return job.Done.Task;
    }

    public override async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
        Close();
    }

    private async Task RunAsync()
    {
        while (await queue.Reader.WaitToReadAsync())
        {
            var waiting = new List<Job>();
            while (waiting.Count < MostInOneCommit && queue.Reader.TryPeek(out var next) && !(next is Alone && waiting.Count > 0))
            {
                queue.Reader.TryRead(out _);
                waiting.Add(next);
                if (next is Alone)
                    break;
            }

            if (waiting is [Alone alone])
                RunAlone(alone);
            else if (waiting.Count > 0)
                await CommitAsync(waiting);
        }
    }

    private async Task CommitAsync(List<Job> jobs)
    {
        var kept = new List<Job>(jobs.Count);
        try
        {
            var open = Open();
            await using var transaction = open.BeginTransaction(deferred: false);
            foreach (var job in jobs)
            {
                transaction.Save("turn");
                if (await TryAsync(job, transaction))
                {
                    transaction.Release("turn");
                    kept.Add(job);
                }
                else
                {
                    transaction.Rollback("turn");
                }
            }

            await transaction.CommitAsync();
            LetGo();
        }
        catch (Exception error)
        {
            // Disk full or an I/O error: nothing of this commit counts, and the connection may hold a broken transaction.
            Close();
            foreach (var job in jobs)
                job.Fail(error);
            return;
        }

        foreach (var job in kept)
            job.Succeed();
        CheckpointWhenIdle(kept.Count);
    }

    private async Task<bool> TryAsync(Job job, SqliteTransaction transaction)
    {
        try
        {
            var db = Context(transaction);
            await job.RunAsync(db);
            await db.SaveChangesAsync();
            db.Forget();
            return true;
        }
        catch (Exception error) when (!StorageFault.Is(error))
        {
            LetGo();
            job.Fail(error);
            return false;
        }
    }

    // A context costs as much as several queries: the turns of a commit use one, each finds it empty. After a fault nobody knows what it holds.
    private SqliteDb Context(SqliteTransaction transaction)
    {
        if (context is not null)
            return context;
        context = new SqliteDb(options!);
        context.Database.AutoSavepointsEnabled = false;
        context.Database.UseTransaction(transaction);
        return context;
    }

    private void LetGo()
    {
        context?.Dispose();
        context = null;
    }

    private void RunAlone(Alone job)
    {
        try
        {
            job.Work(Open());
            job.Done.SetResult();
        }
        catch (Exception error)
        {
            job.Fail(error);
        }
    }

    private void CheckpointWhenIdle(int commits)
    {
        commitsSinceCheckpoint += commits;
        if (commitsSinceCheckpoint < PagesBeforeCheckpoint && (queue.Reader.TryPeek(out _) || commitsSinceCheckpoint < 200))
            return;
        commitsSinceCheckpoint = 0;
        try
        {
            using var checkpoint = Open().CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
            checkpoint.ExecuteNonQuery();
        }
        catch (SqliteException)
        {
            // The commits stand in the WAL; a disk without space is met again, and told, by the next of them.
            Close();
        }
    }

    private SqliteConnection Open()
    {
        if (connection is not null)
            return connection;
        connection = store.OpenForWriting();
        statements = new KeptStatements(connection);
        options = new DbContextOptionsBuilder<SqliteDb>().UseSqlite(connection).AddInterceptors(statements).Options;
        return connection;
    }

    private void Close()
    {
        LetGo();
        statements?.Dispose();
        connection?.Dispose();
        connection = null;
    }

    private abstract class Job
    {
        public abstract Task RunAsync(Db db);
        public abstract void Succeed();
        public abstract void Fail(Exception error);
    }

    private sealed class Job<T>(Func<Db, Task<T>> work) : Job
    {
        private T result = default!;

        public TaskCompletionSource<T> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async Task RunAsync(Db db) => result = await work(db);

        public override void Succeed() => Done.TrySetResult(result);

        public override void Fail(Exception error) => Done.TrySetException(error);
    }

    private sealed class Alone(Action<SqliteConnection> work) : Job
    {
        public Action<SqliteConnection> Work { get; } = work;

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override Task RunAsync(Db db) => Task.CompletedTask;

        public override void Succeed() => Done.TrySetResult();

        public override void Fail(Exception error) => Done.TrySetException(error);
    }
}
