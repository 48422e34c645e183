using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Talk;
using Delivery = MutualAid.Bot.Engine.Delivery;

namespace MutualAid.Tests.Broadcasts;

/// <summary>From the first word to the report, as its author and the groups read it.</summary>
public sealed class Sending
{
    [Fact]
    public async Task What_is_previewed_and_tried_is_what_every_group_gets()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.GroupsAsync(2);
        var draft = await bot.Whispers(Cast.Wen, "群发 **停水** {群名}，问 1<2 & _谁_");
        Assert.Equal(["停水 杏花台互助群，问 1<2 & 谁", "群发 #1｜草稿"], draft.In(Cast.Wen).Select(post => post.Text.Split('\n')[0]));
        Assert.Contains("发给：我管的所有群\n将发送到 3 个群，约 15 人", draft.Posts[1].Text, StringComparison.Ordinal);
        var tried = await bot.PressesAsync("先发我看看");
        Assert.Equal(draft.Posts[0].Text, Assert.Single(tried.Posts).Text);
        Assert.Equal("发给您了，别人没收到", tried.Toast);
        Assert.Contains("点 [发送] 后等 30 秒", (await bot.ReportAsync()).Text, StringComparison.Ordinal);
        Assert.Equal("30 秒后开始发", (await bot.PressesAsync("发送")).Toast);
        Assert.Contains("开始发，现在还可以撤回", (await bot.ReportAsync()).Text, StringComparison.Ordinal);
        var sent = await bot.Until("2026-11-22 10:05");
        Assert.Equal(
            ["停水 杏花台互助群，问 1<2 & 谁", "停水 2群，问 1<2 & 谁", "停水 3群，问 1<2 & 谁"],
            sent.InGroup.Select(post => post.Text)
        );
        var html = bot.Channel.Calls.Where(call =>
            call.Kind == OutboxKind.Send && call.Text.Contains("杏花台互助群，问", StringComparison.Ordinal)
        );
        Assert.Single(html.Select(call => call.Text).Distinct());
        var report = await bot.ReportAsync();
        Assert.Equal("群发 #1｜完成\n已送达 3 / 3\n待发 0｜发送中 0｜已送达 3｜失败 0｜结果不明 0｜已取消 0", report.Text);
    }

    [Fact]
    public async Task Withdrawn_within_half_a_minute_nothing_is_sent_and_the_draft_is_kept()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.BroadcastsAsync();
        Assert.Equal("撤回了，一条没发，草稿还在", (await bot.PressesAsync("撤回")).Toast);
        await bot.Until("2026-11-22 11:00");
        Assert.Empty(bot.Reached());
        Assert.Contains("草稿", (await bot.ReportAsync()).Text, StringComparison.Ordinal);
        await bot.PressesAsync("发送");
        await bot.Until("2026-11-22 11:05");
        Assert.Equal(["g1"], bot.Reached());
        Assert.Equal("没有这一条群发。发 群发 看您有哪些。", (await bot.Whispers(Cast.Wen, "/broadcast 7")).In(Cast.Wen).Single().Text);
    }

    [Fact]
    public async Task Above_five_chats_their_number_is_typed()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.GroupsAsync(7);
        var asked = await bot.BroadcastsAsync();
        Assert.Equal("将发送到 8 个群，约 15 人。确认请回复数字 8，不发回复“取消”。", asked.In(Cast.Wen).Single().Text);
        Assert.StartsWith("不对，是 8。", (await bot.Whispers(Cast.Wen, "好")).In(Cast.Wen).Single().Text, StringComparison.Ordinal);
        Assert.Null((await bot.BroadcastAsync()).ConfirmedAt);
        await bot.Whispers(Cast.Wen, "8");
        await bot.Until("2026-11-22 10:05");
        Assert.Equal(8, bot.Reached().Distinct().Count());
    }

    [Fact]
    public async Task Paused_nothing_leaves_and_resumed_each_gets_it_once()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.GroupsAsync(3);
        bot.Channel.Refusal = call =>
            call is { Kind: OutboxKind.Send, ChatId: not "g1" } && call.ChatId[0] == 'g' && !Paused
                ? new Delivery(Outcome.Retry, After: TimeSpan.FromMinutes(1))
                : null;
        await bot.BroadcastsAsync();
        await bot.Until("2026-11-22 10:01");
        Assert.Equal("暂停了，路上的几条会送到", (await bot.PressesAsync("暂停")).Toast);
        Paused = true;
        var before = bot.Reached().Count;
        await bot.Until("2026-11-22 11:00");
        Assert.Equal(before, bot.Reached().Count);
        Assert.StartsWith("群发 #1｜暂停了\n已送达 1 / 4", (await bot.ReportAsync()).Text, StringComparison.Ordinal);
        await bot.PressesAsync("继续");
        await bot.Until("2026-11-22 11:05");
        Assert.Equal([OutboxState.Sent], (await bot.RowsAsync()).Select(row => row.State).Distinct());
        Assert.Equal(4, (await bot.LookAsync()).Count(post => post.Chat == Stage.Group && post.Text == Circle.Words));
        Assert.StartsWith("群发 #1｜完成", (await bot.ReportAsync()).Text, StringComparison.Ordinal);
    }

    private bool Paused { get; set; }

    [Fact]
    public async Task Stopped_what_has_not_left_is_cancelled_and_listed()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.GroupsAsync(2);
        bot.Channel.Refusal = call => call.ChatId is "g2" or "g3" ? new Delivery(Outcome.Retry, After: TimeSpan.FromMinutes(1)) : null;
        await bot.BroadcastsAsync();
        await bot.Until("2026-11-22 10:01");
        await bot.PressesAsync("停止");
        bot.Channel.Refusal = _ => null;
        await bot.Until("2026-11-22 12:00");
        Assert.Contains(
            "待发 0｜发送中 0｜已送达 1｜失败 0｜结果不明 0｜已取消 2",
            (await bot.ReportAsync()).Text,
            StringComparison.Ordinal
        );
        var list = (await bot.PressesAsync("名单")).In(Cast.Wen).Single().Text;
        Assert.Equal("群发 #1 的名单：\n杏花台互助群：已送达\n2群：已取消（stopped）\n3群：已取消（stopped）", list);
    }

    [Fact]
    public async Task What_is_unknown_is_never_repeated_by_itself_and_a_person_decides()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.GroupsAsync(1);
        bot.Channel.Refusal = call => call.ChatId == "g2" ? new Delivery(Outcome.Unknown, Reason: "no answer in time") : null;
        await bot.BroadcastsAsync();
        await bot.Until("2026-11-22 10:05");
        await bot.Services.GetRequiredService<Postman>().RepeatDoubtfulAsync(default);
        await bot.Until("2026-11-22 10:20");
        Assert.Equal(["g1", "g2"], bot.Reached().Order(StringComparer.Ordinal));
        Assert.StartsWith("群发 #1｜发完了，有结果不明的，请您定", (await bot.ReportAsync()).Text, StringComparison.Ordinal);
        bot.Channel.Refusal = _ => null;
        await bot.PressesAsync("不明的再发（标补发）");
        await bot.Until("2026-11-22 10:25");
        Assert.StartsWith("（补发）", bot.Channel.Calls.Last(call => call.ChatId == "g2").Text, StringComparison.Ordinal);
        Assert.StartsWith("群发 #1｜完成\n已送达 2 / 2", (await bot.ReportAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Groups_that_closed_fail_once_and_are_left_out_next_time()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.GroupsAsync(4);
        bot.Channel.Refusal = call =>
            call.ChatId is "g3" or "g4" ? new Delivery(Outcome.ChatGone, Reason: "Forbidden: bot was kicked") : null;
        await bot.BroadcastsAsync();
        await bot.Until("2026-11-22 10:05");
        Assert.Contains("已送达 3｜失败 2", (await bot.ReportAsync()).Text, StringComparison.Ordinal);
        await bot.BroadcastsAsync("第二条");
        await bot.Until("2026-11-22 10:10");
        Assert.Equal(["g1", "g2", "g5"], bot.Reached("第二条").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Changed_and_taken_back_afterwards_in_every_chat_that_got_it()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.GroupsAsync(2);
        bot.Channel.Refusal = call => call.ChatId == "g3" ? new Delivery(Outcome.Failed, Reason: "no rights") : null;
        await bot.BroadcastsAsync();
        await bot.Until("2026-11-22 10:05");
        await bot.PressesAsync("全部改文字");
        await bot.Whispers(Cast.Wen, "改到11点停水");
        var edited = await bot.Until("2026-11-22 10:10");
        Assert.Equal(2, edited.Edits.Count(post => post.Chat == Stage.Group && post.Text == "改到11点停水"));
        var ask = (await bot.PressesAsync("全部撤回")).In(Cast.Wen).Single();
        Assert.StartsWith("把群发 #1 从 2 个聊天里撤回？", ask.Text, StringComparison.Ordinal);
        await bot.Presses(Cast.Wen, ask, "全部撤回");
        var gone = await bot.Until("2026-11-22 10:15");
        Assert.Equal(2, gone.Gone.Count(post => post.Chat == Stage.Group));
        Assert.Contains("撤回了 2 / 2 条", (await bot.ReportAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(2, await bot.Look(db => db.Outbox.CountAsync(row => row.Kind == OutboxKind.Delete && row.BroadcastId != null)));
    }
}
