using System.Text.Json;
using MutualAid.Bot.Channels.WeCom;
using MutualAid.Bot.Channels.WeCom.Api;
using MutualAid.Bot.Engine;
using MutualAid.Tests.Channels.FakeWeCom;
using MutualAid.Tests.Channels.Telegram;

namespace MutualAid.Tests.Channels.WeCom;

/// <summary>Recorded bodies, in the shapes of the documents, and what the bot makes of them.</summary>
public sealed class WeComReadingTests
{
    private static readonly DateTime Now = new(2026, 11, 22, 2, 0, 0, DateTimeKind.Utc);

    public static TheoryData<string> Recorded =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "wecom-callbacks.jsonl"))];

    [Theory]
    [MemberData(nameof(Recorded))]
    public void Each_recorded_body_reads_as_noted_beside_it(string line)
    {
        var record = JsonElement.Parse(line);
        var said = record.GetProperty("body").Deserialize(WeComJson.Wire.Callback)!;
        var read = WeComReading.Read(said, new WeComSettings { Organisers = new HashSet<string> { "wenjingyi" } }, Now);
        Assert.Equal(record.GetProperty("reads").GetString(), read is null ? "nothing" : Short(read));
    }

    [Fact]
    public async Task Odd_and_huge_frames_are_passed_over_and_the_line_goes_on()
    {
        await using var server = await FakeWeComServer.StartAsync();
        await using var bot = await WeComBot.StartAsync(WeComBot.Connected(server));
        await Until.TrueAsync(() => bot.Self.Trouble is null);
        string[] odd =
        [
            "not json",
            "[]",
            "\"text\"",
            "null",
            "{}",
            """{"cmd":"aibot_msg_callback"}""",
            """{"cmd":"aibot_msg_callback","headers":{"req_id":"r"},"body":"text"}""",
            """{"cmd":"aibot_msg_callback","headers":{"req_id":"r"},"body":{"msgid":1}}""",
            """{"cmd":"aibot_msg_callback","headers":{"req_id":"r"},"body":{"msgid":"s1","chattype":"single","from":{"userid":"a"},"msgtype":"sticker"}}""",
            """{"cmd":"aibot_msg_callback","headers":{"req_id":"r"},"body":{"msgid":"s2","chattype":"group","from":{"userid":"a"},"msgtype":"text","text":{"content":"x"}}}""",
            """{"cmd":"unheard_of","headers":{"req_id":"r"},"body":{}}""",
            """{"headers":{"req_id":"nobody asked"},"errcode":0}""",
            $$$"""{"cmd":"aibot_msg_callback","headers":{"req_id":"r"},"body":{"msgid":"big","x":"{{{new string('x', 1 << 20)}}}"}}""",
        ];
        foreach (var frame in odd)
            await server.GiveRawAsync(frame);
        server.Says("wen", null, "控制\u0001字符");
        Assert.Equal("控制 字符", (await bot.NextAsync()).Text.Replace("\\u0001", " ", StringComparison.Ordinal).Replace('\u0001', ' '));
        Assert.Equal(1, server.Subscribed);
        Assert.Equal(1, bot.Intake.Handed);
    }

    [Theory]
    [InlineData("<b>急</b>：<code>认领 3</code>", "**急**：`认领 3`")]
    [InlineData("a &lt;@all&gt; b *c* `d`", "a ＜@all＞ b ＊c＊ ＇d＇")]
    [InlineData("[点我](https://evil.example)", "[点我] (https://evil.example)")]
    [InlineData("<a href=\"https://x.example/?a=1&amp;b=2\">看</a>", "[看](https://x.example/?a=1&b=2)")]
    [InlineData("<a href=\"wecom:wen\">温静宜</a>来了", "温静宜来了")]
    public void People_cannot_write_marks(string html, string markdown) => Assert.Equal(markdown, WeComMarkdown.Of(html, calls: false));

    [Fact]
    public void A_group_robot_calls_people() =>
        Assert.Equal("<@wen>来了", WeComMarkdown.Of("<a href=\"wecom:wen\">温静宜</a>来了", calls: true));

    private static string Short(Incoming it) =>
        $"{it.Kind} {it.Place.ChatId} {it.From.ExternalId}{(it.From.IsAdmin == true ? "*" : "")}: {it.Text}{it.Button}"
        + (it.Quoted is null ? "" : $" > {it.Quoted}")
        + (it.File is null ? "" : " +photo");
}
