using Microsoft.EntityFrameworkCore;

namespace MutualAid.Tests.Talk;

/// <summary>58 of 60 came: the asker waits on or says that it is enough, and either can be seen.</summary>
public sealed class EnoughTests
{
    [Fact]
    public async Task What_nobody_brings_is_no_longer_waited_for_and_can_be_again()
    {
        await using var bot = await TestBot.StartedAsync();
        await ShortAsync(bot, asked: 60);
        var card = await bot.CardAsync(1);
        Assert.Equal("[核实][认领][改数量][撤销签收][其余不要了]", card.LabelsInOne);
        var enough = await bot.Presses(Cast.Shao, card, "其余不要了");
        Assert.Equal("#1 不等剩下的 2个了，现在要的是 口罩 58个", enough.Toast);
        Assert.StartsWith("#1 口罩 58个｜未登记社区｜已签收", enough.Card(1).Text, StringComparison.Ordinal);
        var back = await bot.Presses(Cast.Shao, enough.Card(1), "还要其余");
        Assert.Contains("已签收 58，还差 2", back.Card(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_private_word_of_it_asks_whether_to_wait()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        await bot.Says(Cast.Duan, "认领 1 60");
        await bot.Says(Cast.Duan, "送达 1");
        var told = Assert.Single((await bot.Until("2026-11-22 10:01")).In(Cast.Shao));
        await bot.Says(Cast.Shao, "签收 1 58");
        var rest = Assert.Single((await bot.LookAsync()), post => post.Id == told.Id);
        Assert.Equal(("段丽华说送到了 #1 口罩 2个，请看看数目。", "[签收 2个][数不对]"), (rest.Text, rest.LabelsInOne));
        var question = Assert.Single((await bot.Presses(Cast.Shao, rest, "数不对")).In(Cast.Shao));
        Assert.Equal("[1个][都没到][别的数]", question.LabelsInOne);
        await bot.Presses(Cast.Shao, question, "都没到");
        var settled = Assert.Single((await bot.LookAsync()), post => post.Id == told.Id);
        Assert.Equal("#1 签收了 58个，还差 42个。接着等不用点；不要了点「其余不要了」。", settled.Text);
        Assert.Equal("[改签收数][其余不要了]", settled.LabelsInOne);
        var enough = await bot.Presses(Cast.Shao, settled, "其余不要了");
        Assert.StartsWith("#1 口罩 58个", enough.Card(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_words_of_the_button_may_be_said()
    {
        await using var bot = await TestBot.StartedAsync();
        await ShortAsync(bot, asked: 60);
        Assert.StartsWith("#1 口罩 58个", (await bot.Says(Cast.Shao, "@小助手 其余不要了")).Card(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_others_promised_is_not_taken_from_them()
    {
        await using var bot = await TestBot.StartedAsync();
        await ShortAsync(bot, asked: 60);
        var before = await bot.CardAsync(1);
        await bot.Says(Cast.Gong, "认领 1");
        Assert.Contains("巩文斌", (await bot.Presses(Cast.Shao, before, "其余不要了")).Toast, StringComparison.Ordinal);
        Assert.Equal(60, await bot.Look(db => db.NeedLines.Select(line => line.Quantity).SingleAsync()));
    }

    [Fact]
    public async Task Only_who_asked_or_organises_may_say_so()
    {
        await using var bot = await TestBot.StartedAsync();
        await ShortAsync(bot, asked: 60);
        Assert.Contains(
            "要提出的人或管理员来办",
            (await bot.Presses(Cast.Gong, await bot.CardAsync(1), "其余不要了")).Toast,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "#1 口罩 58个",
            (await bot.Presses(Cast.Wen, await bot.CardAsync(1), "其余不要了")).Card(1).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Who_brought_it_hears_that_it_was_signed_for()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个 杏花台社区");
        await bot.Says(Cast.Duan, "认领 1 60");
        await bot.Says(Cast.Duan, "送达 1");
        var signed = await bot.Says(Cast.Shao, "签收 1");
        Assert.Equal("杏花台社区签收了 #1 口罩 60个，谢谢您！", Assert.Single(signed.In(Cast.Duan)).Text);
        Assert.Empty(signed.InGroup);
    }

    [Fact]
    public async Task A_delivery_taken_back_late_says_so_where_it_was_told()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        await bot.Says(Cast.Duan, "认领 1 60");
        await bot.Says(Cast.Duan, "送达 1");
        var told = Assert.Single((await bot.Until("2026-11-22 10:01")).In(Cast.Shao));
        await bot.Says(Cast.Duan, "撤销");
        var undone = Assert.Single((await bot.LookAsync()), post => post.Id == told.Id);
        Assert.Equal(("#1 刚才说送到了，又撤回了。", ""), (undone.Text, undone.LabelsInOne));
    }

    private static async Task ShortAsync(Stage bot, int asked)
    {
        await bot.Says(Cast.Shao, $"需求 口罩 {asked}个");
        await bot.Says(Cast.Duan, "认领 1 60");
        await bot.Says(Cast.Duan, "送达 1");
        await bot.Presses(Cast.Shao, await bot.CardAsync(1), "数不对");
        await bot.Says(Cast.Shao, "58");
    }
}
