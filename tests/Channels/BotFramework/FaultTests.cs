using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Channels.BotFramework;

/// <summary>A platform that cuts, hangs, fails and delivers twice, all through a conversation.</summary>
public class FaultTests
{
    private const int MostNeeds = 150;
    private static readonly int MostFaults = Environment.GetEnvironmentVariable("DEEP") == "1" ? 200 : 72;

    [Fact]
    public async Task Many_faults_lose_nothing_and_say_nothing_twice_unmarked()
    {
        await using var bot = await TeamsStage.StartAsync(faster: 30);
        // The platform is asked side by side, and dice are not made for that.
        var (gate, dice, chance, faults) = (new Lock(), new Random(7), new Random(8), 0);
        bot.Platform.Fault = request =>
        {
            if (!request.Target.StartsWith("/amer/", StringComparison.Ordinal) || request.Method == "GET")
                return null;
            lock (gate)
                return faults < MostFaults && chance.Next(3) > 0 ? Fault(chance, ++faults) : null;
        };
        var needs = 0;
        while (faults < MostFaults && needs < MostNeeds)
        {
            needs++;
            await SayAsync(bot, dice, Cast.All[needs % Cast.All.Length], $"@小助手 需求 手套{needs}号 {needs}双");
            await SayAsync(bot, dice, Cast.All[(needs + 1) % Cast.All.Length], $"@小助手 认领 {needs}");
            if (needs % 8 == 0)
                await CalmAsync(bot, rounds: 1);
        }

        await CalmAsync(bot, rounds: 6);
        Assert.Equal(MostFaults, faults);
        var posts = bot
            .Platform.Connector.Posts.Where(post => post.Chat == bot.Chat.Id)
            .Select(post => FakeReader.Text(post.Activity))
            .ToList();
        for (var number = 1; number <= needs; number++)
        {
            var marked = posts.Where(text => text.StartsWith($"（补发）#{number} ", StringComparison.Ordinal)).ToList();
            var plain = posts.Where(text => text.StartsWith($"#{number} ", StringComparison.Ordinal)).ToList();
            var inDoubt = await bot.Look(db =>
                db.Outbox.AnyAsync(row => row.Card!.Key == $"need:{number}" && row.State == OutboxState.Unknown)
            );
            // The mark goes when a card that was said again is edited.
            var repeats = await bot.Look(db =>
                db.Outbox.CountAsync(row => row.Card!.Key == $"need:{number}" && row.Kind == OutboxKind.Send && row.IsRepeat)
            );
            Assert.True(plain.Count <= 1 + repeats, $"#{number} stands twice, unmarked");
            Assert.True(plain.Count + marked.Count > 0 || inDoubt, $"#{number} is lost");
            var claimer = Cast.All[(number + 1) % Cast.All.Length];
            Assert.True(
                inDoubt || plain.Concat(marked).Any(text => text.Contains($"{claimer} {number}", StringComparison.Ordinal)),
                $"#{number} shows no claim"
            );
        }

        Assert.Equal(needs, await bot.Look(db => db.Needs.CountAsync()));
        Assert.Equal(needs, await bot.Look(db => db.Claims.CountAsync()));
        Assert.Equal(0, await bot.Look(db => db.Outbox.CountAsync(row => row.State == OutboxState.Failed)));
    }

    // Platforms deliver again what they are not sure of.
    private static async Task SayAsync(TeamsStage bot, Random dice, string who, string text)
    {
        var said = bot.Talk.Message(TeamsStage.IdOf(who), who, bot.Chat, text);
        await Task.WhenAll(Enumerable.Range(0, 1 + dice.Next(3)).Select(_ => bot.DeliverAsync(said.DeepClone().AsObject())));
    }

    private static FakeFault Fault(Random dice, int number) =>
        (number % 9) switch
        {
            0 => new FakeFault(500, """{"error":{"code":"ServiceError","message":"Unknown"}}""", IsTakenFirst: true),
            1 => new FakeFault(0, Cuts: true),
            2 => new FakeFault(0, Cuts: true, IsTakenFirst: true),
            3 => new FakeFault(503),
            4 => new FakeFault(429, RetryAfter: 1 + dice.Next(3)),
            5 => new FakeFault(502, "<html>Bad gateway</html>", IsTakenFirst: dice.Next(2) == 0),
            6 => new FakeFault(412, """{"error":{"code":"PreconditionFailed","message":"again"}}"""),
            7 => new FakeFault(0, Hangs: true, IsTakenFirst: dice.Next(2) == 0),
            _ => new FakeFault(500),
        };

    private static async Task CalmAsync(TeamsStage bot, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            var until = bot.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).AddMinutes(3);
            await bot.Until(until.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));
            await bot.Services.GetRequiredService<Postman>().RepeatDoubtfulAsync(CancellationToken.None);
        }
    }
}
