using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;

namespace MutualAid.Tests.Talk;

/// <summary>What is asked for in private stands in the person's group, like any other need.</summary>
public sealed class PrivateNeedTests
{
    [Fact]
    public async Task A_need_said_in_private_is_posted_in_the_persons_group()
    {
        await using var bot = await TestBot.StartedAsync();
        var heard = await bot.Whispers(Cast.Shao, "我们缺口罩");
        Assert.Equal("口罩要多少？", Assert.Single(heard.In(Cast.Shao)).Text);
        heard = await bot.Whispers(Cast.Shao, "二百个");
        Assert.StartsWith("#1 口罩 200个", heard.Post.Text, StringComparison.Ordinal);
        Assert.Equal("好，已发到「杏花台互助群」：#1 口罩 200个", Assert.Single(heard.In(Cast.Shao)).Text);
        Assert.Contains("段丽华 200", (await bot.Says(Cast.Duan, "认领 1")).Card(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_in_two_groups_is_asked_which()
    {
        await using var bot = await TestBot.StartedAsync();
        var other = new Place(WrittenChannel.ChannelName, "g2", IsPrivate: false, Title: "梧桐口群");
        await bot.Gets(bot.Text(Cast.Shao, "/needs") with { Place = other });
        var question = Assert.Single((await bot.Whispers(Cast.Shao, "需求 手套 10双")).In(Cast.Shao));
        Assert.Equal(("发到哪个群？", "[杏花台互助群][梧桐口群]"), (question.Text, question.LabelsInOne));
        await bot.Presses(Cast.Shao, question, "梧桐口群");
        var need = await bot.Look(db => db.Needs.Include(it => it.Group).SingleAsync());
        Assert.Equal("梧桐口群", need.Group.Title);
    }

    [Fact]
    public async Task Who_is_in_no_group_is_told_to_ask_there()
    {
        await using var bot = await TestBot.StartedAsync();
        var stranger = bot.Whisper("生人", "需求 手套 10双");
        Assert.Single((await bot.Gets(stranger)).Posts);
        Assert.Equal(0, await bot.Look(db => db.Needs.CountAsync()));
    }

    [Fact]
    public async Task The_claimers_private_card_gives_back_and_delivers()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个 杏花台社区");
        var card = Assert.Single((await bot.Says(Cast.Duan, "认领 1 60")).In(Cast.Duan));
        Assert.Equal("[送到了][改认领数][撤销认领]", card.LabelsInOne);
        await bot.Says(Cast.Duan, "送达 1 20");
        card = (await bot.LookAsync()).Single(post => post.Id == card.Id);
        Assert.StartsWith("#1 口罩 60个，还要送 口罩 40个", card.Text, StringComparison.Ordinal);
        var heard = await bot.Presses(Cast.Duan, card, "撤销认领");
        Assert.Contains("段丽华 20", heard.Card(1).Text, StringComparison.Ordinal);
        Assert.Equal("[恢复认领]", heard.Edits.Single(edit => edit.Id == card.Id).LabelsInOne);
    }

    [Fact]
    public async Task Who_brings_something_and_asks_the_bot_is_sent_to_who_knows()
    {
        await using var bot = await TestBot.StartedAsync();
        const string question = "请问送到南门还是北门？要带身份证吗？";
        Assert.DoesNotContain("邵卫东", Assert.Single((await bot.Whispers(Cast.Duan, question)).Posts).Text, StringComparison.Ordinal);
        await bot.Says(Cast.Shao, "需求 口罩 100个 杏花台社区");
        await bot.Says(Cast.Duan, "认领 1 60");
        Assert.Equal("这个我不知道。您可以在群里问 邵卫东。", Assert.Single((await bot.Whispers(Cast.Duan, question)).Posts).Text);
        await bot.Says(Cast.Duan, "送达 1");
        Assert.DoesNotContain(
            (await bot.Whispers(Cast.Duan, question)).Posts,
            post => post.Text.Contains("邵卫东", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_toast_of_a_claim_names_what_was_promised()
    {
        await using var bot = await TestBot.StartedAsync();
        var card = (await bot.Says(Cast.Shao, "需求 口罩 100个")).Post;
        await bot.Says(Cast.Gong, "认领 1 99");
        Assert.Equal("#1 认领好了：口罩 1个。送到哪里正在问 邵卫东，答案会在私聊里。", (await bot.Presses(Cast.Duan, card, "认领")).Toast);
    }
}
