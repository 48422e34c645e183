using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;

namespace MutualAid.Tests.Talk;

/// <summary>However much is said wrongly or again in a group, the bot adds little to it.</summary>
public sealed class GroupNoiseTests
{
    [Fact]
    public async Task Two_hundred_wrong_commands_get_few_answers_and_others_are_served()
    {
        await using var bot = await TestBot.StartedAsync(new FloodGuard());
        for (var i = 0; i < 200; i++)
        {
            bot.Clock.Move(TimeSpan.FromMilliseconds(50));
            await bot.ReceiveAsync(bot.Text(Cast.Lu, $"/claim {i + 50}"));
        }

        await bot.Courier.DrainAsync();
        Assert.InRange(bot.Channel.Calls.Count(call => call.Kind == OutboxKind.Send), 1, 6);
        Assert.Single(bot.Channel.Calls, call => call.Text.StartsWith("太快了，先歇5分钟", StringComparison.Ordinal));
        Assert.StartsWith("#1 口罩", (await bot.Says(Cast.Shao, "需求 口罩 100个")).Post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_look_up_again_and_again_is_noise_but_work_is_not()
    {
        await using var bot = await TestBot.StartedAsync(new FloodGuard());
        for (var i = 0; i < 6; i++)
            Assert.StartsWith("现在没有", (await bot.Says(Cast.Lu, "需求列表")).Post.Text, StringComparison.Ordinal);
        Assert.StartsWith("太快了", (await bot.Says(Cast.Lu, "需求列表")).Post.Text, StringComparison.Ordinal);
        Assert.True((await bot.Says(Cast.Lu, "需求列表")).IsSilent);
        for (var i = 0; i < 12; i++)
            Assert.Single((await bot.Says(Cast.Shao, $"需求 手套{i} {i + 1}双")).InGroup);
        for (var i = 0; i < 12; i++)
            Assert.Single((await bot.Says(Cast.Wen, "需求列表")).InGroup);
    }

    [Fact]
    public async Task Refusals_that_wait_become_one_message_with_names()
    {
        await using var bot = await TestBot.StartedAsync();
        foreach (var who in new[] { Cast.Lu, Cast.Feng, Cast.Miao })
            await bot.ReceiveAsync(bot.Text(who, "/claim 99"));
        await bot.Courier.DrainAsync();
        var only = Assert.Single(await bot.LookAsync());
        Assert.Equal(
            [
                "卢国庆：没有 #99。发 需求列表 看看有哪些。",
                "冯玉琴：没有 #99。发 需求列表 看看有哪些。",
                "苗秀莲：没有 #99。发 需求列表 看看有哪些。",
            ],
            only.Text.Split('\n')
        );
        Assert.Single((await bot.Until("2026-11-22 10:20")).Gone);
    }

    [Fact]
    public async Task While_muted_the_bot_asks_nothing_but_answers()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        await bot.Until("2026-11-24 21:00");
        Assert.Contains("前不主动说话", (await bot.Says(Cast.Wen, "/mute 3h")).Post.Text, StringComparison.Ordinal);
        Assert.Single((await bot.Says(Cast.Shao, "需求列表")).InGroup);
        Assert.Empty((await bot.Until("2026-11-25 07:29")).InGroup);
        Assert.Contains((await bot.Until("2026-11-25 07:31")).InGroup, post => post.Text == "#1 口罩还需要吗？");
    }
}
