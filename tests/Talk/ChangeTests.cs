using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Supplies;

namespace MutualAid.Tests.Talk;

/// <summary>An amount that was said wrong is set right by who said it, and the old one can still be read.</summary>
public sealed class ChangeTests
{
    [Fact]
    public async Task A_wrong_receipt_is_set_right_until_the_need_is_closed_and_three_days_beyond()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 60个");
        await bot.Says(Cast.Duan, "认领 1");
        await bot.Says(Cast.Duan, "送达 1");
        await bot.Says(Cast.Shao, "签收 1");
        var card = (await bot.Says(Cast.Shao, "改数量 1 55")).Card(1).Text;
        Assert.Contains("段丽华 60（实到55），已签收 55，还差 5", card, StringComparison.Ordinal);

        await using var db = bot.Store.Read();
        var traced = await db.Corrections.Include(it => it.By).SingleAsync();
        Assert.Equal((Figure.Received, 60m, 55m, Cast.Shao), (traced.Figure, traced.Was, traced.Became, traced.By.Name));

        bot.Clock.Move(TimeSpan.FromHours(1));
        await bot.Says(Cast.Shao, "@小助手 1号签收改成60个");
        bot.Clock.Move(SupplyDesk.ReceiptsStayOpen);
        Assert.Contains("没有您能改的数", (await bot.Says(Cast.Shao, "改数量 1 50")).Post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delivery_said_too_high_is_set_right_but_never_below_what_is_signed_for()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        await bot.Says(Cast.Duan, "认领 1 60");
        await bot.Says(Cast.Duan, "送达 1");
        Assert.Contains("已送 40", (await bot.Says(Cast.Duan, "@小助手 1号送达改成40个")).Card(1).Text, StringComparison.Ordinal);
        await bot.Says(Cast.Shao, "签收 1 30");
        var refusal = (await bot.Says(Cast.Duan, "@小助手 1号送达改成20个")).Post;
        Assert.Contains("30个", refusal.Text, StringComparison.Ordinal);
        await bot.Presses(Cast.Duan, refusal, "改成 30个");
        await using var db = bot.Store.Read();
        Assert.Equal(30, (await db.Deliveries.SingleAsync()).Quantity);
    }

    [Fact]
    public async Task Who_claimed_and_brought_a_part_chooses_which_amount_is_meant()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        await bot.Says(Cast.Duan, "认领 1 60");
        await bot.Says(Cast.Duan, "送达 1 20");
        var question = (await bot.Says(Cast.Duan, "@小助手 改成30个吧")).Post;
        Assert.Equal(
            ("段丽华，#1 改哪个数？", "[改送到的数（20个 → 30个）][改认领数（60个 → 30个）]"),
            (question.Text, question.LabelsInOne)
        );
        Assert.Contains(
            "段丽华 30",
            (await bot.Presses(Cast.Duan, question, "改认领数（60个 → 30个）")).Card(1).Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(await bot.LookAsync(), post => post.Text.StartsWith("#2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_asker_says_another_amount_and_the_need_follows_down_to_what_is_promised()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        Assert.Contains("口罩 300个", (await bot.Says(Cast.Shao, "@小助手 改成300个")).Card(1).Text, StringComparison.Ordinal);
        await bot.Says(Cast.Duan, "认领 1 60");
        Assert.Contains("60个", (await bot.Says(Cast.Shao, "@小助手 改成50个")).Post.Text, StringComparison.Ordinal);
        Assert.Contains("没有您能改的数", (await bot.Says(Cast.Qin, "改数量 1 10")).Post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Less_arrived_than_was_brought_is_a_receipt_of_what_came()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 60个");
        await bot.Says(Cast.Duan, "认领 1");
        await bot.Says(Cast.Duan, "送达 1");
        var card = (await bot.Says(Cast.Shao, "@小助手 口罩收到了，实际只有55个")).Card(1).Text;
        Assert.Contains("已签收 55", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_signed_for_is_no_longer_its_bringers_to_change()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        await bot.Says(Cast.Duan, "认领 1 60");
        await bot.Says(Cast.Duan, "送达 1");
        await bot.Presses(Cast.Shao, await bot.CardAsync(1), "数不对");
        await bot.Says(Cast.Shao, "58");
        const string whose = "#1 已签收 58个；数不对请 邵卫东 点「改签收数」。";
        Assert.Equal(whose, (await bot.Says(Cast.Duan, "改数量 1 55")).Post.Text);
        Assert.Equal(whose, (await bot.Presses(Cast.Duan, await bot.CardAsync(1), "改数量")).Toast);
        Assert.Contains("已签收 55", (await bot.Says(Cast.Shao, "@小助手 1号签收改成55个")).Card(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_names_the_act_that_it_takes_back()
    {
        await using var bot = await TestBot.StartedAsync();
        var card = (await bot.Says(Cast.Shao, "需求 口罩 100个")).Post;
        await bot.Presses(Cast.Wen, card, "核实");
        await TakesBackAsync(bot, Cast.Wen, "撤销核实", "已撤销：#1 核实");
        await bot.Says(Cast.Duan, "认领 1 60");
        await bot.Says(Cast.Duan, "退回认领 1");
        await TakesBackAsync(bot, Cast.Duan, "恢复认领", "已撤销：#1 撤销认领");
        await bot.Says(Cast.Duan, "送达 1");
        await TakesBackAsync(bot, Cast.Duan, "撤销送到", "已撤销：#1 送到 口罩 60个");
        await bot.Says(Cast.Duan, "送达 1");
        await bot.Presses(Cast.Shao, await bot.CardAsync(1), "数不对");
        await bot.Says(Cast.Shao, "58");
        await TakesBackAsync(bot, Cast.Shao, "撤销签收", "已撤销：#1 签收 口罩 58个");
        await bot.Says(Cast.Shao, "改数量 1 120");
        await TakesBackAsync(bot, Cast.Shao, "撤销改数", "已撤销：#1 改要的数 120 → 100");
        await bot.Says(Cast.Shao, "取消 1");
        await TakesBackAsync(bot, Cast.Shao, "恢复需求", "已撤销：#1 取消");
    }

    private static async Task TakesBackAsync(Stage bot, string who, string label, string said)
    {
        var card = await bot.CardAsync(1);
        Assert.DoesNotContain("撤销", card.Labels);
        Assert.Equal(said, (await bot.Presses(who, card, label)).Toast);
    }

    [Fact]
    public async Task Taking_a_correction_back_leaves_the_amounts_as_they_were()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 60个");
        await bot.Says(Cast.Duan, "认领 1");
        await bot.Says(Cast.Duan, "送达 1");
        await bot.Says(Cast.Shao, "签收 1");
        await bot.Says(Cast.Shao, "改数量 1 1");
        Assert.Contains("已签收 60", (await bot.Says(Cast.Shao, "撤销")).Card(1).Text, StringComparison.Ordinal);
        await using var db = bot.Store.Read();
        Assert.Empty(await db.Corrections.ToListAsync());
    }
}
