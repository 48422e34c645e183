using MutualAid.Bot.Channels.WeCom;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Channels.FakeWeCom;
using MutualAid.Tests.Channels.Telegram;

namespace MutualAid.Tests.Channels.WeCom;

public sealed class WeComSocketTests
{
    private const string Chat = WeComBot.Chat;

    [Fact]
    public async Task A_message_is_answered_as_one_finished_stream_and_then_the_chat_is_written_to()
    {
        await using var server = await FakeWeComServer.StartAsync();
        await using var bot = await OpenAsync(server);
        server.Says("wen", Chat, "需求列表");
        var said = await bot.NextAsync();
        Assert.Equal(("需求列表", true, Chat, "wen"), (said.Text, said.ToBot, said.Place.ChatId, said.From.ExternalId));

        var first = await bot.Channel.CarryAsync(Send("<b>现缺</b>：口罩", said.MessageId), default);
        var second = await bot.Channel.CarryAsync(Send("还有手套", said.MessageId), default);

        Assert.Equal((Outcome.Sent, Outcome.Sent), (first.Outcome, second.Outcome));
        Assert.Equal([(said.MessageId, "现缺：口罩"), (null, "还有手套")], server.Posts.Select(it => (it.Answers, it.Text)));
        Assert.Empty(server.Violations);
    }

    [Fact]
    public async Task Buttons_come_on_a_card_and_a_press_changes_it_in_place()
    {
        await using var server = await FakeWeComServer.StartAsync();
        await using var bot = await OpenAsync(server);
        server.Says("wen", Chat, "x");
        var said = await bot.NextAsync();
        var sent = await bot.Channel.CarryAsync(
            Send("#31 口罩\n待核实", said.MessageId) with
            {
                Buttons =
                [
                    [new("核实", "v31"), new("认领", "c31")],
                ],
            },
            default
        );
        var card = Assert.Single(server.Posts);
        Assert.Equal(("#31 口罩\n待核实", "核实", "v31"), (card.Text, card.Buttons[0].Label, card.Buttons[0].Key));
        Assert.False(bot.Channel.CanDoWith(Chat, sent.MessageId!).HasFlag(Abilities.Edit));

        server.Presses("wen", card, "v31");
        var press = await bot.NextAsync(2);
        Assert.Equal((IncomingKind.Press, "v31", sent.MessageId), (press.Kind, press.Button, press.MessageId));
        Assert.True(bot.Channel.CanDoWith(Chat, sent.MessageId!).HasFlag(Abilities.Edit));
        var edit = Send("#31 口罩\n已核实", null) with { Kind = OutboxKind.Edit, MessageId = sent.MessageId };
        Assert.Equal(Outcome.Sent, (await bot.Channel.CarryAsync(edit, default)).Outcome);
        Assert.Equal("#31 口罩\n已核实", card.Text);
        // One press, one change; another press, another one.
        Assert.Equal(Outcome.MessageGone, (await bot.Channel.CarryAsync(edit, default)).Outcome);
        server.Presses("wen", card, "c31");
        await bot.NextAsync(3);
        Assert.Equal(Outcome.Sent, (await bot.Channel.CarryAsync(edit, default)).Outcome);
        Assert.Empty(server.Violations);
    }

    [Fact]
    public async Task A_long_text_with_many_buttons_takes_a_message_and_several_cards()
    {
        await using var server = await FakeWeComServer.StartAsync();
        await using var bot = await OpenAsync(server);
        server.Says("wen", null, "x");
        var said = await bot.NextAsync();
        var buttons = Enumerable.Range(1, 8).Select(at => new Button($"{at}号", $"k{at}")).ToList();
        var sent = await bot.Channel.CarryAsync(
            Send(new string('长', 300), said.MessageId) with
            {
                ChatId = "@wen",
                Buttons = [buttons],
            },
            default
        );
        Assert.Equal([0, 6, 2], server.Posts.Select(it => it.Buttons.Count));
        server.Presses("wen", server.Posts[2], "k8");
        Assert.Equal(sent.MessageId, (await bot.NextAsync(2)).MessageId);
        Assert.Empty(server.Violations);
    }

    [Fact]
    public async Task Somebody_who_opens_the_chat_is_greeted_in_the_form_for_it()
    {
        await using var server = await FakeWeComServer.StartAsync();
        await using var bot = await OpenAsync(server);
        server.Enters("wen");
        var came = await bot.NextAsync();
        Assert.Equal(("/start", "@wen", true), (came.Text, came.Place.ChatId, came.Place.IsPrivate));
        Assert.Equal(Outcome.Sent, (await bot.Channel.CarryAsync(Send("您好", came.MessageId) with { ChatId = "@wen" }, default)).Outcome);
        Assert.Contains(server.Heard, frame => frame.Contains("aibot_respond_welcome_msg", StringComparison.Ordinal));
        Assert.Empty(server.Violations);
    }

    [Theory]
    [InlineData(45009, Outcome.Retry)]
    [InlineData(45033, Outcome.Retry)]
    [InlineData(93008, Outcome.ChatGone)]
    [InlineData(846607, Outcome.ChatGone)]
    [InlineData(40058, Outcome.Failed)]
    [InlineData(846605, Outcome.Failed)]
    public async Task What_the_platform_refuses_is_judged_by_its_code(int code, Outcome outcome)
    {
        await using var server = await FakeWeComServer.StartAsync();
        await using var bot = await OpenAsync(server);
        server.Says("wen", Chat, "x");
        await bot.NextAsync();
        server.Refuses = (command, _) => command == "aibot_send_msg" ? code : 0;
        Assert.Equal(outcome, (await bot.Channel.CarryAsync(Send("您好", null), default)).Outcome);
    }

    [Theory]
    [InlineData(846605)]
    [InlineData(846608)]
    public async Task When_a_callback_can_no_longer_be_answered_the_chat_is_written_to(int code)
    {
        await using var server = await FakeWeComServer.StartAsync();
        await using var bot = await OpenAsync(server);
        server.Says("wen", Chat, "x");
        var said = await bot.NextAsync();
        server.Refuses = (command, _) => command == "aibot_respond_msg" ? code : 0;
        Assert.Equal(Outcome.Sent, (await bot.Channel.CarryAsync(Send("您好", said.MessageId), default)).Outcome);
        Assert.Null(Assert.Single(server.Posts).Answers);
    }

    [Theory]
    [InlineData(FakeFault.CutBefore, Outcome.Unknown)]
    [InlineData(FakeFault.CutAfter, Outcome.Unknown)]
    [InlineData(FakeFault.Mute, Outcome.Unknown)]
    internal async Task A_message_that_may_have_arrived_is_in_doubt_and_the_next_goes_over_a_new_line(FakeFault fault, Outcome outcome)
    {
        await using var server = await FakeWeComServer.StartAsync();
        await using var bot = await OpenAsync(server, it => it with { AckWithin = TimeSpan.FromMilliseconds(500) });
        server.Says("wen", Chat, "x");
        await bot.NextAsync();
        server.Faults = (command, _) => command == "aibot_send_msg" ? fault : FakeFault.None;
        Assert.Equal(outcome, (await bot.Channel.CarryAsync(Send("您好", null), default)).Outcome);
        server.Faults = (_, _) => FakeFault.None;
        await Until.TrueAsync(() => server.IsConnected && bot.Self.Trouble is null);
        Assert.Equal(Outcome.Sent, (await bot.Channel.CarryAsync(Send("再说", null), default)).Outcome);
        Assert.Equal(1, server.MostLive);
    }

    [Fact]
    public async Task Without_a_line_nothing_left_us_and_it_waits()
    {
        await using var server = await FakeWeComServer.StartAsync();
        await using var bot = await WeComBot.StartAsync(WeComBot.Connected(server), isOnDuty: () => false);
        Assert.Equal(Outcome.Retry, (await bot.Channel.CarryAsync(Send("您好", null), default)).Outcome);
        Assert.Equal(0, server.Subscribed);
    }

    [Fact]
    public async Task A_line_that_is_half_dead_is_noticed_by_two_pings()
    {
        await using var server = await FakeWeComServer.StartAsync();
        await using var bot = await OpenAsync(
            server,
            it => it with { PingEvery = TimeSpan.FromMilliseconds(50), AckWithin = TimeSpan.FromMilliseconds(200) }
        );
        server.IsDeaf = true;
        await Until.TrueAsync(() => bot.Log.Lines.Any(line => line.Contains("does not answer any more", StringComparison.Ordinal)));
        server.IsDeaf = false;
        await Until.TrueAsync(() => server.Subscribed > 1 && bot.Self.Trouble is null);
    }

    [Fact]
    public async Task Another_program_that_takes_the_bot_over_is_not_fought()
    {
        await using var server = await FakeWeComServer.StartAsync();
        await using var bot = await OpenAsync(server);
        await using var other = await WeComBot.StartAsync(WeComBot.Connected(server));
        await Until.TrueAsync(() => bot.Self.Trouble?.Contains("another program", StringComparison.Ordinal) == true);
        await Until.TrueAsync(() => other.Self.Trouble is null);
        Assert.Single(bot.Log.Lines, line => line.Contains("the long connection stands", StringComparison.Ordinal));
        Assert.Equal(Outcome.Retry, (await bot.Channel.CarryAsync(Send("您好", null), default)).Outcome);
    }

    [Fact]
    public async Task Two_copies_hand_the_one_line_over_with_the_duty()
    {
        await using var server = await FakeWeComServer.StartAsync();
        var onDuty = 0;
        await using var one = await WeComBot.StartAsync(WeComBot.Connected(server), () => Volatile.Read(ref onDuty) == 1);
        await using var two = await WeComBot.StartAsync(WeComBot.Connected(server), () => Volatile.Read(ref onDuty) == 2);
        for (var turn = 0; turn < 10; turn++)
        {
            var (mine, before) = (1 + (turn % 2), server.Subscribed);
            Volatile.Write(ref onDuty, 0);
            await Until.TrueAsync(() => !server.IsConnected);
            Volatile.Write(ref onDuty, mine);
            await Until.TrueAsync(() => server.Subscribed == before + 1 && server.IsConnected);
        }

        Assert.Equal(1, server.MostLive);
    }

    [Fact]
    public async Task Wrong_credentials_are_tried_five_times_and_no_more()
    {
        await using var server = await FakeWeComServer.StartAsync();
        await using var bot = await WeComBot.StartAsync(WeComBot.Connected(server) with { Secret = "anotherSecret" });
        await Until.TrueAsync(() => bot.Log.Lines.Any(line => line.StartsWith("Critical", StringComparison.Ordinal)));
        Assert.Equal(5, server.Heard.Count);
        Assert.DoesNotContain(bot.Log.Lines, line => line.Contains("anotherSecret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_stored_is_tried_again_in_its_order()
    {
        await using var server = await FakeWeComServer.StartAsync();
        await using var bot = await OpenAsync(server);
        var left = 3;
        bot.Intake.Fails = said => said.Text == "一" && left-- > 0;
        server.Says("wen", Chat, "一");
        server.Says("wen", Chat, "二");
        await bot.NextAsync(2);
        Assert.Equal(["一", "二"], bot.Told.Select(it => it.Text));
        Assert.Equal(3, bot.Intake.Failures);
    }

    private static async Task<WeComBot> OpenAsync(FakeWeComServer server, Func<WeComSettings, WeComSettings>? change = null)
    {
        var bot = await WeComBot.StartAsync((change ?? (same => same))(WeComBot.Connected(server)));
        server.ForEvent = bot.Ways.ForPress = TimeSpan.FromMinutes(2);
        await Until.TrueAsync(() => bot.Self.Trouble is null);
        return bot;
    }

    private static Outgoing Send(string html, string? replyTo) =>
        new()
        {
            Kind = OutboxKind.Send,
            ChatId = Chat,
            Text = html,
            ReplyTo = replyTo,
            RowId = 7,
        };
}
