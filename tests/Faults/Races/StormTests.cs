using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Host;
using MutualAid.Core.Data;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Channels.FakeTelegram;

namespace MutualAid.Tests.Faults.Races;

/// <summary>A hundred people in one group within one minute: the post follows, the group's limit is kept, nobody is flooded.</summary>
public class StormTests
{
    private const int People = 100;
    private const int Speed = 10;
    private const int MostAMinute = 20;

    [Fact]
    public async Task A_hundred_presses_are_answered_without_a_new_message()
    {
        var clock = FastClock.FromNow(Speed);
        await using var telegram = await FakeTelegramServer.StartAsync(clock);
        using var home = new Home(telegram, byHook: false);
        var (group, people, card, app) = await OpenAsync(telegram, home, clock);
        await using var _ = app;
        people.ForEach(person => person.Presses(card, "认领"));
        await SettleAsync(app, telegram);
        var need = await NeedAsync(app);
        Assert.Equal(People, Assert.Single(need.Lines[0].Claims).Quantity);
        Assert.Single(group.BotMessages);
        Assert.Contains($"{need.Lines[0].Claims[0].By.Name} {People}", card.Text, StringComparison.Ordinal);
        AssertPaced(telegram, group);
        await app.StopAsync();
    }

    [Fact]
    public async Task A_hundred_claims_by_text_show_on_the_one_post()
    {
        var clock = FastClock.FromNow(Speed);
        await using var telegram = await FakeTelegramServer.StartAsync(clock);
        using var home = new Home(telegram, byHook: false);
        var (group, people, card, app) = await OpenAsync(telegram, home, clock);
        await using var _ = app;
        people.ForEach(person => person.Says(group, "认领 1 1个"));
        await SettleAsync(app, telegram);
        var need = await NeedAsync(app);
        Assert.Equal(People, need.Lines[0].Claims.Count);
        Assert.All(people, person => Assert.Contains($"{person.User.Name} 1", card.Text, StringComparison.Ordinal));
        Assert.Single(group.BotMessages);
        AssertPaced(telegram, group);
        await app.StopAsync();
    }

    private static async Task<(FakeChat Group, List<FakePerson> People, FakeMessage Card, WebApplication App)> OpenAsync(
        FakeTelegramServer telegram,
        Home home,
        FastClock clock
    )
    {
        telegram.PrivacyMode = false;
        var group = telegram.AddGroup("一群");
        var people = Enumerable.Range(1, People).Select(number => telegram.AddPerson($"邻居{number}号")).ToList();
        people.ForEach(person => group.With(person));
        var asker = telegram.AddPerson("李姐");
        group.With(asker);
        var app = await House.BuildAsync([.. home.Settings], clock);
        await app.StartAsync();
        asker.Says(group, $"需求 口罩 {People}个");
        await telegram.WhenAsync(() => group.BotMessages.Count == 1);
        return (group, people, group.BotMessages[0], app);
    }

    private static async Task SettleAsync(WebApplication app, FakeTelegramServer telegram)
    {
        await telegram.WhenAsync(() => telegram.Updates.Pending == 0);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var look = 0; look < 900; look++)
        {
            await using var db = app.Services.GetRequiredService<Store>().Read();
            if (
                !await db.Outbox.AnyAsync(row =>
                    row.State == OutboxState.Queued || row.State == OutboxState.Attempting || row.State == OutboxState.Retry
                )
            )
                return;
            await tick.WaitForNextTickAsync();
        }

        throw new TimeoutException("Rows still wait");
    }

    private static async Task<Core.Supplies.Need> NeedAsync(WebApplication app)
    {
        await using var db = app.Services.GetRequiredService<Store>().Read();
        return await Core.Supplies.NeedQueries.WithAll(db.Needs).SingleAsync();
    }

    private static void AssertPaced(FakeTelegramServer telegram, FakeChat group)
    {
        Assert.DoesNotContain(telegram.Calls, call => call.Status == 429);
        var times = telegram
            .Calls.Where(call => call.Chat == group.Id && call.Method is "sendMessage" or "editMessageText")
            .Select(call => call.At)
            .Order()
            .ToList();
        for (var first = 0; first + MostAMinute < times.Count; first++)
            Assert.True(times[first + MostAMinute] - times[first] >= TimeSpan.FromSeconds(60));
    }
}
