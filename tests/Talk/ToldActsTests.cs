namespace MutualAid.Tests.Talk;

/// <summary>What tired people say without a number: the one record that is meant is the one that changes, and nothing new is made of it.</summary>
public sealed class ToldActsTests
{
    [Fact]
    public async Task Who_cannot_come_gives_the_claim_back_and_asks_for_nothing()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        await bot.Says(Cast.Duan, "认领 1 40");
        var heard = await bot.Says(Cast.Duan, "@小助手 不好意思，家里临时有事，这40个口罩我来不了了，退回去吧");
        Assert.DoesNotContain("段丽华 40", heard.Card(1).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await bot.LookAsync(), post => post.Text.StartsWith("#2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_has_some_at_home_claims_what_is_asked_for()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        var heard = await bot.Says(Cast.Duan, "@小助手 我家有80个，我来认领");
        Assert.Contains("段丽华 80", heard.Card(1).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("我出20个")]
    [InlineData("我们家拿二十个吧")]
    [InlineData("I'll bring 20")]
    public async Task So_many_said_under_the_card_is_a_claim(string said)
    {
        await using var bot = await TestBot.StartedAsync();
        var card = (await bot.Says(Cast.Shao, "需求 口罩 100个")).Post;
        Assert.Contains("段丽华 20", (await bot.Replies(Cast.Duan, card, said)).Card(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_many_said_to_the_bot_is_a_claim_of_the_only_need_and_a_question_where_there_are_two()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        await bot.Says(Cast.Duan, "认领 1 60");
        Assert.True((await bot.Says(Cast.Gong, "我来80个")).IsSilent);
        var tooMuch = await bot.Gets(bot.Text(Cast.Gong, "我来80个") with { ToBot = true });
        Assert.Equal("[认领40个]", tooMuch.Post.LabelsInOne);
        var taken = await bot.Gets(bot.Text(Cast.Gong, "我来20个") with { ToBot = true });
        Assert.Contains("巩文斌 20，还差 20", taken.Card(1).Text, StringComparison.Ordinal);
        await bot.Says(Cast.Qin, "需求 手套 30双");
        var which = await bot.Gets(bot.Text(Cast.Gong, "我来10个") with { ToBot = true });
        Assert.Equal(("认领哪一条？", "[#1 口罩 100个][#2 手套 30双]"), (which.Post.Text, which.Post.LabelsInOne));
    }

    [Theory]
    [InlineData("@小助手 段丽华送来的口罩收到了，数了一下是58个，谢谢他")]
    [InlineData("@小助手 口罩收到了58个，谢谢段丽华")]
    public async Task A_receipt_in_plain_words_is_a_receipt(string said)
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        await bot.Says(Cast.Duan, "认领 1 60");
        await bot.Says(Cast.Duan, "送达 1");
        Assert.Contains("已签收 58", (await bot.Says(Cast.Shao, said)).Card(1).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@小助手 1号签收数字错了，实际收到58个")]
    [InlineData("@小助手 刚才签收多写了，应该是58")]
    public async Task A_receipt_owned_to_be_wrong_is_set_right(string said)
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        await bot.Says(Cast.Duan, "认领 1 60");
        await bot.Says(Cast.Duan, "送达 1");
        await bot.Says(Cast.Shao, "签收 1");
        Assert.Contains("已签收 58", (await bot.Says(Cast.Shao, said)).Card(1).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@小助手 我写错了，N95口罩不是100个，是90个")]
    [InlineData("@小助手 不是100是90")]
    [InlineData("@小助手 写成100了，要90")]
    public async Task An_amount_asked_for_by_mistake_is_set_right(string said)
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 N95口罩 100个");
        Assert.Contains("90个", (await bot.Says(Cast.Shao, said)).Card(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_calls_the_bot_by_name_and_tells_of_an_act_is_never_left_without_a_word()
    {
        await using var bot = await TestBot.StartedAsync();
        var unclear = await bot.Gets(bot.Text(Cast.Shao, "前面那个数量你给我弄一下") with { ToBot = true });
        Assert.Contains("没太看懂", unclear.Post.Text, StringComparison.Ordinal);
        var thanked = await bot.Gets(bot.Text(Cast.Shao, "谢谢，辛苦啦") with { ToBot = true });
        Assert.True(thanked.IsSilent);
    }
}
