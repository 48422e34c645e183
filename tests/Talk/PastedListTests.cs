using Microsoft.EntityFrameworkCore;

namespace MutualAid.Tests.Talk;

/// <summary>A list that stood in WeChat becomes needs with one tap, and what is doubtful is not guessed.</summary>
public sealed class PastedListTests
{
    private const string Goods = """
        品名 数量 单位 社区
        口罩 200 个 杏花台社区
        手套 50 双 杏花台社区
        酒精 若干 瓶 瑞禾村社区
        84消毒液 30 斤 瑞禾村社区
        """;

    private const string Chain = """
        #接龙
        鸡蛋和牛奶
        1. 小雨 鸡蛋2份，牛奶1箱
        2. 阿珍 鸡蛋1份
        3. 郑强 牛奶2箱、鸡蛋3份
        """;

    [Fact]
    public async Task A_list_of_goods_becomes_a_need_for_each_community()
    {
        await using var bot = await TestBot.StartedAsync();
        var preview = Assert.Single((await bot.Whispers(Cast.Shao, Goods)).In(Cast.Shao));
        Assert.Equal(
            [
                "读到 4 行，登记成 2 条需求：",
                "杏花台社区：口罩 200个，手套 50双",
                "瑞禾村社区：84消毒液 30斤",
                "这 1 行没看准，不算在内：",
                "？ 酒精 若干 瓶 瑞禾村社区",
            ],
            preview.Text.Split('\n')
        );
        Assert.Equal(0, await bot.Look(db => db.Needs.CountAsync()));
        var heard = await bot.Presses(Cast.Shao, preview, "确认登记");
        Assert.Equal(2, heard.InGroup.Count);
        Assert.StartsWith("#1 口罩 200个、手套 50双｜杏花台社区", heard.InGroup[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("#2 84消毒液 30斤｜瑞禾村社区", heard.InGroup[1].Text, StringComparison.Ordinal);
        Assert.Equal("登记好了：#1 #2", Assert.Single(heard.In(Cast.Shao)).Text);
    }

    [Fact]
    public async Task A_chain_becomes_one_need_with_the_sums()
    {
        await using var bot = await TestBot.StartedAsync();
        var preview = Assert.Single((await bot.Whispers(Cast.Shao, Chain)).In(Cast.Shao));
        Assert.Contains("鸡蛋 6份，牛奶 3箱", preview.Text, StringComparison.Ordinal);
        await bot.Presses(Cast.Shao, preview, "确认登记");
        var lines = await bot.Look(db => db.NeedLines.OrderBy(line => line.Position).ToListAsync());
        Assert.Equal([("鸡蛋", 6m, "份"), ("牛奶", 3m, "箱")], lines.Select(line => (line.Item, line.Quantity, line.Unit!)));
    }

    [Fact]
    public async Task What_a_chain_is_about_is_asked_where_it_does_not_say()
    {
        await using var bot = await TestBot.StartedAsync();
        var question = Assert.Single((await bot.Whispers(Cast.Shao, "#接龙\n周六送到南门\n1. 秦小满 2份\n2. 温大姐 1份")).In(Cast.Shao));
        Assert.StartsWith("读到 2 行。接的是什么东西？", question.Text, StringComparison.Ordinal);
        var preview = Assert.Single((await bot.Whispers(Cast.Shao, "土鸡蛋")).In(Cast.Shao));
        Assert.Contains("土鸡蛋 3份", preview.Text, StringComparison.Ordinal);
        await bot.Presses(Cast.Shao, preview, "不登记");
        Assert.Equal(0, await bot.Look(db => db.Needs.CountAsync()));
    }

    [Fact]
    public async Task A_chain_among_people_in_the_group_is_left_alone()
    {
        await using var bot = await TestBot.StartedAsync();
        Assert.True((await bot.Says(Cast.Lu, Chain)).IsSilent);
        Assert.Single((await bot.Gets(bot.Text(Cast.Lu, "@小助手 " + Chain) with { ToBot = true })).InGroup);
    }
}
