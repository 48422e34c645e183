using MutualAid.Bot.Channels.BotFramework;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;

namespace MutualAid.Tests.Channels.BotFramework;

/// <summary>What leaves for the platform, and what its answers mean.</summary>
public class ConnectorTests
{
    private static readonly Button Claim = new("认领", "token-1");

    [Fact]
    public async Task A_reply_an_edit_and_a_deletion_go_where_the_protocol_wants_them()
    {
        await using var bot = await BotFrameworkBot.StartAsync();
        var sent = await bot.CarryAsync(bot.To(bot.Chat, "#31 <b>口罩</b>") with { ReplyTo = "1700|0001" });
        Assert.Equal(Outcome.Sent, sent.Outcome);
        var edit = bot.To(bot.Chat, "#31 口罩，已核实", OutboxKind.Edit) with
        {
            MessageId = sent.MessageId,
            Buttons =
            [
                [Claim],
            ],
        };
        Assert.Equal(Outcome.Sent, (await bot.CarryAsync(edit)).Outcome);
        Assert.Equal("#31 口罩，已核实", FakeReader.Text(Assert.Single(bot.Platform.Connector.Posts).Activity));
        Assert.Equal(Outcome.Sent, (await bot.CarryAsync(edit with { Kind = OutboxKind.Delete })).Outcome);
        Assert.Empty(bot.Platform.Connector.Posts);
        Assert.Equal(Outcome.MessageGone, (await bot.CarryAsync(edit)).Outcome);

        var chat = "/amer/v3/conversations/19%3A6f1c0000000000000000000000000001%40thread.v2/activities/";
        Assert.Equal(
            [$"POST {chat}1700%7C0001", $"PUT {chat}{sent.MessageId}", $"DELETE {chat}{sent.MessageId}", $"PUT {chat}{sent.MessageId}"],
            bot.Platform.ToConnector.Select(it => $"{it.Method} {it.Target}")
        );
        Assert.Empty(bot.Platform.Connector.Complaints);
    }

    [Fact]
    public async Task In_a_channel_an_answer_stays_in_its_thread_and_what_nobody_asked_for_opens_one()
    {
        await using var bot = await BotFrameworkBot.StartAsync();
        var answer = await bot.CarryAsync(bot.To(bot.Channel, "好") with { Topic = "1700", ReplyTo = "1700" });
        var board = await bot.CarryAsync(bot.To(bot.Channel, "看板"));
        Assert.Equal(
            [("1700", "好"), (board.MessageId, "看板")],
            bot.Platform.Connector.Posts.Select(it => (it.Thread, FakeReader.Text(it.Activity)))
        );
        Assert.NotEqual(answer.MessageId, board.MessageId);
        var edit = bot.To(bot.Channel, "看板 2", OutboxKind.Edit) with { MessageId = board.MessageId };
        Assert.Equal(Outcome.Sent, (await bot.CarryAsync(edit)).Outcome);
        Assert.Equal(
            Outcome.Sent,
            (await bot.CarryAsync(edit with { Topic = "1700", MessageId = answer.MessageId, Kind = OutboxKind.Delete })).Outcome
        );
        Assert.Equal("看板 2", FakeReader.Text(Assert.Single(bot.Platform.Connector.Posts).Activity));
        Assert.Empty(bot.Platform.Connector.Complaints);
    }

    [Fact]
    public async Task The_token_is_asked_for_once_kept_till_shortly_before_its_end_and_anew_when_it_is_refused()
    {
        var clock = new MovedClock(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero));
        await using var bot = await BotFrameworkBot.StartAsync(clock);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => bot.CarryAsync(bot.To(bot.Chat, "早"))));
        Assert.Equal(1, Tokens(bot));
        clock.Move(TimeSpan.FromMinutes(54));
        await bot.CarryAsync(bot.To(bot.Chat, "早"));
        Assert.Equal(1, Tokens(bot));
        clock.Move(TimeSpan.FromMinutes(1));
        await bot.CarryAsync(bot.To(bot.Chat, "早"));
        Assert.Equal(2, Tokens(bot));
        var refused = 0;
        bot.Platform.Fault = it => it.Target.StartsWith("/amer/", StringComparison.Ordinal) && refused++ == 0 ? new FakeFault(401) : null;
        Assert.Equal(Outcome.Sent, (await bot.CarryAsync(bot.To(bot.Chat, "早"))).Outcome);
        Assert.Equal(3, Tokens(bot));
    }

    [Fact]
    public async Task A_refused_secret_loses_nothing_and_shows_in_no_log()
    {
        await using var bot = await BotFrameworkBot.StartAsync(change: settings => settings with { AppSecret = "canary-wrong" });
        var delivery = await bot.CarryAsync(bot.To(bot.Chat, "早"));
        Assert.Equal(Outcome.Retry, delivery.Outcome);
        Assert.StartsWith("BotFramework:AppSecret is refused (401 invalid_client)", delivery.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Log.Lines, line => line.Contains("canary", StringComparison.Ordinal));
        Assert.Empty(bot.Platform.ToConnector);
    }

    public static TheoryData<OutboxKind, int, string?, string> Answers =>
        new()
        {
            { OutboxKind.Send, 429, null, "Retry" },
            { OutboxKind.Send, 412, null, "Retry" },
            { OutboxKind.Send, 503, null, "Retry" },
            { OutboxKind.Send, 500, "ServiceError", "Unknown" },
            { OutboxKind.Send, 502, null, "Unknown" },
            { OutboxKind.Send, 504, null, "Unknown" },
            { OutboxKind.Edit, 500, "ServiceError", "Retry" },
            { OutboxKind.Delete, 504, null, "Retry" },
            { OutboxKind.Send, 403, "MessageWritesBlocked", "ChatGone" },
            { OutboxKind.Send, 403, "BotNotInConversationRoster", "ChatGone" },
            { OutboxKind.Send, 403, "Other", "Failed" },
            { OutboxKind.Send, 404, "ConversationNotFound", "ChatGone" },
            { OutboxKind.Edit, 404, "ActivityNotFoundInConversation", "MessageGone" },
            { OutboxKind.Edit, 404, "ConversationNotFound", "ChatGone" },
            // A page of something in between closes no chat and loses no message.
            { OutboxKind.Send, 403, null, "Retry" },
            { OutboxKind.Send, 404, null, "Retry" },
            { OutboxKind.Edit, 404, null, "Retry" },
            // Until the secret is mended nothing is lost.
            { OutboxKind.Send, 401, "Unauthorized", "Retry" },
            { OutboxKind.Edit, 405, null, "Failed" },
            { OutboxKind.Edit, 501, null, "Failed" },
            { OutboxKind.Send, 400, "BadSyntax", "Failed" },
            { OutboxKind.Send, 413, "MessageSizeTooBig", "Failed" },
        };

    [Fact]
    public async Task Each_answer_means_what_it_says()
    {
        await using var bot = await BotFrameworkBot.StartAsync();
        foreach (var row in Answers)
        {
            var (kind, status, code, outcome) = ((OutboxKind)row[0], (int)row[1], (string?)row[2], (string)row[3]);
            var body = code is null ? "<html>gateway</html>" : $$$"""{"error":{"code":"{{{code}}}","message":"no"}}""";
            bot.Platform.Fault = it =>
                it.Target.StartsWith("/amer/", StringComparison.Ordinal) ? new FakeFault(status, body, status == 429 ? 17 : null) : null;
            var delivery = await bot.CarryAsync(bot.To(bot.Chat, "早", kind) with { MessageId = "17" });
            Assert.Equal($"{kind} {status} {code} {outcome}", $"{kind} {status} {code} {delivery.Outcome}");
            if (status == 429)
                Assert.Equal(TimeSpan.FromSeconds(17), delivery.After);
        }
    }

    [Fact]
    public async Task A_cut_before_or_after_it_was_taken_is_a_doubt_for_a_message_and_none_for_an_edit()
    {
        await using var bot = await BotFrameworkBot.StartAsync();
        var sent = await bot.CarryAsync(bot.To(bot.Chat, "早"));
        bot.Platform.Fault = it =>
            it.Target.StartsWith("/amer/", StringComparison.Ordinal) ? new FakeFault(0, Cuts: true, IsTakenFirst: true) : null;
        Assert.Equal(Outcome.Unknown, (await bot.CarryAsync(bot.To(bot.Chat, "早"))).Outcome);
        Assert.Equal(
            Outcome.Retry,
            (await bot.CarryAsync(bot.To(bot.Chat, "晚", OutboxKind.Edit) with { MessageId = sent.MessageId })).Outcome
        );
        await bot.Platform.DisposeAsync();
        Assert.Equal(Outcome.Retry, (await bot.CarryAsync(bot.To(bot.Chat, "早"))).Outcome);
    }

    [Fact]
    public async Task An_empty_yes_is_a_yes()
    {
        await using var bot = await BotFrameworkBot.StartAsync();
        bot.Platform.Connector.AnswersEmpty = true;
        Assert.Equal(new Delivery(Outcome.Sent), await bot.CarryAsync(bot.To(bot.Chat, "早")));
    }

    [Fact]
    public async Task Nobody_is_spoken_to_who_never_spoke()
    {
        await using var bot = await BotFrameworkBot.StartAsync();
        Assert.Equal(Outcome.Failed, (await bot.CarryAsync(bot.To(bot.Chat, "早") with { Reference = null })).Outcome);
        Assert.Empty(bot.Platform.Requests);
    }

    [Fact]
    public void What_a_platform_can_is_known_by_the_chat()
    {
        var channel = new BotFrameworkChannel(null!, null!, null!, new BotFrameworkSettings(), new BotFrameworkSelf());
        Assert.True(channel.CanIn("msteams|19:x").HasFlag(Abilities.Edit | Abilities.Toast));
        Assert.Equal(Abilities.Buttons | Abilities.Photo | Abilities.Hear, channel.CanIn("webchat|abc"));
        Assert.Equal(Abilities.Hear, channel.CanIn("sms|abc"));
        Assert.Equal("<a href=\"im:msteams|29:1\">王&amp;姐</a>", channel.Mention("msteams|29:1", "王&姐"));
        Assert.Equal("王姐", channel.Mention("webchat|dl_1", "王姐"));
    }

    private static int Tokens(BotFrameworkBot bot) =>
        bot.Platform.Requests.Count(it => it.Target.EndsWith("/token", StringComparison.Ordinal));
}
