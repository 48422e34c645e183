using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Channels.FakeWeCom;
using MutualAid.Tests.Channels.Telegram;
using MutualAid.Tests.Stores;
using MutualAid.Tests.Talk;
using Npgsql;

namespace MutualAid.Tests.Faults.Copies;

/// <summary>Two copies of the real program are one bot of WeCom, which allows one connection.</summary>
public class WeComCopiesTests
{
    [SkippableFact]
    public async Task One_is_killed_one_sleeps_and_wakes_and_never_do_two_hold_the_line()
    {
        await using var store = await TestStore.PostgresAsync();
        await using var server = await FakeWeComServer.StartAsync();
        var homes = new[] { new WeComHome(server, store), new WeComHome(server, store) };
        await using var first = await homes[0].StartAsync();
        await Until.TrueAsync(() => server.IsConnected);
        await using var second = await homes[1].StartAsync();
        var said = new List<string> { await AskAsync(server, store) };

        await first.KillAsync();
        said.Add(await AskAsync(server, store));
        await using var third = await homes[0].StartAsync();
        said.Add(await AskAsync(server, store));
        Assert.Equal((2, 0, 1), (server.Subscribed, server.Kicks, server.MostLive));

        // Asleep it cannot give the line back: the platform ends it when the other one comes.
        second.Pause();
        var unheard = server.Says("user0", null, "隐私说明");
        await Until.TrueAsync(() => server.Subscribed == 3);
        said.Add(await AskAsync(server, store));
        second.Resume();
        await Until.TrueAsync(() =>
            second.Lines.Any(line => line.Contains("another copy of the program carries", StringComparison.Ordinal))
        );
        await AnsweredAsync(server, unheard);
        said.AddRange([unheard, await AskAsync(server, store), await AskAsync(server, store)]);
        Assert.Equal((3, 1), (server.Subscribed, server.Kicks));

        // It did not hold a grudge: when it is its turn it connects at once.
        await third.KillAsync();
        said.Add(await AskAsync(server, store));
        Assert.Equal((4, 1), (server.Subscribed, server.Kicks));
        Assert.Empty(server.Violations);
        Assert.Equal(said.Order(StringComparer.Ordinal), server.Posts.Select(post => post.Answers).Order(StringComparer.Ordinal));
        Assert.Equal(said.Count, Sent(store));
        foreach (var home in homes)
            home.Dispose();
    }

    private static int Sent(TestStore store)
    {
        using var db = store.Store.Read();
        return db.Outbox.Count(row => row.State == OutboxState.Sent);
    }

    private static bool IsOut(TestStore store)
    {
        using var db = store.Store.Read();
        return db.Outbox.Any(row => row.State == OutboxState.Attempting);
    }

    private static async Task<string> AskAsync(FakeWeComServer server, TestStore store)
    {
        var said = server.Says("user0", null, "隐私说明");
        await AnsweredAsync(server, said);
        // Killed before it has noted that, it would rightly be in doubt.
        await Until.TrueAsync(() => !IsOut(store));
        return said;
    }

    private static Task AnsweredAsync(FakeWeComServer server, string said) =>
        Until.TrueAsync(() => server.Posts.Any(post => post.Answers == said));

    private sealed class WeComHome : IDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("mutual-aid-copy-").FullName;
        private readonly string[] settings;

        public WeComHome(FakeWeComServer server, TestStore store)
        {
            using var db = store.Store.Read();
            var connection = new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable(TestStore.Variable))
            {
                Database = db.Database.GetDbConnection().Database,
            };
            settings =
            [
                $"--Public:Listen=http://127.0.0.1:{FreePort.Take()}",
                "--Run:Console=false",
                "--Storage:Provider=PostgreSql",
                $"--Storage:ConnectionString={connection}",
                $"--Backup:Folder={Path.Combine(folder, "backups")}",
                .. WeComStage.SettingsFor(server),
            ];
        }

        public async Task<Copy> StartAsync()
        {
            var copy = Copy.Start(folder, settings);
            await copy.ReadyAsync();
            return copy;
        }

        public void Dispose() => Directory.Delete(folder, recursive: true);
    }
}
