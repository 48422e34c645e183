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
