using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Channels.FakeTelegram;
using MutualAid.Tests.Channels.Telegram;
using MutualAid.Tests.Stores;
using Npgsql;

namespace MutualAid.Tests.Faults.Copies;

/// <summary>Two copies of the real program on one PostgreSQL, behind one web hook as behind a load balancer.</summary>
internal sealed class Pair : IAsyncDisposable
{
    private readonly FakeTelegramServer telegram;
    private readonly TestStore store;
    private readonly FastClock? clock;
    private readonly Home[] homes;
    private readonly Copy[] copies;

    private Pair(FakeTelegramServer telegram, TestStore store, string connection, FastClock? clock)
    {
        this.telegram = telegram;
        this.store = store;
        this.clock = clock;
        homes = [new Home(telegram, byHook: true, connection), new Home(telegram, byHook: true, connection)];
        copies = new Copy[2];
    }

    public TestStore Store => store;

    /// <param name="clock">A copy takes up where it stands when it is started.</param>
    public static async Task<Pair> StartAsync(FakeTelegramServer telegram, FastClock? clock = null)
    {
        var store = await TestStore.PostgresAsync();
        await using var db = store.Store.Read();
        var server = Environment.GetEnvironmentVariable(TestStore.Variable)!;
        var name = db.Database.GetDbConnection().Database;
        var pair = new Pair(telegram, store, new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString(), clock);
        telegram.Hook.Patience = TimeSpan.FromSeconds(3);
        telegram.Hook.LongestPause = TimeSpan.FromSeconds(1);
        // One after the other, so that the first holds the courier's lease.
        await pair.RestartAsync(0);
        await pair.RestartAsync(1);
        return pair;
    }

    public Copy this[int at] => copies[at];

    public Uri Hook(int at) => homes[at].Hook;

    /// <summary>From now on updates go to this copy.</summary>
    public void Lead(int at)
    {
        lock (telegram.Gate)
            telegram.Hook.Set(homes[at].Hook.ToString(), TelegramBot.Secret);
        telegram.Changed();
    }

    public async Task KillAsync(int at)
    {
        Lead(1 - at);
        await copies[at].KillAsync();
    }

    public async Task RestartAsync(int at)
    {
        if (copies[at] is { } old)
            await old.DisposeAsync();
        var greetings = telegram.Calls.Count(call => call.Method == "setMyCommands");
        copies[at] = homes[at].Start(clock);
        await copies[at].ReadyAsync();
        await telegram.WhenAsync(() => telegram.Calls.Count(call => call.Method == "setMyCommands") >= greetings + 6);
    }

    /// <summary>As if three minutes had passed since the attempts whose outcome nobody knows.</summary>
    public Task AgeDoubtsAsync() =>
        store.Writer.DoAsync(
            "test",
            async db =>
            {
                foreach (var row in await db.Outbox.Where(row => row.State == OutboxState.Unknown && !row.IsRepeat).ToListAsync())
                    row.StartedAt -= TimeSpan.FromMinutes(3);
            }
        );

    public async ValueTask DisposeAsync()
    {
        foreach (var copy in copies.OfType<Copy>())
            await copy.DisposeAsync();
        foreach (var home in homes)
            home.Dispose();
        await store.DisposeAsync();
    }
}
