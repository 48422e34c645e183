using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Verbs;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Channels.BotFramework;

/// <summary>What only Teams has: threads, older clients, and the bodies that go over its wire.</summary>
public partial class TeamsTalkTests
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task In_a_channel_a_question_is_answered_in_its_thread_and_a_card_changes_where_it_stands()
    {
        await using var bot = await TeamsStage.StartAsync();
        var channel = bot.Platform.Connector.Add("19:b2c30000000000000000000000000002@thread.tacv2", "channel");
        await SayAsync("1700000000001", Cast.Guo, "@小助手 缺口罩");
        var question = Assert.Single(Posts());
        Assert.Equal(("1700000000001", "口罩要多少？"), (question.Thread, FakeReader.Text(question.Activity)));

        // Another thread is another place: this is no answer there.
        await SayAsync("1700000000002", Cast.Guo, "二百个");
        await SayAsync("1700000000001", Cast.Guo, "二百个");
        var card = Posts().Single(post => FakeReader.Text(post.Activity).StartsWith("#1 口罩 200个", StringComparison.Ordinal));
        Assert.Equal("1700000000001", card.Thread);

        await SayAsync("1700000000003", Cast.Duan, "@小助手 认领 1");
        var changed = Posts().Single(post => post.Id == card.Id);
        Assert.Contains("段丽华 200", FakeReader.Text(changed.Activity), StringComparison.Ordinal);
        Assert.Empty(bot.Platform.Connector.Complaints);

        async Task SayAsync(string thread, string who, string text)
        {
            bot.Clock.Move(TimeSpan.FromSeconds(4));
            await bot.DeliverAsync(bot.Talk.Message(TeamsStage.IdOf(who), who, channel, text, thread));
            await bot.SettledAsync();
        }

        List<FakePost> Posts() => [.. bot.Platform.Connector.Posts.Where(post => post.Chat == channel.Id)];
    }

    [Fact]
    public async Task Where_a_press_cannot_be_answered_a_refusal_is_said()
    {
        await using var bot = await TeamsStage.StartAsync();
        var card = (await bot.Says(Cast.Shao, "需求 口罩 100个")).Post;
        await SubmitAsync(Cast.Duan, card.Button("核实").Data!);
        Assert.Contains("这个要管理员来办。", (await bot.LookAsync()).Select(post => post.Text));
        await SubmitAsync(Cast.Wen, card.Button("核实").Data!);
        Assert.Contains("已核实", (await bot.CardAsync(1)).Text, StringComparison.Ordinal);
        await SubmitAsync(Cast.Wen, card.Button("核实").Data![..^1] + "x");
        Assert.Contains("这个按钮已过期，重新打开", (await bot.LookAsync()).Select(post => post.Text));

        async Task SubmitAsync(string who, string data)
        {
            bot.Clock.Move(TimeSpan.FromSeconds(4));
            await bot.DeliverAsync(bot.Talk.Submit(TeamsStage.IdOf(who), who, bot.Chat, card.Id, data));
            await bot.SettledAsync();
        }
    }

    [Fact]
    public async Task Removed_it_is_silent_and_brought_back_it_goes_on()
    {
        await using var bot = await TeamsStage.StartAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        bot.Chat.HasBot = false;
        await bot.DeliverAsync(bot.Talk.Update(TeamsStage.IdOf(Cast.Wen), bot.Chat, [], [FakeConnector.BotId]));
        Assert.NotNull(await bot.Look(db => db.Groups.Select(it => it.InactiveAt).SingleAsync()));
        var before = InGroup();
        await bot.Until("2026-11-25 12:00");
        Assert.Equal(before, InGroup());
        bot.Chat.HasBot = true;
        await bot.DeliverAsync(bot.Talk.Update(TeamsStage.IdOf(Cast.Wen), bot.Chat, [FakeConnector.BotId], []));
        Assert.StartsWith("#2 口罩", (await bot.Says(Cast.Shao, "需求 口罩 50个")).Post.Text, StringComparison.Ordinal);

        int InGroup() =>
            bot.Platform.ToConnector.Count(it =>
                it.Method != "GET" && it.Target.Contains(Uri.EscapeDataString(bot.Chat.Id), StringComparison.Ordinal)
            );
    }

    [Fact]
    public async Task In_private_a_press_that_nothing_else_tells_of_is_answered_by_a_line()
    {
        await using var bot = await TeamsStage.StartAsync();
        await bot.Whispers(Cast.Shao, "/join 杏花台社区");
        var near = Assert.Single((await bot.Whispers(Cast.Duan, "/join 杏花苔社区")).In(Cast.Duan));
        var place = bot.Platform.Connector.Conversations[bot.Platform.Connector.Posts.Single(post => post.Id == near.Id).Chat];
        await bot.DeliverAsync(bot.Talk.Submit(TeamsStage.IdOf(Cast.Duan), Cast.Duan, place, near.Id, near.Buttons[0].Data!));
        await bot.SettledAsync();
        var heard = (await bot.LookAsync()).Where(post => post.Chat == Cast.Duan).Select(post => post.Text).ToList();
        Assert.Contains("杏花台社区", heard[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(near.Text, heard);
    }

    /// <summary>To record them anew: RECORD_PAYLOADS=tests/Data/botframework/conversation.jsonl dotnet test …</summary>
    [Fact]
    public async Task The_bodies_both_ways_are_those_recorded()
    {
        var at = Stage.At("2026-11-22 10:00");
        await using var bot = await TeamsStage.StartAsync(at);
        await SayAsync("u1", Cast.Wen, "/help", toBot: true, admin: true);
        await SayAsync("u2", Cast.Shao, "需求 N95口罩100个 杏花台社区", toBot: true);
        await SayAsync("u3", Cast.Gong, "认领 1 500", toBot: true);
        var card = bot.Platform.Connector.Posts.Single(post =>
            FakeReader.Text(post.Activity).StartsWith("#1 N95", StringComparison.Ordinal)
        );
        var chat = bot.Platform.Connector.Conversations[card.Chat];
        bot.Clock.Move(TimeSpan.FromMinutes(1));
        var press = FakeReader.Buttons(card.Activity).First(button => button.Label == "核实").Data!;
        await bot.DeliverAsync(bot.Talk.Press("29:1u1", Cast.Wen, chat, card.Id, press));
        await bot.SettledAsync();

        var lines = Recorded(bot.Platform);
        if (Environment.GetEnvironmentVariable("RECORD_PAYLOADS") is { Length: > 0 } file)
            await File.WriteAllLinesAsync(file, lines);
        Assert.Equal(
            await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Data", "botframework", "conversation.jsonl")),
            lines
        );

        async Task SayAsync(string id, string name, string text, bool toBot, bool admin = false)
        {
            at = at.AddMinutes(1);
            var from = new
            {
                id,
                name,
                admin,
            };
            var line = JsonSerializer.Serialize(
                new
                {
                    at,
                    chat = "g1",
                    from,
                    text,
                    toBot,
                },
                Readable
            );
            var file = Path.Combine(bot.Folder, "line.jsonl");
            await File.WriteAllTextAsync(file, line);
            await bot.PlayAsync(TranscriptLine.Read(file).Single());
        }
    }

    // Ports, seals and the platform's own numbers differ from run to run.
    private static List<string> Recorded(FakePlatform platform)
    {
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        return
        [
            .. platform.Exchanges.Where(it => it.Request.Method != "GET" && (string?)it.Request.Body?["type"] != "typing").Select(Line),
        ];

        string Line(FakeExchange it)
        {
            var line = new JsonObject
            {
                ["method"] = it.Request.Method,
                ["target"] = it.Request.Target,
                ["body"] = it.Request.Body,
                ["status"] = it.Status,
                ["answer"] = it.Answer.Length == 0 ? null : JsonNode.Parse(it.Answer),
            };
            var text = line.ToJsonString(Readable).Replace(platform.Host, "connector.example", StringComparison.Ordinal);
            text = Seal().Replace(text, "\"press\":\"(sealed)\"");
            text = Time().Replace(text, "\"timestamp\":\"(time)\"");
            return Number()
                .Replace(
                    text,
                    number => numbers.TryGetValue(number.Value, out var known) ? known : numbers[number.Value] = $"id-{numbers.Count + 1}"
                );
        }
    }

    [GeneratedRegex("\"press\":\"[^\"]+\"")]
    private static partial Regex Seal();

    [GeneratedRegex("\"timestamp\":\"[^\"]+\"")]
    private static partial Regex Time();

    [GeneratedRegex("17[0-9]{11}")]
    private static partial Regex Number();
}
