using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Communities;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Relays;

/// <summary>Personal WeChat groups are reached by hand: who copied what where, and who has not been told.</summary>
public sealed class RelayTests
{
    [Fact]
    public async Task A_volunteer_says_where_a_card_was_copied_and_the_organiser_sees_who_is_left()
    {
        await using var bot = await OpenAsync();
        var card = (await bot.Says(Cast.Shao, "需求 口罩 100个 杏花台社区")).Post;

        var noted = await bot.Replies(Cast.Lu, card, "已转发 梧桐口3号楼群");
        Assert.Equal(
            "记下了：「#1 口罩 100个｜杏花台社区｜待核实」已转发到梧桐口3号楼群（梧桐口社区）。还有 2 个社区没转到。",
            noted.Post.Text
        );
        Assert.Equal("「梧桐口3号楼群」已经有人转过了。", (await bot.Replies(Cast.Feng, card, "已转发 梧桐口3号楼群")).Post.Text);

        var left = await bot.Replies(Cast.Wen, card, "未转发");
        Assert.Equal("「#1 口罩 100个｜杏花台社区｜待核实」转发了 1 个群。还没转到的社区 2 个：云谷社区、杏花台社区", left.Post.Text);
        Assert.Equal("这个要管理员来办，请找 温静宜。", (await bot.Replies(Cast.Lu, card, "未转发")).Post.Text);

        await bot.Replies(Cast.Lu, card, "已转发 云谷社区");
        await bot.Replies(Cast.Lu, card, "已转发 杏花台居民群");
        Assert.Equal(
            "「#1 口罩 100个｜杏花台社区｜待核实」转发了 3 个群，登记过的社区都转到了。",
            (await bot.Replies(Cast.Wen, card, "未转发")).Post.Text
        );
    }

    [Fact]
    public async Task Without_a_name_it_is_asked_and_without_a_post_it_is_said()
    {
        await using var bot = await OpenAsync();
        Assert.StartsWith(
            "这里还没有可转发的内容",
            (await bot.Says(Cast.Lu, "@小助手 已转发 三号楼群")).Post.Text,
            StringComparison.Ordinal
        );
        var card = (await bot.Says(Cast.Shao, "需求 口罩 100个 杏花台社区")).Post;
        Assert.StartsWith("转到了哪个群？", (await bot.Replies(Cast.Lu, card, "已转发")).Post.Text, StringComparison.Ordinal);
        await bot.Says(Cast.Lu, "@小助手 已转发 三号楼群");
        var relay = await bot.Look(db => db.Relays.SingleAsync());
        Assert.Equal(("need:1", "三号楼群"), (relay.Subject, relay.Name));
    }

    [Theory]
    [InlineData("已转发")]
    [InlineData("已转发到三号楼群了")]
    [InlineData("已转发 三号楼群")]
    [InlineData("关联不大")]
    public async Task Among_people_it_is_talk(string text)
    {
        await using var bot = await OpenAsync();
        Assert.True((await bot.Says(Cast.Lu, text)).IsSilent);
    }

    private static async Task<TestBot> OpenAsync()
    {
        var bot = await TestBot.StartedAsync();
        await bot.Writer.DoAsync(
            "setup",
            async db =>
            {
                foreach (var name in new[] { "杏花台社区", "梧桐口社区", "云谷社区" })
                    await new CommunityDesk(db, bot.Clock).NamedAsync(name);
            }
        );
        return bot;
    }
}
