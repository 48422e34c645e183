using System.Text.Json.Nodes;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Channels.Telegram;

namespace MutualAid.Tests.Channels.BotFramework;

public class HookTests(OneBot one) : IClassFixture<OneBot>
{
    private BotFrameworkBot Bot => one.Bot;

    [Theory]
    [InlineData("not json", 400)]
    [InlineData("[]", 400)]
    [InlineData("null", 400)]
    [InlineData("\"message\"", 400)]
    [InlineData("""{"type":7}""", 400)]
    [InlineData("{}", 401)]
    public async Task What_is_no_activity_is_refused(string body, int status)
    {
        var before = Bot.Intake.Handed;
        Assert.Equal(status, (await Bot.Platform.PostAsync(body, Good())).Status);
        Assert.Equal(before, Bot.Intake.Handed);
    }

    [Fact]
    public async Task A_body_of_a_megabyte_is_refused_and_a_stranger_does_not_even_get_it_read()
    {
        var large = new string('x', 1024 * 1024);
        Assert.Equal(413, (await Bot.Platform.PostAsync($$"""{"type":"message","text":"{{large}}"}""", Good())).Status);
        Assert.Equal(401, (await Bot.Platform.PostAsync(large)).Status);
    }

    [Fact]
    public async Task A_message_comes_in_once_however_often_it_is_delivered()
    {
        var before = Bot.Intake.Stored.Count;
        var said = Message("@小助手 需求 口罩 100个");
        for (var time = 0; time < 5; time++)
            Assert.Equal(200, (await Bot.Platform.DeliverAsync(said)).Status);
        Assert.Equal(before + 1, Bot.Intake.Stored.Count);
    }

    [Fact]
    public async Task What_could_not_be_stored_is_not_acknowledged()
    {
        Bot.Intake.Fails = _ => true;
        var said = Message("需求 口罩 100个");
        Assert.Equal(503, (await Bot.Platform.DeliverAsync(said)).Status);
        Bot.Intake.Fails = _ => false;
        Assert.Equal(200, (await Bot.Platform.DeliverAsync(said)).Status);
        Assert.Equal("需求 口罩 100个", Bot.Intake.Stored[^1].Text);
    }

    [Fact]
    public async Task What_is_older_than_a_day_is_a_replay()
    {
        var before = Bot.Intake.Handed;
        var said = Message("需求 口罩 100个");
        said["timestamp"] = "2020-02-05T02:00:00.000Z";
        Assert.Equal(200, (await Bot.Platform.DeliverAsync(said)).Status);
        Assert.Equal(before, Bot.Intake.Handed);
    }

    [Fact]
    public async Task What_asks_for_another_way_of_answering_is_told_that_there_is_none()
    {
        var waits = Message("需求 口罩 100个");
        waits["deliveryMode"] = "expectReplies";
        Assert.Equal(501, (await Bot.Platform.DeliverAsync(waits)).Status);
        var unknown = Bot.Talk.Press("29:1ana", "Ana", Bot.Chat, "17", "token");
        unknown["name"] = "composeExtension/query";
        Assert.Equal(501, (await Bot.Platform.DeliverAsync(unknown)).Status);
    }

    [Fact]
    public async Task What_is_nothing_for_the_bot_is_acknowledged_and_passed_over()
    {
        var before = Bot.Intake.Handed;
        foreach (var type in new[] { "typing", "messageReaction", "messageDelete", "event", "endOfConversation", "somethingNew" })
            Assert.Equal(200, (await Bot.Platform.DeliverAsync(Bot.Talk.Activity(type, "29:1ana", "Ana", Bot.Chat))).Status);
        var sticker = Bot.Talk.Activity("message", "29:1ana", "Ana", Bot.Chat);
        sticker["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "application/vnd.sticker" });
        Assert.Equal(200, (await Bot.Platform.DeliverAsync(sticker)).Status);
        var own = Bot.Talk.Message(FakeConnector.BotId, "小助手", Bot.Chat, "需求 口罩 100个");
        Assert.Equal(200, (await Bot.Platform.DeliverAsync(own)).Status);
        Assert.Equal(200, (await Bot.Platform.DeliverAsync(Bot.Talk.Update("29:1ana", Bot.Chat, [], []))).Status);
        Assert.Equal(before, Bot.Intake.Handed);
    }

    [Fact]
    public async Task A_press_is_answered_with_its_toast_and_without_one_with_a_mark()
    {
        var silent = Bot.Talk.Press("29:1ana", "Ana", Bot.Chat, "17", "token");
        var answer = JsonNode.Parse((await Bot.Platform.DeliverAsync(silent)).Body)!;
        Assert.Equal("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"✓"}""", Plain(answer));

        var press = Bot.Talk.Press("29:1ana", "Ana", Bot.Chat, "17", "token");
        Bot.Intake.Fails = Answers;
        Assert.Equal("已签过了", (string?)JsonNode.Parse((await Bot.Platform.DeliverAsync(press)).Body)!["value"]);
        Bot.Intake.Fails = _ => false;
        Assert.Equal("17", Bot.Intake.Stored[^1].MessageId);
        Assert.Equal("token", Bot.Intake.Stored[^1].Button);
    }

    [Fact]
    public async Task Who_waits_longer_sees_that_the_bot_is_at_it()
    {
        var typing = Bot.Platform.Connector.Typing;
        Bot.Intake.Fails = _ => HoldsUp(typing);
        Assert.Equal(200, (await Bot.Platform.DeliverAsync(Message("@小助手 统计"))).Status);
        Bot.Intake.Fails = _ => false;
        Assert.Equal([Bot.Chat.Id], typing);
    }

    [Fact]
    public async Task Who_is_an_owner_of_the_team_organises_and_nobody_is_demoted_by_the_roster()
    {
        await Bot.Platform.DeliverAsync(Message("需求 口罩 100个"));
        Assert.True(Bot.Intake.Stored[^1].From.IsAdmin);
        Bot.Chat.Members["29:1bao"] = ("Bao", null);
        await Bot.Platform.DeliverAsync(Bot.Talk.Message("29:1bao", "", Bot.Chat, "需求 口罩 100个"));
        Assert.Null(Bot.Intake.Stored[^1].From.IsAdmin);
        Assert.Equal("Bao", Bot.Intake.Stored[^1].From.Name);
    }

    [Fact]
    public async Task Keys_are_fetched_anew_for_an_unknown_one_but_not_for_each()
    {
        var clock = new MovedClock(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero));
        await using var bot = await BotFrameworkBot.StartAsync(clock);
        Assert.Equal(200, await DeliverAsync(bot, FakeKeys.Usual));
        bot.Platform.Keys.Publish("later", "msteams");
        for (var guess = 0; guess < 20; guess++)
            Assert.Equal(401, await DeliverAsync(bot, guess == 0 ? "later" : $"guess-{guess}"));
        Assert.Equal(1, bot.Platform.MetadataReads);
        clock.Move(TimeSpan.FromMinutes(6));
        Assert.Equal(200, await DeliverAsync(bot, "later"));
        Assert.Equal(2, bot.Platform.MetadataReads);
    }

    [Fact]
    public async Task Without_the_keys_nobody_is_refused_for_good()
    {
        var clock = new MovedClock(new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero));
        await using var bot = await BotFrameworkBot.StartAsync(clock);
        bot.Platform.Fault = request => request.Target.Contains(".well-known", StringComparison.Ordinal) ? new FakeFault(500) : null;
        Assert.Equal(503, await DeliverAsync(bot, FakeKeys.Usual));
        bot.Platform.Fault = _ => null;
        clock.Move(TimeSpan.FromSeconds(11));
        Assert.Equal(200, await DeliverAsync(bot, FakeKeys.Usual));
    }

    // The collecting intake asks this while it holds the message: it stands for a slow turn.
    private static bool HoldsUp(List<string> typing)
    {
        Until.TrueAsync(() => typing.Count > 0).GetAwaiter().GetResult();
        return false;
    }

    // It stands for a courier that carries the toast while the request is open.
    private bool Answers(Incoming incoming)
    {
        var toast = new Outgoing
        {
            Kind = OutboxKind.Answer,
            ChatId = incoming.Place.ChatId,
            CallbackId = incoming.CallbackId,
            Text = "已签过了",
        };
        Assert.Equal(Outcome.Sent, Bot.Sends.CarryAsync(toast, CancellationToken.None).GetAwaiter().GetResult().Outcome);
        return false;
    }

    private static async Task<int> DeliverAsync(BotFrameworkBot bot, string kid)
    {
        var said = bot.Talk.Message("29:1ana", "Ana", bot.Private, "需求 口罩 100个");
        return (await bot.Platform.DeliverAsync(said, $"Bearer {FakeKeys.Sign(bot.Platform.Claims(), kid)}")).Status;
    }

    private JsonObject Message(string text) => Bot.Talk.Message("29:1ana", "Ana", Bot.Chat, text);

    private string Good() => $"Bearer {FakeKeys.Sign(Bot.Platform.Claims())}";

    private static string Plain(JsonNode node) =>
        node.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
