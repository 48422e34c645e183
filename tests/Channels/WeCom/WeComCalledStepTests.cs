using Microsoft.EntityFrameworkCore;
using MutualAid.Tests.Channels.FakeWeCom;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Channels.WeCom;

/// <summary>
/// URL mode: callbacks get lost, come twice at once or again later, and answer addresses fail, at every step of a conversation in each way.
/// </summary>
public sealed class WeComCalledStepTests
{
    private static readonly (int Status, int Code)[] Errors =
    [
        (500, 0),
        (502, 0),
        (FakeWeComServer.CutBefore, 0),
        (FakeWeComServer.CutAfter, 0),
        (200, -1),
        (200, 45033),
    ];

    private static readonly Arrival[] Arrivals = [Arrival.Lost, Arrival.Unheard, Arrival.Twice, Arrival.Replayed];

    [Fact]
    public async Task Whatever_happens_to_a_call_at_any_step_nothing_is_lost_and_nothing_said_twice_unmarked()
    {
        await using var bot = await WeComStage.StartCalledAsync();
        await Setup.NeedsAsync(bot, 1);
        await bot.MeetAsync(Cast.Shao, Cast.Wen, Cast.Duan, Cast.Gong);
        var story = new Story(bot);
        var mishaps = new Mishaps(story);
        var (outward, inward) = (mishaps.On((200, 0)), mishaps.On(Arrival.Good));
        (bot.Server.Answers, bot.Server.CallFault) = (_ => outward.Meet(), inward.Meet);
        await story.TellAsync();
        Assert.Equal((10, 7), (outward.Calls, inward.Calls));
        Action[] plans = [.. outward.Each(10, Errors), .. inward.Each(7, Arrivals)];
        await mishaps.HappenAsync(plans, Mishaps.Most(plans.Length), together: 7);
        Assert.Empty(bot.Server.Violations);
        Assert.DoesNotContain(bot.Log.Lines, line => line.Contains("unhandled", StringComparison.Ordinal));
        await story.AssertWholeAsync();
    }

    [Fact]
    public async Task Calls_out_of_order_and_doubled_each_happen_once()
    {
        await using var bot = await WeComStage.StartCalledAsync();
        var dice = new Random(3);
        bot.Server.CallFault = () => Arrivals[dice.Next(Arrivals.Length)];
        // Nobody waits for the answer to what went before.
        for (var number = 1; number <= 20; number++)
            bot.Server.Says(WeComStage.Id(Cast.All[number % Cast.All.Length]), WeComStage.Chat, $"需求 手套{number}号 10双 杏花台社区");
        await bot.SettledAsync();
        var items = await bot.Look(db => db.Needs.Select(need => need.Lines[0].Item).ToListAsync());
        Assert.Equal(20, items.Count);
        Assert.Equal(20, items.Distinct(StringComparer.Ordinal).Count());
        for (var round = 0; round < 20; round++)
            await bot.SettledAsync();
        var cards = bot.Server.Posts.Where(post => post.Text.Contains("手套", StringComparison.Ordinal)).ToList();
        Assert.Equal(20, cards.Count);
        Assert.Empty(bot.Server.Violations);
    }
}
