using System.Text.Json.Nodes;
using MutualAid.Bot.Channels.BotFramework;
using MutualAid.Bot.Engine;
using MutualAid.Bot.Verbs;
using MutualAid.Tests.Channels;
using MutualAid.Tests.Channels.BotFramework;
using MutualAid.Tests.Content;

namespace MutualAid.Tests.Talk;

/// <summary>The program before a Bot Framework that keeps its laws: a group chat of Teams in which the bot reads along.</summary>
internal sealed class TeamsStage : HostStage
{
    private readonly Dictionary<string, string> toasts = [];
    private readonly Dictionary<string, JsonObject> said = [];
    private static readonly TimeSpan LongUnderWay = TimeSpan.FromMinutes(20);

    private readonly FakeConversation group;
    private JsonObject? replayed;
    private int last;

    private TeamsStage(MovedClock clock, string folder, FakePlatform platform)
        : base(clock, folder)
    {
        Platform = platform;
        Talk = new FakeTalk(platform, clock);
        group = platform.Connector.Add("19:6f1c0000000000000000000000000001@thread.v2", "groupChat");
        foreach (var name in Cast.All)
        {
            group.Members[IdOf(name)] = (name, name == Cast.Wen ? "owner" : null);
            platform.Connector.Add(PrivateOf(name), "personal");
        }
    }

    public FakePlatform Platform { get; }

    public FakeTalk Talk { get; }

    public FakeConversation Chat => group;

    public override (string Channel, string ChatId) Place => ("botframework", ChatIds.Of("msteams", group.Id));

    protected override bool IsTakenIn => true;

    /// <param name="from">When the story begins; null: the cast is there already.</param>
    /// <param name="faster">Pauses and patience take so small a part of their time.</param>
    public static async Task<TeamsStage> StartAsync(DateTimeOffset? from = null, int faster = 1)
    {
        var clock = new MovedClock(from ?? At("2026-11-22 10:00"), faster);
        var platform = await FakePlatform.StartAsync(clock);
        var stage = new TeamsStage(clock, Directory.CreateTempSubdirectory("talk-").FullName, platform);
        await stage.StartHostAsync(platform.Settings());
        platform.Bot = stage.Address;
        // On a busy machine the keys may come late the first time.
        while ((await platform.DeliverAsync(stage.Talk.Activity("typing", IdOf(Cast.Wen), null, stage.group))).Status == 503)
            clock.Move(TimeSpan.FromSeconds(11));
        if (from is not null)
            return stage;
        await Setup.OpenAsync(stage, who => ChatIds.Of("msteams", PrivateOf(who)), who => ChatIds.Of("msteams", IdOf(who)));
        await stage.DeliverAsync(stage.Talk.Update(IdOf(Cast.Wen), stage.group, [FakeConnector.BotId], []));
        foreach (var who in Cast.All)
            await stage.DeliverAsync(stage.Talk.Update(IdOf(who), stage.PlaceOf(who), [FakeConnector.BotId], []));
        await stage.SettleAsync();
        return stage;
    }

    public static string IdOf(string who) => $"29:1{Array.IndexOf(Cast.All, who):00}aK9mYhSZ3egG5Ve2UaOoEjrOppWz";

    /// <summary>What becomes of the next activity on its way.</summary>
    public Func<Arrival> ArrivalOfNext { get; set; } = () => Arrival.Good;

    /// <summary>Hands in what happened; the platform is content with 200 alone.</summary>
    public async Task<string> DeliverAsync(JsonObject activity)
    {
        var (arrival, earlier) = (ArrivalOfNext(), replayed);
        replayed = arrival == Arrival.Replayed ? activity : null;
        if (arrival == Arrival.Late)
            Clock.Move(LongUnderWay);
        if (arrival == Arrival.Lost)
            await Platform.BreakOffAsync(activity);
        if (arrival == Arrival.Unheard)
            await HandInAsync(activity);
        var twin = arrival == Arrival.Twice ? HandInAsync(activity.DeepClone().AsObject()) : null;
        var answer = await HandInAsync(activity);
        if (twin is not null)
            await twin;
        if (earlier is not null)
            await HandInAsync(earlier);
        return answer;
    }

    private async Task<string> HandInAsync(JsonObject activity)
    {
        var (status, body) = await Platform.DeliverAsync(activity);
        Assert.Equal(200, status);
        return body;
    }

    /// <summary>A line of a transcript, said in Teams at its time.</summary>
    public Task PlayAsync(TranscriptLine line) => PlayAsync(line, SayAsync);

    private async Task SayAsync(Incoming words)
    {
        var (name, user) = (words.From.Name, $"29:1{words.From.ExternalId}");
        var own = await OpenedAsync($"a:1{words.From.ExternalId}", "personal", user);
        var place = words.Place.IsPrivate ? own : await OpenedAsync($"19:{words.Place.ChatId}@thread.v2", "groupChat", user);
        if (!words.Place.IsPrivate)
            place.Members[user] = (name, words.From.IsAdmin == true ? "owner" : null);
        var called = words.ToBot && !words.Place.IsPrivate ? $"@{FakeTalk.BotName} " : "";
        await DeliverAsync(Talk.Message(user, name, place, called + words.Text));
    }

    /// <summary>Whom the bot meets for the first time has brought it in.</summary>
    private async Task<FakeConversation> OpenedAsync(string id, string type, string user)
    {
        if (Platform.Connector.Conversations.TryGetValue(id, out var place))
            return place;
        place = Platform.Connector.Add(id, type);
        await DeliverAsync(Talk.Update(user, place, [FakeConnector.BotId], []));
        await SettleAsync();
        return place;
    }

    public override Task<IReadOnlyList<Shown>> LookAsync()
    {
        Assert.Empty(Platform.Connector.Complaints);
        IReadOnlyList<Shown> posts =
        [
            .. Platform.Connector.Posts.Select(post => new Shown(NameOf(post.Chat), post.Id, FakeReader.Text(post.Activity))
            {
                Buttons = [.. FakeReader.Buttons(post.Activity)],
                ReplyTo = post.ReplyTo,
            }),
        ];
        return Task.FromResult(posts);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Platform.DisposeAsync();
    }

    protected override async Task<string> SayAsync(string who, string text, string? replyTo, string? photo)
    {
        var message = Talk.Message(IdOf(who), who, group, text);
        if (replyTo is not null)
            FakeTalk.Quoting(message, replyTo, said.ContainsKey(replyTo) ? null : FakeConnector.BotId);
        if (photo is not null)
            FakeTalk.Showing(message, Platform.Upload(Pictures.Png(640, 480)));
        return await SayAsync(message);
    }

    protected override Task<string> WhisperAsync(string who, string text) => SayAsync(Talk.Message(IdOf(who), who, PlaceOf(who), text));

    protected override async Task EditAsync(string who, string said, string text)
    {
        var edit = FakeTalk.Worded(this.said[said].DeepClone().AsObject(), text);
        edit["type"] = "messageUpdate";
        edit["timestamp"] = Talk.Activity("message", IdOf(who), who, group)["timestamp"]!.DeepClone();
        await DeliverAsync(edit);
    }

    protected override async Task<string> PressAsync(string who, Shown on, string data)
    {
        var place = on.Chat == Group ? group : PlaceOf(on.Chat);
        var answer = JsonNode.Parse(await DeliverAsync(Talk.Press(IdOf(who), who, place, on.Id, data)))!;
        Assert.Equal(200, (int?)answer["statusCode"]);
        var press = $"press-{last++}";
        toasts[press] = (string)answer["value"]!;
        return press;
    }

    // The mark that stands for no words.
    protected override Task<string?> ToastAsync(string who, string press) => Task.FromResult(toasts[press] is "✓" ? null : toasts[press]);

    private async Task<string> SayAsync(JsonObject message)
    {
        var id = (string)message["id"]!;
        said[id] = message;
        await DeliverAsync(message);
        return id;
    }

    private FakeConversation PlaceOf(string who) => Platform.Connector.Conversations[PrivateOf(who)];

    private static string PrivateOf(string who) => $"a:1{Array.IndexOf(Cast.All, who):00}p0iicaJlVi-_KIYKDDvLi4c2pMZMc8B0";

    private string NameOf(string chat) => chat == group.Id ? Group : Cast.All.First(who => PrivateOf(who) == chat);
}
