using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Classes;
using MutualAid.Core.Language;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Classes;

/// <summary>What an organiser changes of a class that was announced: places, picture, speaker.</summary>
public sealed class Changing
{
    [Theory]
    [InlineData("改名额 1 4")]
    [InlineData("/places 1 4")]
    [InlineData("@小助手 1号课名额改到4人")]
    [InlineData("改名额 第1课 4人")]
    public async Task More_places_are_offered_to_who_waits_in_order(string said)
    {
        await using var bot = await TestBot.StartedAsync();
        await FullAsync(bot);
        var heard = await bot.Says(Cast.Wen, said);
        Assert.Contains("限4人", heard.Card(1).Text, StringComparison.Ordinal);
        Assert.Empty(heard.InGroup);
        var offers = (await bot.Until("2026-11-22 10:03")).Posts;
        Assert.Equal([Cast.Gong, Cast.Bai], offers.Select(post => post.Chat).Order(StringComparer.Ordinal));
        await bot.Presses(Cast.Gong, offers.Single(post => post.Chat == Cast.Gong), "要");
        Assert.Equal([Cast.Miao, Cast.Duan, Cast.Gong], (await bot.ClassAsync(1)).Going().Names());
        // The place that 白建平 leaves goes to the next, and nobody is asked twice.
        Assert.Equal(Cast.Lu, Assert.Single((await bot.Until("2026-11-22 10:20")).Posts).Chat);
        Assert.Empty((await bot.Until("2026-11-22 12:00")).Posts);
    }

    [Fact]
    public async Task Fewer_places_send_nobody_away_and_free_none()
    {
        await using var bot = await TestBot.StartedAsync();
        await FullAsync(bot);
        var heard = await bot.Says(Cast.Wen, "改名额 1 1");
        Assert.Equal("#1 已报2人，比名额1多；谁也没有退出，空出的位子先不补。", heard.Post.Text);
        Assert.Equal([Cast.Miao, Cast.Duan], (await bot.ClassAsync(1)).Going().Names());
        await bot.Says(Cast.Miao, "取消报名 1");
        Assert.Empty((await bot.Until("2026-11-22 11:00")).Posts);
        await bot.Says(Cast.Duan, "取消报名 1");
        Assert.Equal(Cast.Bai, Assert.Single((await bot.Until("2026-11-22 11:03")).Posts).Chat);
    }

    [Fact]
    public async Task Without_a_limit_nobody_waits()
    {
        await using var bot = await TestBot.StartedAsync();
        var card = await FullAsync(bot);
        var heard = await bot.Replies(Cast.Wen, card, "名额不限");
        Assert.Equal([Cast.Miao, Cast.Duan, Cast.Bai, Cast.Gong, Cast.Lu], (await bot.ClassAsync(1)).Going().Names());
        Assert.Equal([Cast.Lu, Cast.Gong, Cast.Bai], heard.Posts.Select(post => post.Chat).Order(StringComparer.Ordinal));
        Assert.Null((await bot.ClassAsync(1)).Places);
    }

    [Fact]
    public async Task Only_organisers_change_the_places_and_talk_of_them_is_left_alone()
    {
        await using var bot = await TestBot.StartedAsync();
        var card = await FullAsync(bot);
        Assert.Equal("这个要管理员来办。", (await bot.Replies(Cast.Lu, card, "名额改成50")).Post.Text);
        Assert.True((await bot.Says(Cast.Lu, "改名额")).IsSilent);
        Assert.True((await bot.Says(Cast.Lu, "名额还有吗")).IsSilent);
        Assert.Equal(2, (await bot.ClassAsync(1)).Places);
        var refused = await bot.Says(Cast.Wen, "/places 1 999999");
        Assert.StartsWith("名额不对。", refused.Post.Text, StringComparison.Ordinal);
        var asked = await bot.Says(Cast.Wen, "/places 1");
        await bot.Replies(Cast.Wen, asked.Post, "6");
        Assert.Equal(6, (await bot.ClassAsync(1)).Places);
    }

    [Theory]
    [InlineData("名额改到30人", 30)]
    [InlineData("9号课名额从20改到三十", 30)]
    [InlineData("名额不限", 0)]
    [InlineData("places 25", 25)]
    [InlineData("第9课名额", null)]
    [InlineData("来30人", null)]
    public void Places_are_said_in_many_ways(string said, int? places) => Assert.Equal(places, Capacity.Read(said));

    [Fact]
    public async Task The_speaker_is_reminded_in_private_the_day_before()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Wen, "新课《防火》 后天晚8点 主讲 段丽华 腾讯会议 123-456-789");
        var told = Assert.Single((await bot.Until("2026-11-23 20:01")).Posts);
        Assert.Equal(Cast.Duan, told.Chat);
        Assert.Equal("段丽华您好，提醒您讲课（已报0人）：\n#1 《防火》\n11月24日 周二 20:00（还有1天）\n腾讯会议 123-456-789", told.Text);
        await bot.Says(Cast.Wen, "@小助手 1号课改到11月26日晚8点");
        Assert.Equal(Cast.Duan, Assert.Single((await bot.Until("2026-11-25 20:01")).Posts).Chat);
    }

    [Fact]
    public async Task Of_a_speaker_from_elsewhere_the_organiser_gets_words_to_forward()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Wen, "新课《防火》 后天晚8点 主讲 沈安澜");
        var told = Assert.Single((await bot.Until("2026-11-23 20:01")).Posts);
        Assert.Equal(Cast.Wen, told.Chat);
        Assert.StartsWith("请提醒主讲 沈安澜（已报0人），下面的话可以转发：\n#1 《防火》", told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_tells_of_the_speaker_and_the_reminder_shows_the_picture()
    {
        await using var bot = await TestBot.StartedAsync();
        var card = (await bot.Says(Cast.Wen, "新课《防火》 明晚8点 主讲 沈安澜")).Post;
        var told = await bot.Replies(Cast.Wen, card, "主讲介绍 消防站退休教官，讲了二十年防火。");
        Assert.Contains("\n主讲介绍：消防站退休教官，讲了二十年防火。", told.Card(1).Text, StringComparison.Ordinal);
        await bot.Gets(bot.Text(Cast.Lu, "") with { ReplyTo = card.Id, ToBot = true, File = "talk" });
        Assert.Null((await bot.ClassAsync(1)).Poster);
        await bot.Gets(bot.Text(Cast.Wen, "") with { ReplyTo = card.Id, ToBot = true, File = "poster" });
        Assert.Equal("poster", (await bot.ClassAsync(1)).Poster);
        Assert.True(await bot.Services.GetRequiredService<Bot.Engine.IPhotoUse>().IsUsedAsync("poster"));
        await bot.Replies(Cast.Miao, card, "+1");
        await bot.Until("2026-11-23 19:52");
        var reminder = await bot.Look(db =>
            db.Outbox.SingleAsync(row => row.InGroup && row.Why == Why.Reminder && row.Kind == OutboxKind.Send)
        );
        Assert.Equal("poster", reminder.Photo);
    }

    private static async Task<Shown> FullAsync(TestBot bot)
    {
        var card = (await bot.Says(Cast.Wen, Lessons.Announced)).Post;
        foreach (var who in new[] { Cast.Miao, Cast.Duan, Cast.Bai, Cast.Gong, Cast.Lu })
            await bot.Says(who, "报名 1");
        Assert.Equal([Cast.Bai, Cast.Gong, Cast.Lu], (await bot.ClassAsync(1)).Waiting().Names());
        return card;
    }
}
