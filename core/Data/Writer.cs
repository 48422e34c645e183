namespace MutualAid.Core.Data;

/// <summary>The one way to write. Work is replayable: it touches only its <see cref="Db"/>, and may be run again after a lost race.</summary>
public abstract class Writer : IAsyncDisposable
{
    /// <summary>Runs <paramref name="work"/> in a transaction; the task ends after the durable commit, or throws and nothing is stored.</summary>
    /// <param name="lane">Work of one lane (a chat, a console user, a job) keeps its order.</param>
    /// <param name="work">Saving is done here, after it: it need not call SaveChanges itself.</param>
    public abstract Task<T> DoAsync<T>(string lane, Func<Db, Task<T>> work, CancellationToken stop = default);

    public Task DoAsync(string lane, Func<Db, Task> work, CancellationToken stop = default) =>
        DoAsync(
            lane,
            async db =>
            {
                await work(db);
                return true;
            },
            stop
        );

    public abstract ValueTask DisposeAsync();
}
