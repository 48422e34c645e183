using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Channels.FakeTelegram;
using Xunit.Abstractions;

namespace MutualAid.Tests.Faults.Kills;

/// <summary>The real program is killed at random moments while people go on talking; in the end everything is there, once.</summary>
public class KillTests(ITestOutputHelper output)
{
    private const int Speed = 20;
    private const int MostSettling = 20;
    private static readonly int Kills = Environment.GetEnvironmentVariable("DEEP") == "1" ? 100 : 25;

    [Fact]
    public Task Killed_while_polling_nothing_is_lost_or_said_twice_unmarked() => RunAsync(byHook: false, Kills - (Kills / 2), seed: 20201);

    [Fact]
    public Task Killed_behind_a_web_hook_nothing_is_lost_or_said_twice_unmarked() => RunAsync(byHook: true, Kills / 2, seed: 20202);

    private async Task RunAsync(bool byHook, int kills, int seed)
    {
        var clock = FastClock.FromNow(Speed);
        await using var telegram = await FakeTelegramServer.StartAsync(clock, FakeLimits.None);
        using var home = new Home(telegram, byHook);
        var crowd = new Crowd(telegram, seed);
        var chance = new Random(seed);
        for (var kill = 0; kill < kills; kill++)
        {
            await using var copy = home.Start(clock);
            await copy.ReadyAsync();
            await AtWorkAsync(telegram, crowd);
            var last = TimeSpan.FromMilliseconds(chance.Next(50, 400));
            for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < last; )
            {
                crowd.Act();
                await Task.Delay(chance.Next(5, 40));
            }

            await copy.KillAsync();
        }

        var restarts = await SettleAsync(home, telegram, clock);
        await using var db = home.Read();
        var verdict = await Verdict.OfAsync(crowd, telegram, db, home.File);
        output.WriteLine(
            $"{kills} kills, seed {seed}, {crowd.Stories.Count} needs, {crowd.Stories.Count(story => story.IsOver)} received, "
                + $"{crowd.Questions.Count} questions, {telegram.Updates.All.Count} updates, {telegram.Calls.Count} calls, {restarts} restarts to settle: {verdict}"
        );
        Assert.True(verdict.IsClean, verdict.ToString());
        Assert.True(crowd.Stories.Count > kills / 2);
    }

    /// <summary>Introduced, and carrying something: from here on a kill meets work.</summary>
    private static async Task AtWorkAsync(FakeTelegramServer telegram, Crowd crowd)
    {
        var before = Carried();
        for (var act = 0; act < 10; act++)
            crowd.Act();
        await telegram.WhenAsync(() => Carried() > before);

        int Carried() =>
            telegram.Calls.Count(call =>
                call.Method is "sendMessage" or "editMessageText" or "setMessageReaction" or "answerCallbackQuery"
            );
    }

    /// <summary>Until all is taken in and every row has its end; each stop in between is an orderly one.</summary>
    private static async Task<int> SettleAsync(Home home, FakeTelegramServer telegram, FastClock clock)
    {
        for (var start = 1; start <= MostSettling; start++)
        {
            await using var copy = home.Start(clock);
            await copy.ReadyAsync();
            var isSettled = await IsSettledSoonAsync(home, telegram);
            await copy.StopAsync();
            Assert.Equal(0, copy.ExitCode);
            if (isSettled && await OpenRowsAsync(home) == 0)
                return start;
        }

        throw new TimeoutException("Rows still wait");
    }

    private static async Task<bool> IsSettledSoonAsync(Home home, FakeTelegramServer telegram)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var look = 0; look < 60; look++)
        {
            if (telegram.Updates.Pending == 0 && await OpenRowsAsync(home) == 0)
                return true;
            await tick.WaitForNextTickAsync();
        }

        return false;
    }

    private static async Task<int> OpenRowsAsync(Home home)
    {
        await using var db = home.Read();
        return await db.Outbox.CountAsync(row =>
            row.State == OutboxState.Queued
            || row.State == OutboxState.Attempting
            || row.State == OutboxState.Retry
            || (row.State == OutboxState.Unknown && !row.IsRepeat)
        );
    }
}
