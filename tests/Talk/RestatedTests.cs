using Microsoft.EntityFrameworkCore;

namespace MutualAid.Tests.Talk;

/// <summary>What was asked for is said again in another amount, in a sentence or by editing the message.</summary>
public sealed class RestatedTests
{
    [Fact]
    public async Task The_same_goods_in_another_amount_are_a_question_and_not_a_second_need()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "@小助手 我们缺N95口罩100个");
        var question = (await bot.Says(Cast.Shao, "@小助手 我们缺N95口罩90个")).Post;
        Assert.Equal(
            ("您刚才要过 #1 N95口罩 100个。是新的一条，还是改 #1？", "[改 #1 为 90个][新的一条]"),
            (question.Text, question.LabelsInOne)
        );
        var changed = await bot.Presses(Cast.Shao, question, "改 #1 为 90个");
        Assert.StartsWith("#1 N95口罩 90个", changed.Card(1).Text, StringComparison.Ordinal);
        Assert.Equal(question.Id, Assert.Single(changed.Gone).Id);
        Assert.Equal(1, await bot.Look(db => db.Needs.CountAsync()));
    }

    [Fact]
    public async Task A_new_one_is_one_when_it_is_said_to_be()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "@小助手 我们缺N95口罩100个");
        var question = (await bot.Says(Cast.Shao, "@小助手 我们缺N95口罩90个")).Post;
        Assert.StartsWith("#2 N95口罩 90个", (await bot.Presses(Cast.Shao, question, "新的一条")).Post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_another_place_and_another_day_ask_anew()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "@小助手 我们缺N95口罩100个");
        Assert.StartsWith("#2 N95口罩 90个", (await bot.Says(Cast.Qin, "@小助手 我们缺N95口罩90个")).Post.Text, StringComparison.Ordinal);
        var elsewhere = await bot.Says(Cast.Shao, "@小助手 梧桐口小区缺N95口罩80个");
        Assert.Contains(elsewhere.InGroup, post => post.Text.StartsWith("#3 N95口罩 80个", StringComparison.Ordinal));
        bot.Clock.Move(TimeSpan.FromHours(13));
        var later = await bot.Says(Cast.Shao, "@小助手 我们缺N95口罩70个");
        Assert.Contains(later.InGroup, post => post.Text.StartsWith("#4 N95口罩 70个", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_claimed_message_edited_to_another_number_sets_the_need_right()
    {
        await using var bot = await TestBot.StartedAsync();
        var asked = await bot.Says(Cast.Shao, "需求 口罩 100个");
        await bot.Says(Cast.Duan, "认领 1 60");
        var edited = await bot.Edits(Cast.Shao, asked.Said!, "需求 口罩 90个");
        Assert.StartsWith("#1 口罩 90个", edited.Card(1).Text, StringComparison.Ordinal);
        Assert.Equal("#1 要的改为 90个", edited.Post.Text);
        var below = (await bot.Edits(Cast.Shao, asked.Said!, "需求 口罩 50个")).Post;
        Assert.Equal(("#1 里 段丽华 已认领或送到 60个，改不了更少。", "[改成 60个]"), (below.Text, below.LabelsInOne));
    }

    [Fact]
    public async Task A_claimed_message_edited_to_something_else_names_the_way_out()
    {
        await using var bot = await TestBot.StartedAsync();
        var asked = await bot.Says(Cast.Shao, "需求 口罩 100个");
        await bot.Says(Cast.Duan, "认领 1 60");
        var refused = (await bot.Edits(Cast.Shao, asked.Said!, "需求 手套 100双")).Post;
        Assert.Equal("[改要的数]", refused.LabelsInOne);
        Assert.StartsWith("#1 已有人认领，整条改不了了，原话没变", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edited_order_does_nothing_and_its_author_is_told()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 30个");
        var refused = await bot.Says(Cast.Duan, "认领 1 50");
        var edited = await bot.Edits(Cast.Duan, refused.Said!, "认领 #1 20");
        Assert.Equal("改过的话不再登记。要照新的办，请再发一遍：认领 #1 20", edited.Post.Text);
        Assert.DoesNotContain(Cast.Duan, (await bot.CardAsync(1)).Text, StringComparison.Ordinal);
        Assert.Single((await bot.Until("2026-11-22 12:00")).Gone, post => post.Id == edited.Post.Id);
    }

    [Theory]
    [InlineData("明早我去1号楼")]
    [InlineData("20个就够了吧")]
    [InlineData("我认领过了")]
    public async Task Talk_that_is_edited_stays_talk(string text)
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 30个");
        var said = await bot.Says(Cast.Duan, "早上好");
        Assert.True((await bot.Edits(Cast.Duan, said.Said!, text)).IsSilent);
    }

    [Fact]
    public async Task Who_claims_again_gets_a_fresh_private_card_at_the_end()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个 杏花台社区");
        var first = Assert.Single((await bot.Says(Cast.Duan, "认领 1 60")).In(Cast.Duan));
        var back = await bot.Presses(Cast.Duan, first, "撤销认领");
        Assert.Empty(back.In(Cast.Duan));
        Assert.Equal("#1 撤销了认领：口罩 60个", back.Toast);
        var again = await bot.Says(Cast.Duan, "认领 1 40");
        Assert.Equal(first.Id, Assert.Single(again.Gone, post => post.Chat == Cast.Duan).Id);
        var card = Assert.Single(again.In(Cast.Duan));
        Assert.StartsWith("#1 口罩 40个｜杏花台社区", card.Text, StringComparison.Ordinal);
        var brought = await bot.Presses(Cast.Duan, card, "送到了");
        Assert.Equal("#1 记下送到了 口罩 40个", brought.Toast);
        var after = Assert.Single(brought.Edits, edit => edit.Id == card.Id);
        Assert.Equal("[撤销送到]", after.LabelsInOne);
        Assert.Equal("已撤销：#1 送到 口罩 40个", (await bot.Presses(Cast.Duan, after, "撤销送到")).Toast);
        Assert.Contains("[送到了]", (await bot.LookAsync()).Single(post => post.Id == card.Id).LabelsInOne, StringComparison.Ordinal);
    }
}
