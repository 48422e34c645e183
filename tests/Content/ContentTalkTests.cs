using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Content;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Content;

public sealed class ContentTalkTests
{
    [Fact]
    public async Task No_tip_comes_twice_before_all_were_shown()
    {
        await using var bot = await TestBot.StartedAsync();
        foreach (var tip in new[] { "甲", "乙", "丙" })
            await bot.PublishAsync(ColumnKind.Tip, tip, $"{tip}的一句话。");
        var first = (await bot.Says(Cast.Lu, "小贴士")).Post;
        Assert.Equal(first.Text, (await bot.Says(Cast.Qin, "/tip")).Post.Text);
        var second = await bot.Presses(Cast.Qin, first, "下一条");
        Assert.Equal(first.Id, Assert.Single(second.Gone).Id);
        var third = (await bot.Presses(Cast.Qin, second.Post, "下一条")).Post;
        Assert.Equal(3, new[] { first.Text, second.Post.Text, third.Text }.Distinct().Count());
        Assert.Equal(first.Text, (await bot.Presses(Cast.Qin, third, "下一条")).Post.Text);
        Assert.Equal(4, await bot.Look(db => db.PostShowings.CountAsync()));

        var mine = (await bot.Whispers(Cast.Bai, "小贴士")).In(Cast.Bai)[0].Text;
        Assert.NotEqual(mine, (await bot.Whispers(Cast.Bai, "小贴士")).In(Cast.Bai)[0].Text);
    }

    [Fact]
    public async Task A_daily_tip_comes_at_its_hour_and_never_twice()
    {
        await using var bot = await TestBot.StartedAsync();
        foreach (var tip in new[] { "甲", "乙", "丙" })
            await bot.PublishAsync(ColumnKind.Tip, tip, $"{tip}的一句话。");
        Assert.Empty((await bot.Until("2026-11-23 21:00")).InGroup);
        Assert.Contains("安静时段", (await bot.Says(Cast.Wen, "/settings 每日小贴士 23点")).Post.Text, StringComparison.Ordinal);
        await bot.Says(Cast.Lu, "/settings 每日小贴士 8点");
        Assert.Equal(0, await bot.Look(db => db.Rules.CountAsync()));
        Assert.Contains(
            "好的，每日小贴士每天20点发。",
            (await bot.Says(Cast.Wen, "/settings 每日小贴士 20点")).Post.Text,
            StringComparison.Ordinal
        );
        var days = new List<string>();
        for (var day = 24; day <= 27; day++)
            days.Add((await bot.Until($"2026-11-{day} 20:01")).Post.Text);
        Assert.Equal(3, days.Take(3).Distinct().Count());
        Assert.Equal(days[0], days[3]);
        await bot.Says(Cast.Wen, "/settings 每日小贴士 关");
        Assert.Empty((await bot.Until("2026-11-28 21:00")).InGroup);
    }

    [Fact]
    public async Task A_tip_at_the_hour_of_the_digest_stands_in_it()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.RunJobsAsync();
        await bot.PublishAsync(ColumnKind.Tip, "甲", "一句话。");
        await bot.PublishAsync(ColumnKind.Tip, "乙", "两句话。");
        await bot.Says(Cast.Wen, "/settings 每日小贴士 8点");
        Assert.StartsWith("早上好", (await bot.Until("2026-11-23 08:05")).Post.Text, StringComparison.Ordinal);
        await bot.Says(Cast.Wen, "/settings 每日小贴士 9点");
        Assert.StartsWith("【小贴士】", (await bot.Until("2026-11-24 09:05")).Post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_policy_that_holds_today_is_shown()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.PublishAsync(ColumnKind.Policy, "核酸检测旧规", "48小时。", until: new DateOnly(2026, 11, 21));
        await bot.PublishAsync(ColumnKind.Policy, "核酸检测将来", "12小时。", from: new DateOnly(2026, 11, 23));
        var old = await bot.PublishAsync(ColumnKind.Policy, "核酸检测", "24小时。", until: new DateOnly(2026, 11, 30));
        var shown = (await bot.Says(Cast.Qin, "政策 核酸")).Post;
        Assert.Equal("【政策法规】核酸检测\n24小时。\n有效至2026年11月30日", shown.Text);
        Assert.Equal(shown.Text, (await bot.Says(Cast.Qin, "/policy 核酸檢測")).Post.Text);

        await bot.PublishAsync(ColumnKind.Policy, "核酸检测新规", "72小时。", supersedes: old);
        var replaced = await bot.Until("2026-11-22 10:10");
        Assert.Equal("《核酸检测》已作废，请看新的《核酸检测新规》。发 政策 查看。", replaced.Edits[0].Text);
        Assert.Contains("72小时", (await bot.Says(Cast.Qin, "政策 核酸")).Post.Text, StringComparison.Ordinal);
        await bot.Until("2026-11-23 10:00");
        var both = (await bot.Says(Cast.Qin, "政策")).Post;
        Assert.Equal("[核酸检测将来][核酸检测新规]", string.Join("", both.Labels.Order().Select(label => $"[{label}]")));
        Assert.StartsWith("没有和“停水”有关", (await bot.Says(Cast.Qin, "/policy 停水")).Post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_stands_until_the_first_day_of_the_new_one()
    {
        await using var bot = await TestBot.StartedAsync();
        var old = await bot.PublishAsync(ColumnKind.Policy, "核酸检测", "24小时。");
        var shown = (await bot.Says(Cast.Qin, "政策 核酸")).Post;
        await bot.PublishAsync(ColumnKind.Policy, "核酸检测新规", "72小时。", from: new DateOnly(2026, 11, 24), supersedes: old);
        Assert.True((await bot.Until("2026-11-23 23:59")).IsSilent);
        Assert.Contains("24小时", (await bot.Says(Cast.Qin, "政策 核酸")).Post.Text, StringComparison.Ordinal);
        var changed = await bot.Until("2026-11-24 00:01");
        Assert.Contains(changed.Edits, edit => edit.Id == shown.Id && edit.Text.StartsWith("《核酸检测》已作废", StringComparison.Ordinal));
        Assert.Contains("72小时", (await bot.Says(Cast.Qin, "政策 核酸")).Post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_opens_the_short_link_of_a_post_is_counted_as_a_reader()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.PublishAsync(ColumnKind.Tip, "甲", "一句话。");
        await bot.Says(Cast.Lu, "小贴士");
        var row = await bot.Look(db => db.Outbox.SingleAsync(it => it.Kind == OutboxKind.Send));
        var shares = bot.Services.GetRequiredService<IShares>();
        var key = await shares.KeyAsync(row.Id);
        Assert.Contains("一句话", (await shares.OpenAsync(key))!.Html, StringComparison.Ordinal);
        // A page that is loaded again and again is not a crowd.
        await shares.OpenAsync(key);
        bot.Clock.Move(TimeSpan.FromMinutes(1));
        await shares.OpenAsync(key);
        var readings = await bot.Look(db => db.PostReadings.ToListAsync());
        Assert.Equal(2, readings.Count);
        Assert.All(readings, reading => Assert.Equal((PostDoor.Link, null), (reading.Door, reading.PersonId)));
    }

    [Fact]
    public async Task Stories_are_turned_page_by_page_in_one_message()
    {
        await using var bot = await TestBot.StartedAsync();
        for (var story = 1; story <= 7; story++)
        {
            bot.Clock.Move(TimeSpan.FromMinutes(1));
            await bot.PublishAsync(ColumnKind.Story, $"第{story}个烤红薯", "很甜。");
        }

        var list = (await bot.Says(Cast.Qin, "社区经验")).Post;
        Assert.StartsWith("社区经验 7 篇，点一篇看：\n• 第7个烤红薯（疫线故事）", list.Text, StringComparison.Ordinal);
        Assert.Equal(["第7个烤红薯", "第6个烤红薯", "第5个烤红薯", "第4个烤红薯", "第3个烤红薯", "下一页"], list.Labels);
        var next = await bot.Presses(Cast.Qin, list, "下一页");
        Assert.Empty(next.Posts);
        Assert.Equal(["第2个烤红薯", "第1个烤红薯", "上一页"], next.Edits[0].Labels);
        Assert.Equal("【疫线故事】第1个烤红薯\n很甜。", (await bot.Presses(Cast.Lu, next.Edits[0], "第1个烤红薯")).Post.Text);
        Assert.Equal("【疫线故事】第2个烤红薯\n很甜。", (await bot.Says(Cast.Lu, "/stories 第2个烤红薯")).Post.Text);
    }

    [Fact]
    public async Task A_guide_is_read_whole_in_private_and_counts_once_a_day()
    {
        await using var bot = await TestBot.StartedAsync();
        var text = string.Join("\n\n", Enumerable.Range(1, 40).Select(step => $"第{step}步，慢慢来，先把手洗干净。"));
        await bot.PublishAsync(ColumnKind.Guide, "志愿者第一天", text);
        var guide = (await bot.Says(Cast.Lu, "/stories 志愿者第一天")).Post;
        Assert.DoesNotContain("第40步", guide.Text, StringComparison.Ordinal);
        var read = await bot.Presses(Cast.Lu, guide, "看全文");
        Assert.Empty(read.InGroup);
        Assert.Equal("全文发到私聊了", read.Toast);
        Assert.Contains("第40步", Assert.Single(read.In(Cast.Lu)).Text, StringComparison.Ordinal);
        await bot.Presses(Cast.Lu, guide, "看全文");
        await bot.Presses(Cast.Qin, guide, "看全文");
        Assert.Equal("谢谢您转发", (await bot.Presses(Cast.Qin, guide, "已转发")).Toast);
        Assert.Equal((2, 1), await bot.Look(async db => (await db.PostReadings.CountAsync(), await db.PostShares.CountAsync())));
    }

    [Fact]
    public async Task What_was_withdrawn_stands_nowhere_any_more()
    {
        await using var bot = await TestBot.StartedAsync();
        var number = await bot.PublishAsync(ColumnKind.Tip, "甲", "一句话。");
        await bot.Says(Cast.Lu, "小贴士");
        await bot.EditAsync((_, desk, editor) => desk.WithdrawAsync(number, editor));
        Assert.Equal(
            "《甲》已撤下。[]",
            Assert.Single((await bot.Until("2026-11-22 10:05")).Edits) is var edit ? $"{edit.Text}[{edit.LabelsInOne}]" : ""
        );
        Assert.Equal("还没有小贴士。", (await bot.Says(Cast.Lu, "小贴士")).Post.Text);
    }
}
