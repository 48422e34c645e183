using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;
using MutualAid.Core.Schedule;
using MutualAid.Tests.Channels.FakeTelegram;
using MutualAid.Tests.Channels.Telegram;
using MutualAid.Tests.Schedule;
using Xunit.Abstractions;

namespace MutualAid.Tests.Faults.Copies;

/// <summary>Two copies of the real program ring for the same rules; one after the other is killed, and the clock goes a day on and a day back.</summary>
public class RuleTests(ITestOutputHelper output)
{
    private const int Groups = 12;
    private const string Again = "（补发）";
    private static readonly bool IsDeep = Environment.GetEnvironmentVariable("DEEP") == "1";
    private static readonly int Kills = IsDeep ? 6 : 1;
    private static readonly int RulesEach = IsDeep ? 20 : 6;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(IsDeep ? 12 : 4);

    [SkippableFact]
    public async Task A_daily_rule_speaks_once_a_day_whichever_copy_is_killed_and_wherever_the_clock_goes()
    {
        var clock = FastClock.FromNow(speed: 4);
        await using var telegram = await FakeTelegramServer.StartAsync(clock, FakeLimits.None);
        var chats = Enumerable.Range(1, Groups).Select(number => telegram.AddGroup($"{number}群")).ToList();
        clock.MoveTo(Morning(clock));
        await using var pair = await Pair.StartAsync(telegram, clock);
        var first = clock.GetUtcNow().AddSeconds(30);
        await pair.Store.Writer.DoAsync("test", db => PlanAsync(db, chats, clock, first));
        var day = Today(clock);

        Assert.True(await DayAsync(pair, day, clock) > 0);
        await MoveAsync(pair, clock, first.AddDays(1));
        await DayAsync(pair, day.AddDays(1), clock);
        await MoveAsync(pair, clock, first);
        await QuietDayAsync(pair, clock);
        await MoveAsync(pair, clock, first.AddDays(2));
        await DayAsync(pair, day.AddDays(2), clock);

        await CheckAsync(pair, chats, day);
    }

    private static async Task CheckAsync(Pair pair, List<FakeChat> chats, DateOnly day)
    {
        await using var db = pair.Store.Store.Read();
        var closed = await db.Due.Where(row => row.Kind == Kind && row.State != DueState.Waiting).ToListAsync();
        Assert.All(closed, row => Assert.Equal(DueState.Done, row.State));
        var rules = await db.Rules.Where(rule => rule.Kind == Kind).Select(rule => rule.Id).ToListAsync();
        var days = new[] { day, day.AddDays(1), day.AddDays(2) };
        var wanted = rules.SelectMany(rule => days.Select(each => Key(rule, each))).ToList();
        Assert.Empty(wanted.Except(closed.Select(row => row.Key)));
        Assert.Empty(closed.Select(row => row.Key).Except(wanted));
        Assert.Equal(closed.Count, await db.Outbox.CountAsync(row => row.Why == Why.Reminder));
        Assert.Equal(0, await db.Incidents.CountAsync());
        foreach (var chat in chats)
        {
            foreach (var rule in chat.BotMessages.GroupBy(post => post.Text.Replace(Again, "", StringComparison.Ordinal)))
            {
                var unmarked = rule.Count(post => !post.Text.Contains(Again, StringComparison.Ordinal));
                Assert.True(unmarked <= days.Length, $"{rule.Key}: {unmarked} times");
                Assert.True(rule.Count() >= days.Length, $"{rule.Key}: {rule.Count()} times");
            }

            Assert.Equal(RulesEach, chat.BotMessages.DistinctBy(post => post.Text.Replace(Again, "", StringComparison.Ordinal)).Count());
        }
    }

    private async Task<int> DayAsync(Pair pair, DateOnly day, FastClock clock)
    {
        var between = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            // On a slow machine all may have rung while the copies were starting.
            if (await OpenAsync(pair, day) is > 0 and var before)
            {
                await UntilAsync(async () => await OpenAsync(pair, day) < before);
                between++;
            }

            await pair.KillAsync(kill % 2);
            await pair.RestartAsync(kill % 2);
        }

        await UntilAsync(async () => await OpenAsync(pair, day) == 0 && await SettledAsync(pair));
        output.WriteLine($"{day}: done at {clock.GetUtcNow():u} after {Kills} kills, {between} of them between two rings");
        return between;
    }

    // What was said today already stays said, as long as the day lasts for the rules.
    private static async Task QuietDayAsync(Pair pair, FastClock clock)
    {
        var before = await DoneAsync(pair);
        var end = clock.GetUtcNow() + (RulesEach + 2) * Between;
        await UntilAsync(() => Task.FromResult(clock.GetUtcNow() >= end));
        Assert.Equal(before, await DoneAsync(pair));
    }

    private static async Task MoveAsync(Pair pair, FastClock clock, DateTimeOffset first)
    {
        await pair[0].StopAsync();
        await pair[1].StopAsync();
        clock.MoveTo(first.AddSeconds(-5));
        await pair.RestartAsync(0);
        await pair.RestartAsync(1);
    }

    private static string Key(long rule, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"rule:{rule}:{day:yyyyMMdd}");

    private static string Kind => new SayingAct().Kind;

    private static async Task<int> OpenAsync(Pair pair, DateOnly day)
    {
        await using var db = pair.Store.Store.Read();
        var end = $"{day:yyyyMMdd}";
        return await db.Due.CountAsync(row => row.Kind == Kind && row.State == DueState.Waiting && row.Key.EndsWith(end));
    }

    private static async Task<int> DoneAsync(Pair pair)
    {
        await using var db = pair.Store.Store.Read();
        return await db.Due.CountAsync(row => row.Kind == Kind && row.State == DueState.Done);
    }

    private static async Task<bool> SettledAsync(Pair pair)
    {
        await using var db = pair.Store.Store.Read();
        return !await db.Outbox.AnyAsync(row =>
            row.Why == Why.Reminder
            && (
                row.State == OutboxState.Queued
                || row.State == OutboxState.Attempting
                || row.State == OutboxState.Retry
                || (row.State == OutboxState.Unknown && !row.IsRepeat)
            )
        );
    }

    private static Task UntilAsync(Func<Task<bool>> holds) => Until.TrueAsync(holds, TimeSpan.FromMinutes(3));

    // Nine o'clock of the day, in the groups' zone.
    private static DateTimeOffset Morning(FastClock clock) => new(Today(clock).ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromHours(8));

    private static DateOnly Today(FastClock clock) => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).Date);

    private static async Task PlanAsync(Db db, List<FakeChat> chats, FastClock clock, DateTimeOffset start)
    {
        var first = TimeOnly.FromDateTime(start.ToOffset(TimeSpan.FromHours(8)).DateTime);
        var desk = new ScheduleDesk(db, clock);
        foreach (var chat in chats)
        {
            var group = new Group
            {
                Channel = "telegram",
                ExternalId = $"{chat.Id}",
                Title = chat.Title,
                ConfirmedAt = DateTime.UnixEpoch,
                QuietFrom = default,
                QuietTo = default,
            };
            db.Groups.Add(group);
            for (var rule = 0; rule < RulesEach; rule++)
            {
                var at = first.Add(rule * Between);
                await desk.RepeatAsync(
                    new RepeatRule
                    {
                        Kind = Kind,
                        Detail = $"{chat.Title} 第{rule}条",
                        Group = group,
                        Every = Every.Day,
                        At = at,
                    }
                );
            }
        }
    }
}
