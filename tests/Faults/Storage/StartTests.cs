using System.Diagnostics;
using Microsoft.Data.Sqlite;
using MutualAid.Core.Data;
using MutualAid.Tests.Channels.FakeTelegram;

namespace MutualAid.Tests.Faults.Storage;

public sealed class StartTests : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mutual-aid-start-");

    private string File => Path.Combine(folder.FullName, "mutualaid.db");

    [Theory]
    [InlineData("an empty file", false)]
    [InlineData("a current database", true)]
    public async Task A_lock_left_by_a_kill_during_a_migration_does_not_stop_the_next_start(string _, bool isCurrent)
    {
        if (isCurrent)
            await PrepareAsync();
        Run(
            """
            CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2020-02-03 10:00:00');
            """
        );
        await PrepareAsync().WaitAsync(Longest);
        await PrepareAsync().WaitAsync(Longest);
        Assert.Equal(0, SqliteBackup.Check(File));
    }

    [Fact]
    public async Task Killed_at_any_moment_of_its_first_start_the_program_starts_the_next_time()
    {
        await using var telegram = await FakeTelegramServer.StartAsync();
        using var home = new Home(telegram, byHook: false);
        foreach (var moment in new[] { 300, 700, 1000, 1300 })
        {
            await using var copy = home.Start();
            await Task.WhenAny(Task.Delay(moment), copy.ReadyAsync());
            await copy.KillAsync();
        }

        await using var last = home.Start();
        await last.ReadyAsync();
        await last.KillAsync();
        Assert.Equal(0, SqliteBackup.Check(home.File));
    }

    [Fact]
    public async Task A_second_program_on_the_same_data_ends_with_one_clear_line()
    {
        await using var telegram = await FakeTelegramServer.StartAsync();
        using var home = new Home(telegram, byHook: false);
        await using var first = home.Start();
        await first.ReadyAsync();
        using var same = new Home(telegram, byHook: false, folder: home.Folder);
        await using var second = same.Start();
        await second.EndAsync();
        Assert.Equal(1, second.ExitCode);
        Assert.Contains("is in use by another MutualAidBot", Assert.Single(second.Lines), StringComparison.Ordinal);
        Assert.True(first.IsAlive);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private async Task PrepareAsync()
    {
        using var store = new SqliteStore(File);
        var start = Stopwatch.GetTimestamp();
        await store.PrepareAsync();
        Assert.True(Stopwatch.GetElapsedTime(start) < Longest);
    }

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
