using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Channels.FakeWeCom;
using MutualAid.Tests.Channels.Telegram;

namespace MutualAid.Tests.Channels.WeCom;

/// <summary>The line breaks at every frame: nothing is claimed that did not arrive, nothing is said twice unasked.</summary>
public sealed class WeComCutTests
{
    [Fact]
    public async Task Of_two_hundred_cuts_no_message_is_claimed_that_is_not_there()
    {
        await using var server = await FakeWeComServer.StartAsync();
        await using var bot = await WeComBot.StartAsync(WeComBot.Connected(server) with { AckWithin = TimeSpan.FromMilliseconds(300) });
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
            Judge(delivery, isThere, step);
        }

        Assert.Equal(1, server.MostLive);
    }

    [Fact]
    public async Task Of_two_hundred_errors_of_a_robots_web_hook_none_is_taken_for_what_it_is_not()
    {
        await using var server = await FakeWeComServer.StartAsync();
        var robots = new Dictionary<string, string> { ["@user0"] = FakeWeComServer.RobotKey };
        await using var bot = await WeComBot.StartAsync(WeComBot.Usual(server) with { Robots = robots });
        for (var step = 0; step < 200; step++)
        {
            server.Answers = _ => Errors[step % Errors.Length];
            var delivery = await bot.Channel.CarryAsync(Send(step) with { ChatId = "@user0" }, default);
            Judge(delivery, server.Robots.Contains($"第{step}条"), step);
        }

        Assert.Empty(server.Violations);
    }

    [Fact]
    public async Task Of_two_hundred_errors_of_an_answer_address_none_is_taken_for_what_it_is_not()
    {
        await using var server = await FakeWeComServer.StartAsync();
        await using var bot = await WeComBot.StartAsync(WeComBot.Called(server));
        for (var step = 0; step < 200; step++)
        {
            server.Answers = _ => Errors[step % Errors.Length];
            bot.Ways.KeepAddress("@user0", $"{server.AddressFor("@user0")}");
            var delivery = await bot.Channel.CarryAsync(Send(step) with { ChatId = "@user0" }, default);
            Judge(delivery, server.Posts.Any(post => post.Text == $"第{step}条"), step);
        }

        Assert.Empty(server.Violations);
    }

    private static readonly (int Status, int Code)[] Errors = [(500, 0), (200, 0), (502, 0), (503, 0), (200, -1), (504, 0), (200, 45033)];

    private static void Judge(Delivery delivery, bool isThere, int step)
    {
        Assert.True(delivery.Outcome is Outcome.Sent or Outcome.Unknown or Outcome.Retry, $"{delivery}");
        Assert.False(delivery.Outcome == Outcome.Sent && !isThere, $"{step} is claimed and not there");
        Assert.False(delivery.Outcome == Outcome.Retry && isThere, $"{step} is there and would be said again");
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
