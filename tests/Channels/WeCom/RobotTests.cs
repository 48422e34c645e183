using System.Text;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Channels.WeCom;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Channels.FakeWeCom;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Channels.WeCom;

public sealed class RobotTests
{
    private const string Name = "杏花台通知";

    [Fact]
    public async Task A_long_message_goes_in_parts_of_4096_bytes()
    {
        await using var server = await FakeWeComServer.StartAsync();
        await using var bot = await OpenAsync(server);
        Assert.Equal(Outcome.Sent, (await bot.Channel.CarryAsync(Send(new string('长', 3000) + "<b>完</b>"), default)).Outcome);
        Assert.Equal(3, server.Robots.Count);
        Assert.All(server.Robots, part => Assert.True(Encoding.UTF8.GetByteCount(part) <= 4096));
        Assert.Empty(server.Violations);
    }

    [Theory]
    [InlineData(200, 45009, Outcome.Retry)]
    [InlineData(200, 93000, Outcome.ChatGone)]
    [InlineData(200, 40058, Outcome.Failed)]
    [InlineData(500, 0, Outcome.Unknown)]
    [InlineData(502, 0, Outcome.Unknown)]
    [InlineData(404, 0, Outcome.Failed)]
    public async Task What_the_web_hook_says_is_judged(int status, int code, Outcome outcome)
    {
        await using var server = await FakeWeComServer.StartAsync();
        await using var bot = await OpenAsync(server);
        server.Answers = _ => (status, code);
        Assert.Equal(outcome, (await bot.Channel.CarryAsync(Send("您好"), default)).Outcome);
        Assert.DoesNotContain(bot.Log.Lines, line => line.Contains(FakeWeComServer.RobotKey, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_group_is_known_from_the_start_and_told_without_a_question()
    {
        await using var stage = await WeComStage.StartAsync($"--WeCom:Robots:{Name}={FakeWeComServer.RobotKey}");
        await Telegram.Until.TrueAsync(() => stage.Look(db => db.Groups.AnyAsync(it => it.Title == Name)).Result);
        var group = await stage.Look(db => db.Groups.SingleAsync(it => it.Channel == RobotChannel.ChannelName));
        Assert.NotNull(group.ConfirmedAt);
        Assert.Empty(stage.Server.Robots);
        Assert.Empty(await stage.Look(db => db.Outbox.Where(row => row.Channel == RobotChannel.ChannelName).ToListAsync()));
    }

    [Fact]
    public async Task The_board_is_said_again_at_most_once_an_hour_and_only_when_something_changed()
    {
        await using var stage = await WeComStage.StartAsync();
        var group = await stage.Look(db => db.Groups.SingleAsync());
        await stage.Says(Cast.Shao, "需求 口罩 100个");
        await stage.Writer.DoAsync("test", db => Task.FromResult(db.Cards.Add(BoardOf(group.Id))));
        await stage.RedrawAsync($"board:{group.Id}");
        Assert.Single(await stage.BoardsAsync());
        for (var minute = 0; minute < 50; minute += 10)
        {
            await stage.Says(Cast.Duan, "认领 1 10");
            stage.Clock.Move(TimeSpan.FromMinutes(10));
            await stage.RedrawAsync($"board:{group.Id}");
        }

        Assert.Single(await stage.BoardsAsync());
        await stage.Until("2026-11-22 11:10");
        Assert.Equal(2, (await stage.BoardsAsync()).Count);
        await stage.Until("2026-11-22 14:00");
        await stage.RedrawAsync($"board:{group.Id}");
        Assert.Equal(2, (await stage.BoardsAsync()).Count);
    }

    private static Card BoardOf(long group) =>
        new()
        {
            Key = $"board:{group}",
            Channel = WeComChannel.ChannelName,
            ChatId = WeComStage.Chat,
        };

    private static Task<WeComBot> OpenAsync(FakeWeComServer server) =>
        WeComBot.StartAsync(WeComBot.Usual(server) with { Robots = new Dictionary<string, string> { [Name] = FakeWeComServer.RobotKey } });

    private static Outgoing Send(string html) =>
        new()
        {
            Kind = OutboxKind.Send,
            ChatId = Name,
            Text = html,
            RowId = 7,
        };
}
