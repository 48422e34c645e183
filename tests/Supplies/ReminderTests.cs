using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Schedule;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Supplies;

/// <summary>Goods on their way are asked after, in private, once.</summary>
public sealed class ReminderTests
{
    [Fact]
    public async Task The_claimer_is_asked_after_a_day_and_delivers_by_button()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个 杏花台社区");
        await bot.Says(Cast.Duan, "认领 1 60");
        var heard = await bot.Until("2026-11-23 10:05");
        var reminder = Assert.Single(heard.In(Cast.Duan));
        Assert.Equal("#1 您认领的 口罩 60个 还没送到，今天能送吗？", reminder.Text);
        Assert.Equal("[送到了][撤销认领][10分钟后][1小时后][明早][不再提醒]", reminder.LabelsInOne);
        Assert.Empty(heard.InGroup);
        Assert.Contains("已送 60", (await bot.Presses(Cast.Duan, reminder, "送到了")).Card(1).Text, StringComparison.Ordinal);
        Assert.StartsWith(
            "段丽华说送到了 #1 口罩 60个",
            Assert.Single((await bot.Until("2026-11-23 10:10")).In(Cast.Shao)).Text,
            StringComparison.Ordinal
        );
        var asker = Assert.Single((await bot.Until("2026-11-23 10:40")).In(Cast.Shao));
        Assert.Equal("#1 口罩 60个 送到了，还没签收。收到的话点一下。", asker.Text);
        Assert.Contains("已签收 60", (await bot.Presses(Cast.Shao, asker, "确认签收")).Card(1).Text, StringComparison.Ordinal);
        Assert.Empty((await bot.Until("2026-11-24 09:00")).In(Cast.Duan));
    }

    [Fact]
    public async Task What_was_brought_or_given_back_in_time_is_not_asked_after()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        await bot.Says(Cast.Duan, "认领 1 60");
        await bot.Says(Cast.Gong, "认领 1 40");
        await bot.Says(Cast.Duan, "送达 1");
        await bot.Says(Cast.Gong, "退回认领 1");
        await bot.Says(Cast.Shao, "签收 1");
        var heard = await bot.Until("2026-11-23 23:00");
        Assert.Empty(heard.In(Cast.Duan));
        Assert.Empty(heard.In(Cast.Gong));
        Assert.Empty(heard.In(Cast.Shao));
    }

    [Theory]
    [InlineData("需求 口罩 100个", "2026-11-22 21:59", "2026-11-23 07:31")]
    [InlineData("需求 退烧药 20盒 急需", "2026-11-22 10:59", "2026-11-22 11:01")]
    public async Task Organisers_hear_in_private_of_what_nobody_claims(string need, string before, string after)
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, need);
        Assert.Empty((await bot.Until(before)).In(Cast.Wen));
        var heard = await bot.Until(after);
        Assert.StartsWith("还没人认领：#1", Assert.Single(heard.In(Cast.Wen)).Text, StringComparison.Ordinal);
        Assert.Empty(heard.InGroup);
    }

    [Fact]
    public async Task A_reminder_comes_again_when_the_person_said_and_not_after_no_more()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        await bot.Says(Cast.Duan, "认领 1");
        var first = Assert.Single((await bot.Until("2026-11-23 10:05")).In(Cast.Duan));
        Assert.Equal("好，1小时后再提醒 #1。", Assert.Single((await bot.Presses(Cast.Duan, first, "1小时后")).Edits).Text);
        Assert.Empty((await bot.Until("2026-11-23 11:04")).In(Cast.Duan));
        var second = Assert.Single((await bot.Until("2026-11-23 11:10")).In(Cast.Duan));
        await bot.Presses(Cast.Duan, second, "10分钟后");
        await bot.Presses(Cast.Duan, second, "不再提醒");
        Assert.Empty((await bot.Until("2026-11-24 23:00")).In(Cast.Duan));
    }

    [Fact]
    public async Task Who_cannot_be_told_in_private_is_named_once_in_the_thread()
    {
        await using var bot = await TestBot.StartedAsync();
        var asked = await bot.Says(Cast.Shao, "需求 口罩 100个");
        await bot.Says(Cast.Duan, "认领 1");
        await bot.Writer.DoAsync(
            "test",
            async db => (await db.Accounts.SingleAsync(it => it.Person.Name == Cast.Duan)).ReachableSince = null
        );
        var post = (await bot.Until("2026-11-23 10:05")).Post;
        Assert.Equal((asked.Said, "段丽华 #1 您认领的 口罩 100个 还没送到，今天能送吗？"), (post.ReplyTo, post.Text));
        Assert.Equal("[开通提醒]", post.LabelsInOne);
    }

    [Fact]
    public async Task An_undone_claim_leaves_no_reminder()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        await bot.Says(Cast.Duan, "认领 1");
        await bot.Says(Cast.Duan, "/undo");
        Assert.Equal(1, await bot.Look(db => db.Due.CountAsync(row => row.State == DueState.Waiting)));
    }

    [Fact]
    public async Task Organisers_switch_the_reminders_of_their_group_off()
    {
        await using var bot = await TestBot.StartedAsync();
        var settings = (await bot.Says(Cast.Wen, "/settings")).Post;
        await bot.Presses(Cast.Wen, settings, "关掉催办");
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        await bot.Says(Cast.Duan, "认领 1 50");
        Assert.DoesNotContain((await bot.Until("2026-11-24 09:00")).Posts, post => post.Chat != Stage.Group);
        Assert.Contains("打开催办", (await bot.Says(Cast.Wen, "/settings")).Post.Labels);
    }
}
