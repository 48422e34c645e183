using System.Text;
using System.Text.Json;
using MutualAid.Bot.Channels;
using MutualAid.Bot.Channels.WeCom;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Channels.FakeWeCom;

namespace MutualAid.Tests.Channels.WeCom;

/// <summary>The URL mode: encrypted JSON with an empty receive id.</summary>
public sealed class WeComHookTests
{
    private const string Nonce = "1372623149";
    private static readonly CallbackCrypto Crypto = new(CallbackCryptoTests.Token, CallbackCryptoTests.Key);

    [Fact]
    public async Task The_address_proves_itself_by_the_decrypted_echo_and_nothing_more()
    {
        await using var server = await FakeWeComServer.StartAsync();
        await using var bot = await WeComBot.StartAsync(WeComBot.Called(server));
        var echo = Crypto.Encrypt("1616140317555161061");
        Assert.Equal((200, "1616140317555161061"), await GetAsync(bot, Query(echo) + $"&echostr={Uri.EscapeDataString(echo)}"));
        Assert.Equal((404, ""), await GetAsync(bot, Query("another") + $"&echostr={Uri.EscapeDataString(echo)}"));
    }

    [Fact]
    public async Task A_message_is_taken_in_and_answered_once_at_its_address()
    {
        await using var server = await FakeWeComServer.StartAsync();
        await using var bot = await WeComBot.StartAsync(WeComBot.Called(server));
        Assert.Equal((200, ""), await PostAsync(bot, Message(server, "m1")));
        var said = Assert.Single(bot.Told);
        Assert.Equal(("hello robot", WeComBot.Chat), (said.Text, said.Place.ChatId));
        Assert.Equal(Outcome.Sent, (await bot.Channel.CarryAsync(Send("您好", "m1"), default)).Outcome);
        Assert.Equal("您好", Assert.Single(server.Posts).Text);
        // There is no second word without being spoken to: it waits.
        Assert.Equal(Outcome.Retry, (await bot.Channel.CarryAsync(Send("还有", "m1"), default)).Outcome);
        Assert.Empty(server.Violations);
    }

    [Fact]
    public async Task A_press_is_answered_with_the_changed_card_under_the_callbacks_own_nonce()
    {
        await using var server = await FakeWeComServer.StartAsync();
        await using var bot = await WeComBot.StartAsync(WeComBot.Called(server));
        var press = """
            {"msgid":"e1","aibotid":"aibTest01","chatid":"wrOgQhDgAAMYQiS5ol9G7gK9JVAAAA","chattype":"group","from":{"userid":"wen"},
             "msgtype":"event","event":{"eventtype":"template_card_event","event_key":"v31","task_id":"r7-ab"}}
            """;
        var answer = PostAsync(bot, press);
        await bot.NextAsync();
        var edit = Send("#31 已核实", null) with { Kind = OutboxKind.Edit, MessageId = "r7-ab" };
        Assert.Equal(Outcome.Sent, (await bot.Channel.CarryAsync(edit, default)).Outcome);
        var reply = JsonElement.Parse((await answer).Body);
        Assert.Equal(Nonce, reply.GetProperty("nonce").GetString());
        var encrypted = reply.GetProperty("encrypt").GetString()!;
        var stamp = $"{reply.GetProperty("timestamp").GetInt64()}";
        Assert.True(Crypto.IsSigned(reply.GetProperty("msgsignature").GetString()!, stamp, Nonce, encrypted));
        var body = JsonElement.Parse(Crypto.Decrypt(encrypted)!);
        Assert.Equal("update_template_card", body.GetProperty("response_type").GetString());
        Assert.Null(FakeRules.OfCard(body.GetProperty("template_card")));
    }

    [Fact]
    public async Task Whatever_is_wrong_gets_the_same_404_and_has_no_effect()
    {
        await using var server = await FakeWeComServer.StartAsync();
        await using var bot = await WeComBot.StartAsync(WeComBot.Called(server));
        var good = Crypto.Encrypt(Message(server, "m1"));
        var body = $$"""{"encrypt":"{{good}}"}""";
        var now = TimeProvider.System.GetUtcNow();
        List<(int, string)> answers =
        [
            await SendAsync(bot, "", body),
            await SendAsync(bot, Query("another"), body),
            await SendAsync(bot, Query(good).Replace("msg_signature", "signature", StringComparison.Ordinal), body),
            await SendAsync(bot, Query(good) + "&nonce=2", body),
            await SendAsync(bot, Query(good, now.AddMinutes(-6)), body),
            await SendAsync(bot, Query(good, now.AddMinutes(6)), body),
            await SendAsync(bot, Query(good), "not json"),
            await SendAsync(bot, Query(good), "[]"),
            await SendAsync(bot, Query("AAAA"), """{"encrypt":"AAAA"}"""),
            await SendAsync(bot, Query(good), $$"""{"encrypt":"{{good}}","x":"{{new string('x', 1024 * 1024)}}"}"""),
            await GetAsync(bot, Query(good)),
        ];
        Assert.All(answers, answer => Assert.Equal((404, ""), answer));
        Assert.Equal(0, bot.Intake.Handed);
        // A replay within the minutes is handed in, and known by its number.
        Assert.Equal((200, ""), await SendAsync(bot, Query(good), body));
        Assert.Equal((200, ""), await SendAsync(bot, Query(good), body));
        Assert.Single(bot.Told);
    }

    [Fact]
    public async Task An_old_address_that_refuses_gives_way_to_the_next_and_a_repeated_one_is_used_once()
    {
        var clock = new AgeingClock();
        await using var server = await FakeWeComServer.StartAsync();
        await using var bot = await WeComBot.StartAsync(WeComBot.Called(server), clock: clock);
        var addresses = Enumerable.Range(0, 3).Select(_ => $"{server.AddressFor(WeComBot.Chat)}").ToList();
        foreach (var address in addresses.Append(addresses[0]))
            bot.Ways.KeepAddress(WeComBot.Chat, address);
        var refusals = new Queue<int>([40058, 40058]);
        server.Answers = _ => (200, refusals.TryDequeue(out var code) ? code : 0);
        // In a fresh one it is the message that is wrong.
        Assert.Equal(Outcome.Failed, (await bot.Channel.CarryAsync(Send("您好", null), default)).Outcome);
        clock.Age = TimeSpan.FromMinutes(6);
        Assert.Equal(Outcome.Sent, (await bot.Channel.CarryAsync(Send("您好", null), default)).Outcome);
        Assert.Equal("您好", Assert.Single(server.Posts).Text);
        Assert.Equal(Outcome.Retry, (await bot.Channel.CarryAsync(Send("您好", null), default)).Outcome);
    }

    [Fact]
    public async Task What_was_not_stored_is_asked_for_again()
    {
        await using var server = await FakeWeComServer.StartAsync();
        await using var bot = await WeComBot.StartAsync(WeComBot.Called(server));
        bot.Intake.Fails = said => said.Kind == IncomingKind.Text && bot.Intake.Failures == 0;
        Assert.Equal((503, ""), await PostAsync(bot, Message(server, "m1")));
        Assert.Equal((200, ""), await PostAsync(bot, Message(server, "m1")));
        Assert.Single(bot.Told);
    }

    // Behind the question mark a back-step is no step.
    private static readonly string[] NearlyOurs =
    [
        .. AddressShapes
            .Of("qyapi.weixin.qq.com", "cgi-bin/aibot/response?response_code=x")
            .Cast<object[]>()
            .Select(row => (string)row[0])
            .Where(address => !address.EndsWith("=x%2e%2e/", StringComparison.Ordinal)),
    ];

    public static TheoryData<string> Elsewhere => [.. NearlyOurs];

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public void An_answer_goes_to_the_platforms_own_host_and_nowhere_else(string address) =>
        Assert.False(new WeComAddresses(null!, null!, new WeComSettings()).IsOurs(address, out _));

    [Fact]
    public async Task Whatever_address_a_callback_brings_nothing_goes_anywhere_but_to_the_platform()
    {
        await using var server = await FakeWeComServer.StartAsync();
        await using var bot = await WeComBot.StartAsync(WeComBot.Called(server));
        var own = $"{server.AddressFor(WeComBot.Chat)}";
        // Of the fake's own host and port, but another place of it.
        string[] near =
        [
            .. NearlyOurs,
            own.Replace("aibot/response", "webhook/send", StringComparison.Ordinal),
            own.Replace("//", "//x@", StringComparison.Ordinal),
            own + "#x",
        ];
        foreach (var address in near)
            Assert.Equal((200, ""), await PostAsync(bot, Message(address, $"m{bot.Told.Count}")));
        Assert.Equal(Outcome.Retry, (await bot.Channel.CarryAsync(Send("您好", "m0"), default)).Outcome);
        Assert.Equal(near.Length, bot.Told.Count);
        Assert.Empty(server.Heard);
    }

    [Fact]
    public async Task A_redirection_is_followed_nowhere()
    {
        await using var server = await FakeWeComServer.StartAsync();
        await using var other = await FakeWeComServer.StartAsync();
        await using var bot = await WeComBot.StartAsync(WeComBot.Called(server));
        Assert.Equal((200, ""), await PostAsync(bot, Message(server, "m1")));
        server.LeadsTo = other.AddressFor(WeComBot.Chat);
        Assert.NotEqual(Outcome.Sent, (await bot.Channel.CarryAsync(Send("您好", "m1"), default)).Outcome);
        Assert.Single(server.Heard);
        Assert.Empty(other.Heard);
    }

    [Fact]
    public void The_platforms_own_address_is_taken() =>
        Assert.True(
            new WeComAddresses(null!, null!, new WeComSettings()).IsOurs(
                "https://qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code=x",
                out _
            )
        );

    private static string Message(FakeWeComServer server, string id) => Message($"{server.AddressFor(WeComBot.Chat)}", id);

    private static string Message(string address, string id) =>
        $$$"""
            {"msgid":"{{{id}}}","aibotid":"aibTest01","chatid":"{{{WeComBot.Chat}}}","chattype":"group","from":{"userid":"wen"},
             "response_url":{{{JsonSerializer.Serialize(address)}}},"msgtype":"text","text":{"content":"@RobotA hello robot"}}
            """;

    private static Outgoing Send(string html, string? replyTo) =>
        new()
        {
            Kind = OutboxKind.Send,
            ChatId = WeComBot.Chat,
            Text = html,
            ReplyTo = replyTo,
            RowId = 7,
        };

    private static string Query(string encrypted, DateTimeOffset? at = null)
    {
        var stamp = $"{(at ?? TimeProvider.System.GetUtcNow()).ToUnixTimeSeconds()}";
        return $"?msg_signature={Crypto.Sign(stamp, Nonce, encrypted)}&timestamp={stamp}&nonce={Nonce}";
    }

    private static Task<(int Status, string Body)> PostAsync(WeComBot bot, string message)
    {
        var encrypted = Crypto.Encrypt(message);
        return SendAsync(bot, Query(encrypted), $$"""{"encrypt":"{{encrypted}}"}""");
    }

    private static async Task<(int Status, string Body)> SendAsync(WeComBot bot, string query, string body)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(new Uri(bot.Address, "/wecom" + query), content);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static async Task<(int Status, string Body)> GetAsync(WeComBot bot, string query)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var response = await client.GetAsync(new Uri(bot.Address, "/wecom" + query));
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>What was kept can become old at once.</summary>
    private sealed class AgeingClock : TimeProvider
    {
        public TimeSpan Age { get; set; }

        public override long GetTimestamp() => base.GetTimestamp() + (long)(Age.TotalSeconds * TimestampFrequency);
    }
}
