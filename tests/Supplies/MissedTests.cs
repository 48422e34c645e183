using Microsoft.EntityFrameworkCore;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Supplies;

/// <summary>可能漏登: talk that looks like a request is not answered, and not lost.</summary>
public sealed class MissedTests
{
    private const string Line = "云谷村84用完了，谁家有30斤？";

    [Fact]
    public async Task An_organiser_registers_a_missed_line_for_its_speaker()
    {
        await using var bot = await TestBot.StartedAsync();
        var heard = await bot.Says(Cast.Jiang, Line);
        Assert.Empty(heard.InGroup);
        var card = Assert.Single(heard.Posts);
        Assert.Equal((Cast.Wen, $"可能漏登 1 句\n{Cast.Jiang}：{Line}", "[代登记][忽略]"), (card.Chat, card.Text, card.LabelsInOne));
        var done = await bot.Presses(Cast.Wen, card, "代登记");
        Assert.Equal(heard.Said, done.Post.ReplyTo);
        Assert.StartsWith("#1 84 30斤｜云谷村", done.Post.Text, StringComparison.Ordinal);
        Assert.Contains($"联系人：{Cast.Jiang}", done.Post.Text, StringComparison.Ordinal);
        Assert.Equal("没有漏登的了。", done.Edits.Single(edit => edit.Id == card.Id).Text);
        Assert.Contains(
            "84 50斤",
            (await bot.Edits(Cast.Jiang, heard.Said!, "云谷村84用完了，谁家有50斤？")).Card(1).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_has_no_amount_is_asked_of_the_organiser()
    {
        await using var bot = await TestBot.StartedAsync();
        var card = Assert.Single((await bot.Says(Cast.Jiang, "我们这边缺口罩了")).Posts);
        var question = Assert.Single((await bot.Presses(Cast.Wen, card, "代登记")).In(Cast.Wen));
        Assert.Equal("口罩要多少？", question.Text);
        Assert.StartsWith("#1 口罩 100个", (await bot.Presses(Cast.Wen, question, "100个")).Post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_lines_stand_in_one_card_and_each_is_settled_alone()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Jiang, Line);
        var heard = await bot.Says(Cast.Lu, "我们社区急需N95口罩100个");
        Assert.Empty(heard.Posts);
        var card = Assert.Single(heard.Edits);
        Assert.Equal("[代登记 1][忽略 1][代登记 2][忽略 2]", card.LabelsInOne);
        card = Assert.Single((await bot.Presses(Cast.Wen, card, "忽略 1")).Edits);
        Assert.Equal($"可能漏登 1 句\n{Cast.Lu}：我们社区急需N95口罩100个", card.Text);
        Assert.Equal(0, await bot.Look(db => db.Needs.CountAsync()));
    }

    [Fact]
    public async Task After_seventy_two_hours_the_line_is_gone()
    {
        await using var bot = await TestBot.StartedAsync();
        var card = Assert.Single((await bot.Says(Cast.Jiang, Line)).Posts);
        await bot.Until("2026-11-25 09:59");
        Assert.Equal(1, await bot.Look(db => db.Missed.CountAsync()));
        Assert.Equal("没有漏登的了。", (await bot.Until("2026-11-25 10:05")).Edits.Single(edit => edit.Id == card.Id).Text);
        Assert.Equal(0, await bot.Look(db => db.Missed.CountAsync()));
        Assert.DoesNotContain(await bot.Look(db => db.Outbox.ToListAsync()), row => row.Text.Contains("云谷村", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_group_may_choose_a_quiet_button_for_the_speaker()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Presses(Cast.Wen, (await bot.Says(Cast.Wen, "/settings")).Post, "漏登时给按钮");
        var heard = await bot.Says(Cast.Jiang, Line);
        Assert.Equal(("帮您登记成需求？", "[帮我登记]", true), (heard.Post.Text, heard.Post.LabelsInOne, heard.Post.Silent));
        Assert.True((await bot.Presses(Cast.Bai, heard.Post, "帮我登记")).Posts.Count == 0);
        var done = await bot.Presses(Cast.Jiang, heard.Post, "帮我登记");
        Assert.StartsWith("#1 84 30斤", done.Post.Text, StringComparison.Ordinal);
        Assert.Contains(done.Gone, post => post.Id == heard.Post.Id);
        await bot.Says(Cast.Lu, "我们社区急需N95口罩100个");
        Assert.Empty((await bot.Until("2026-11-22 11:00")).InGroup);
    }
}
