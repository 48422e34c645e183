using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Channels.FakeWeCom;
using MutualAid.Tests.Channels.Telegram;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Channels.WeCom;

/// <summary>The line breaks where it hurts: nothing is lost, and what may have been said twice says so.</summary>
public sealed class WeComCutTests
{
    private const string Again = "（补发）";

    [Fact]
    public async Task A_line_cut_at_each_step_of_a_conversation_loses_nothing_and_marks_what_it_repeats()
    {
        await using var stage = await WeComStage.StartAsync();
        for (var cut = 0; cut < 6; cut++)
        {
            var (at, fault) = (stage.Server.Frames + (cut % 3), cut % 2 == 0 ? FakeFault.CutBefore : FakeFault.CutAfter);
            stage.Server.Faults = (_, number) => number == at ? fault : FakeFault.None;
            await stage.Says(Cast.Shao, $"需求 口罩 {100 + cut}个 杏花台社区");
            await stage.Says(Cast.Duan, $"认领 {cut + 1} 10");
        }

        stage.Server.Faults = (_, _) => FakeFault.None;
        // What was refused for lack of a line waits longer each time, what is in doubt two minutes.
        await Until.TrueAsync(() => stage.Server.IsConnected);
        await stage.PassAsync(TimeSpan.FromMinutes(6));
        await stage.Services.GetRequiredService<Postman>().RepeatDoubtfulAsync(default);
        await stage.PassAsync(TimeSpan.FromMinutes(1));

        var sends = await stage.Look(db => db.Outbox.Where(row => row.Kind == OutboxKind.Send).ToListAsync());
        Assert.DoesNotContain(sends, row => row.State is not (OutboxState.Sent or OutboxState.Cancelled));
        Assert.Contains(sends, row => row.IsRepeat);
        var texts = stage.Server.Posts.Select(post => post.Text).ToList();
        Assert.Equal(texts.Distinct(StringComparer.Ordinal), texts);
        for (var number = 1; number <= 6; number++)
            Assert.Contains(texts, text => text.TrimStart(Again.ToCharArray()).StartsWith($"#{number} 口罩", StringComparison.Ordinal));
        Assert.Equal(1, stage.Server.MostLive);
        Assert.Empty(stage.Server.Violations);
    }

    [Fact]
    public async Task Of_two_hundred_cuts_no_message_is_claimed_that_is_not_there()
    {
        await using var server = await FakeWeComServer.StartAsync();
        await using var bot = await WeComBot.StartAsync(WeComBot.Connected(server));
        await Until.TrueAsync(() => bot.Self.Trouble is null);
        // Pushes to ten chats, so that no limit is met.
        for (var chat = 0; chat < 10; chat++)
            server.Says($"user{chat}", null, "x");
        await bot.NextAsync(10);
        server.Faults = (command, number) => command == "aibot_send_msg" ? (FakeFault)(number % 3) : FakeFault.None;
        for (var step = 0; step < 200; step++)
        {
            await Until.TrueAsync(() => server.IsConnected && bot.Self.Trouble is null);
            var delivery = await bot.Channel.CarryAsync(Send(step), default);
            var isThere = server.Posts.Any(post => post.Text == $"第{step}条");
            Assert.True(delivery.Outcome is Outcome.Sent or Outcome.Unknown or Outcome.Retry, $"{delivery}");
            Assert.False(delivery.Outcome == Outcome.Sent && !isThere, $"{step} is claimed and not there");
            Assert.False(delivery.Outcome == Outcome.Retry && isThere, $"{step} is there and would be said again");
        }

        Assert.Equal(1, server.MostLive);
    }

    private static Outgoing Send(int step) =>
        new()
        {
            Kind = OutboxKind.Send,
            ChatId = $"@user{step % 10}",
            Text = $"第{step}条",
            RowId = step + 1,
        };
}
