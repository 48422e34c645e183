using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Bot.Host;
using MutualAid.Core.Broadcasts;
using MutualAid.Core.Groups;
using MutualAid.Core.People;
using MutualAid.Tests.Channels;
using MutualAid.Tests.Channels.FakeTelegram;
using MutualAid.Tests.Channels.Telegram;
using MutualAid.Tests.Stores;
using Xunit.Abstractions;

namespace MutualAid.Tests.Broadcasts;

/// <summary>A large broadcast before a Telegram that counts, on a clock that moves only when the courier waits.</summary>
public sealed class PacingTests(ITestOutputHelper output)
{
    private const int PerSecond = 30;
    private static readonly int Chats = Environment.GetEnvironmentVariable("DEEP") == "1" ? 3000 : 600;

    [Fact]
    public async Task It_is_as_fast_as_the_platform_allows_and_never_told_to_wait()
    {
        var clock = new MovedClock(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(8)));
        await using var telegram = await FakeTelegramServer.StartAsync(clock);
        await using var bot = await TelegramBot.StartAsync(telegram, time: clock);
        await using var store = await TestStore.SqliteAsync();
        await using var services = await EngineAsync(store, bot.Channel, clock);
        await store.Writer.DoAsync("setup", db => ConfirmAsync(db, telegram, clock));
        var due = ActivatorUtilities.CreateInstance<DueJob>(services);
        var courier = services.GetRequiredService<Courier>();
        clock.Move(BroadcastDesk.Hold);
        await due.RunAsync(default);
        while (await courier.DrainAsync() is { } next)
        {
            clock.MoveTo(next);
            await due.RunAsync(default);
        }

        var calls = telegram.Calls.Where(call => call.Method == "sendMessage").ToList();
        var took = calls[^1].At - calls[0].At;
        var ideal = TimeSpan.FromSeconds((double)Chats / PerSecond);
        output.WriteLine(
            $"{Chats} chats in {took.TotalSeconds:0.00} s, ideal {ideal.TotalSeconds:0.00} s, {telegram.Meter.Impatient} impatient"
        );
        Assert.DoesNotContain(calls, call => call.Status != 200);
        Assert.Equal(Chats, calls.Select(call => call.Chat).Distinct().Count());
        Assert.Equal(Chats, calls.Count);
        Assert.InRange(took, ideal * 0.9, ideal * 1.02);
    }

    private static async Task<ServiceProvider> EngineAsync(TestStore store, IChannel channel, TimeProvider clock)
    {
        var parts = new ServiceCollection();
        parts.AddLogging();
        var settings = Settings.Read(new ConfigurationBuilder().Build());
        parts.AddEngine(settings, store.Store, await HostParts.ButtonKeyAsync(store.Store), clock, FloodGuard.Off);
        parts.AddSingleton(store.Writer);
        parts.AddSingleton(channel);
        return parts.BuildServiceProvider();
    }

    private static async Task ConfirmAsync(Core.Data.Db db, FakeTelegramServer telegram, TimeProvider clock)
    {
        var person = new Person { Name = "温静宜", FirstSeenAt = clock.GetUtcNow().UtcDateTime };
        for (var number = 0; number < Chats; number++)
        {
            var chat = telegram.AddGroup($"{number}群");
            var group = new Group
            {
                Channel = "telegram",
                ExternalId = $"{chat.Id}",
                Title = chat.Title,
            };
            db.Members.Add(
                new Member
                {
                    Group = group,
                    Person = person,
                    Role = Role.Organiser,
                }
            );
        }

        await db.SaveChangesAsync();
        var desk = new BroadcastDesk(db, clock);
        var drafted = (await desk.DraftAsync(person, new BroadcastWords("明早9点停水"))).Broadcast!;
        Assert.True((await desk.ConfirmAsync(drafted, person, Chats)).Done);
        Assert.Equal(Chats, await db.Groups.CountAsync());
    }
}
