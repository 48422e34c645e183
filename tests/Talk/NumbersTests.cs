using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;

namespace MutualAid.Tests.Talk;

/// <summary>Where nothing can be pressed and nothing changes in place: buttons are numbers to answer with.</summary>
public sealed class NumbersTests
{
    [Fact]
    public async Task S1_from_asking_to_signing_without_a_button()
    {
        await using var bot = await OpenAsync();
        await Setup.NeedsAsync(bot, 30);

        var card = (await bot.Says(Cast.Shao, "需求 N95口罩100个 杏花台社区")).Post;
        Assert.StartsWith("#31 N95口罩 100个｜杏花台社区｜待核实", card.Text, StringComparison.Ordinal);
        Assert.EndsWith("\n回复本条：1 核实 · 2 认领", card.Text, StringComparison.Ordinal);
        Assert.Empty(card.Buttons);

        Assert.Equal("这个要管理员来办。", (await bot.Replies(Cast.Duan, card, "1")).Post.Text);
        var verified = await bot.Replies(Cast.Wen, card, "1");
        Assert.Contains("已核实", verified.Post.Text, StringComparison.Ordinal);
        Assert.True((await bot.Replies(Cast.Wen, card, "收到")).IsSilent);

        var claimed = await bot.Says(Cast.Duan, "认领 31 60");
        Assert.Contains("段丽华 60，还差 40", claimed.Post.Text, StringComparison.Ordinal);
        Assert.Contains("送到杏花台北门，找邵卫东，18点前", Assert.Single(claimed.In(Cast.Duan)).Text, StringComparison.Ordinal);

        var tooMuch = await bot.Says(Cast.Gong, "认领 31 50");
        Assert.Equal("#31 只差 40 个了。发：认领 31 40\n回复本条：1 认领40个", tooMuch.Post.Text);

        await bot.SendsPhoto(Cast.Duan, "送达 31");
        var thanked = await bot.Replies(Cast.Shao, claimed.Post, "收到");
        Assert.EndsWith("\n回复本条：1 确认签收 60个？", thanked.Post.Text, StringComparison.Ordinal);
        Assert.Equal(0, await bot.Look(db => db.Handovers.CountAsync()));

        var signed = await bot.Replies(Cast.Shao, thanked.Post, "１。");
        Assert.Contains("已签收 60，还差 40", signed.Post.Text, StringComparison.Ordinal);
        var handover = await bot.Look(db => db.Handovers.Include(it => it.Community).Include(it => it.Line).SingleAsync());
        Assert.Equal(("杏花台社区", "N95口罩", 60m), (handover.Community!.Name, handover.Line.Item, handover.Quantity));

        Assert.Equal("已签过了", (await bot.Replies(Cast.Shao, thanked.Post, "1")).Post.Text);
        Assert.Equal(1, await bot.Look(db => db.Handovers.CountAsync()));
    }

    [Fact]
    public async Task Where_a_quantity_is_asked_a_number_is_the_quantity_and_its_buttons_are_said_by_their_words()
    {
        await using var bot = await OpenAsync();
        var question = await bot.Says(Cast.Guo, "@小助手 缺口罩");
        Assert.Equal("口罩要多少？\n可以回：50个 · 100个 · 200个", question.Post.Text);
        Assert.StartsWith("#1 口罩 2个｜", (await bot.Replies(Cast.Guo, question.Post, "2")).Post.Text, StringComparison.Ordinal);
        var again = await bot.Says(Cast.Lu, "@小助手 缺手套");
        Assert.StartsWith(
            "#2 手套 50",
            (await bot.Replies(Cast.Lu, again.Post, again.Post.Text[^20..].Split('：')[1].Split(' ')[0])).Post.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task In_private_the_next_number_means_the_latest_post_and_only_for_a_day()
    {
        await using var bot = await OpenAsync();
        await bot.Whispers(Cast.Shao, "/join 杏花台社区");
        var near = Assert.Single((await bot.Whispers(Cast.Duan, "/join 杏花苔社区")).In(Cast.Duan));
        Assert.Contains("\n回复数字：1 ", near.Text, StringComparison.Ordinal);
        await bot.Whispers(Cast.Gong, "/join 杏花抬社区");
        var wrong = Assert.Single((await bot.Whispers(Cast.Duan, "9")).In(Cast.Duan));
        Assert.Equal("上面没有这个数字，请看清再回。", wrong.Text);
        await bot.Whispers(Cast.Duan, "1");
        Assert.Equal("杏花台社区", await CommunityOf(Cast.Duan));

        await bot.Until("2026-11-23 12:00");
        await bot.Whispers(Cast.Gong, "1");
        Assert.Equal("杏花抬社区", await CommunityOf(Cast.Gong));

        Task<string> CommunityOf(string who) =>
            bot.Look(db => db.People.Where(it => it.Name == who).Select(it => it.Community!.Name).SingleAsync());
    }

    [Fact]
    public async Task Only_a_question_in_private_asks_so_that_its_buttons_go_with_the_answer()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Guo, "@小助手 缺口罩");
        Assert.False(bot.Channel.Calls.Last(call => call.Buttons.Count > 0).Asks);
        await bot.Whispers(Cast.Guo, "缺手套");
        await bot.Says(Cast.Shao, "需求 手套 20双");
        Assert.False(bot.Channel.Calls.Last(call => call.Buttons.Count > 0).Asks);
        var asked = bot.Channel.Calls.Where(call => call is { ChatId: ['@', ..], Buttons.Count: > 0 }).ToList();
        Assert.All(asked, call => Assert.True(call.Asks));
        Assert.NotEmpty(asked);
    }

    [Fact]
    public async Task A_number_among_people_is_nobodys_press()
    {
        await using var bot = await OpenAsync();
        var card = (await bot.Says(Cast.Shao, "需求 口罩 100个")).Post;
        Assert.True((await bot.Says(Cast.Duan, "2")).IsSilent);
        Assert.True((await bot.Says(Cast.Wen, "1")).IsSilent);
        Assert.Equal(0, await bot.Look(db => db.Claims.CountAsync()));
        Assert.Contains("段丽华", (await bot.Replies(Cast.Duan, card, "2")).Post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_is_heard_nothing_is_offered_to_answer()
    {
        await using var bot = await OpenAsync();
        bot.Channel.Can = Abilities.None;
        var card = (await bot.Says(Cast.Shao, "需求 口罩 100个")).Post;
        Assert.DoesNotContain("回复本条", card.Text, StringComparison.Ordinal);
    }

    private static async Task<TestBot> OpenAsync()
    {
        var bot = await TestBot.StartedAsync();
        bot.Channel.Can = Abilities.Hear;
        return bot;
    }
}
