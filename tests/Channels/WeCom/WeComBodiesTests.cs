using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MutualAid.Bot.Channels.WeCom;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Channels.FakeWeCom;
using MutualAid.Tests.Channels.Telegram;
using MutualAid.Tests.Content;

namespace MutualAid.Tests.Channels.WeCom;

/// <summary>What goes over the wire, kind by kind, as it is recorded and as the published pages know it.</summary>
public sealed partial class WeComBodiesTests
{
    private const string Chat = WeComBot.Chat;

    private static readonly Uri Cover = new($"{KeptPhotoFolder.Public}/pictures/{new string('a', 32)}.png");

    private static string File => Path.Combine(AppContext.BaseDirectory, "Data", "wecom-sent.jsonl");

    /// <summary>To record them anew: RECORD_PAYLOADS=tests/Data/wecom-sent.jsonl dotnet test …</summary>
    [Fact]
    public async Task The_bodies_that_are_sent_are_those_recorded()
    {
        List<string> lines = [.. await OverTheLineAsync(), .. await OverHttpAsync()];
        if (Environment.GetEnvironmentVariable("RECORD_PAYLOADS") is { Length: > 0 } file)
            await System.IO.File.WriteAllLinesAsync(file, lines);
        Assert.Equal(await System.IO.File.ReadAllLinesAsync(File), lines);
    }

    [Fact]
    public void The_recorded_bodies_have_the_published_fields_and_no_other()
    {
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in System.IO.File.ReadLines(File).Select(line => JsonElement.Parse(line)))
        {
            var (kind, body) = (line.GetProperty("kind").GetString()!, line.GetProperty("body"));
            kinds.Add(kind);
            Assert.Null(
                kind == "ping"
                    ? FakeFields.Fault(body, "frame")
                    : FakeFields.Fault(body.TryGetProperty("body", out var inner) ? inner : body, kind)
            );
        }

        Assert.Equal(
            [
                "aibot_respond_msg",
                "aibot_respond_update_msg",
                "aibot_respond_welcome_msg",
                "aibot_send_msg",
                "aibot_subscribe",
                "aibot_upload_media_chunk",
                "aibot_upload_media_finish",
                "aibot_upload_media_init",
                "ping",
                "reply",
                "response_url",
                "webhook",
            ],
            kinds.Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("""{"msgtype":"markdown","markdown":{"content":"x"},"mood":"glad"}""", "webhook has no mood")]
    [InlineData("""{"msgtype":"markdown","markdown":{"content":"x","colour":1}}""", "markdown has no colour")]
    [InlineData("""{"msgtype":"markdown","markdown":"x"}""", "markdown is a String")]
    [InlineData("""{"msgtype":7,"markdown":{"content":"x"}}""", "msgtype is a Number")]
    [InlineData("""{"msgtype":"image","image":{"media_id":"x"}}""", "image has no media_id")]
    public void What_nobody_published_is_refused(string body, string fault) =>
        Assert.Equal(fault, FakeFields.Fault(JsonElement.Parse(body), "webhook"));

    private static async Task<List<string>> OverTheLineAsync()
    {
        await using var server = await FakeWeComServer.StartAsync();
        await using var bot = await WeComBot.StartAsync(WeComBot.Connected(server) with { PingEvery = TimeSpan.FromMilliseconds(50) });
        server.ForEvent = bot.Ways.ForPress = TimeSpan.FromMinutes(2);
        await Until.TrueAsync(() => bot.Self.Trouble is null);
        server.Says("wen", Chat, "帮助");
        var said = await bot.NextAsync();
        await bot.Channel.CarryAsync(Send("<b>您好</b>，这是 <code>帮助</code> 🙂", said.MessageId), default);
        server.Says("wen", Chat, "需求 口罩 100个");
        var asked = await bot.NextAsync(2);
        var sent = await bot.Channel.CarryAsync(Card("#31 口罩 100个\n待核实", asked.MessageId), default);
        server.Presses("wen", server.Posts[^1], "v31");
        await bot.NextAsync(3);
        await bot.Channel.CarryAsync(
            Card("#31 口罩 100个\n已核实", null) with
            {
                Kind = OutboxKind.Edit,
                MessageId = sent.MessageId,
            },
            default
        );
        server.Presses("wen", server.Posts[^1], "v31");
        await bot.NextAsync(4);
        await bot.Channel.CarryAsync(
            Send("#31 口罩 100个\n已撤销", null) with
            {
                Kind = OutboxKind.Edit,
                MessageId = sent.MessageId,
            },
            default
        );
        server.Enters("wen");
        var came = await bot.NextAsync(5);
        await bot.Channel.CarryAsync(Send("您好", came.MessageId) with { ChatId = "@wen" }, default);
        await bot.Channel.CarryAsync(Send("早上好", null), default);
        server.Says("wen", null, "x");
        await bot.NextAsync(6);
        await bot.Channel.CarryAsync(Card("#31 送到哪里", null) with { ChatId = "@wen" }, default);
        bot.Photos.Covers[Cover] = Pictures.Png(2, 2);
        await bot.Channel.CarryAsync(Send("洗手七步", null) with { Picture = Cover }, default);
        await Until.TrueAsync(() => server.Heard.Exists(IsPing));
        Assert.Empty(server.Violations);
        return
        [
            .. server
                .Heard.Where(frame => !IsPing(frame))
                .Append(server.Heard.Find(IsPing)!)
                .Select(frame => Line((string)JsonNode.Parse(frame)!["cmd"]!, frame)),
        ];
    }

    private static async Task<List<string>> OverHttpAsync()
    {
        await using var server = await FakeWeComServer.StartAsync();
        var robots = new Dictionary<string, string> { ["杏花台通知"] = FakeWeComServer.RobotKey };
        await using (var robot = await WeComBot.StartAsync(WeComBot.Usual(server) with { Robots = robots }))
            await robot.Channel.CarryAsync(Send("<b>今晚8点</b>开课", null) with { ChatId = "杏花台通知" }, default);
        await using var bot = await WeComBot.StartAsync(WeComBot.Called(server));
        bot.Ways.KeepAddress(Chat, $"{server.AddressFor(Chat)}");
        bot.Ways.KeepAddress(Chat, $"{server.AddressFor(Chat)}");
        await bot.Channel.CarryAsync(Send("您好", null), default);
        await bot.Channel.CarryAsync(Card("#31 口罩 100个", null), default);
        var open = new TaskCompletionSource<string>();
        bot.Ways.Keep("r7-ab", new Way("", WayKind.Press) { Open = open, TaskId = "r7-ab" });
        await bot.Channel.CarryAsync(Card("#31 已核实", null) with { Kind = OutboxKind.Edit, MessageId = "r7-ab" }, default);
        Assert.Empty(server.Violations);
        return
        [
            Line("webhook", server.Heard[0]),
            Line("response_url", server.Heard[1]),
            Line("response_url", server.Heard[2]),
            Line("reply", await open.Task),
        ];
    }

    // Numbers of one's own differ from run to run.
    private static string Line(string kind, string body) => $$"""{"kind":"{{kind}}","body":{{Own().Replace(body, "(own)")}}}""";

    private static bool IsPing(string frame) => frame.Contains("\"ping\"", StringComparison.Ordinal);

    private static Outgoing Send(string html, string? replyTo) =>
        new()
        {
            Kind = OutboxKind.Send,
            ChatId = Chat,
            Text = html,
            ReplyTo = replyTo,
            RowId = 7,
        };

    private static Outgoing Card(string html, string? replyTo) =>
        Send(html, replyTo) with
        {
            Buttons =
            [
                [new Button("核实", "v31"), new Button("认领", "c31")],
                [new Button("打开", null, "https://help.example/31")],
            ],
        };

    [GeneratedRegex("(?<=\")[0-9a-f]{32}(?=\")|(?<=\"r7-)[0-9a-f]{8}(?=\")")]
    private static partial Regex Own();
}
