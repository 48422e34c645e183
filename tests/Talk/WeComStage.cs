using MutualAid.Bot.Channels.WeCom;
using MutualAid.Bot.Engine;
using MutualAid.Bot.Verbs;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Channels;
using MutualAid.Tests.Channels.FakeWeCom;
using MutualAid.Tests.Channels.WeCom;

namespace MutualAid.Tests.Talk;

/// <summary>The program as a group assistant before a WeCom that keeps its laws. All that reaches it is said to it by name.</summary>
internal sealed class WeComStage : HostStage
{
    public const string Chat = "wrOgQhDgAAMYQiS5ol9G7gK9JVAAAA";

    private int taken;
    private bool isCalled;

    private WeComStage(MovedClock clock, string folder, FakeWeComServer server)
        : base(clock, folder) => Server = server;

    public FakeWeComServer Server { get; }

    public override (string Channel, string ChatId) Place => (WeComChannel.ChannelName, Chat);

    // The engine notes each message it has taken in, in the commit of its turn.
    protected override bool IsTakenIn
    {
        get
        {
            List<string> given;
            lock (Server.Gate)
                given = [.. Server.Given.Skip(taken).Select(id => $"{FakeWeComServer.BotId}:{id}")];
            using var db = Store.Read();
            if (!Server.IsHeard || db.Seen.Count(it => it.Channel == "wecom" && given.Contains(it.UpdateId)) < given.Count)
                return false;
            taken += given.Count;
            return true;
        }
    }

    public static async Task<WeComStage> StartAsync(params string[] settings)
    {
        var stage = await StartAsync(NewClock(), settings);
        await Setup.OpenAsync(stage, who => $"@{Id(who)}", Id);
        return stage;
    }

    /// <summary>The story begins at a time, among people whom nobody knows yet.</summary>
    public static Task<WeComStage> StartAtAsync(DateTimeOffset from, params string[] settings) =>
        StartAsync(new MovedClock(from), settings);

    /// <summary>Pauses and patience take a thirtieth of their time.</summary>
    public static async Task<WeComStage> StartHurriedAsync()
    {
        var stage = await StartAsync(new MovedClock(At("2026-11-22 10:00"), faster: 30), []);
        await Setup.OpenAsync(stage, who => $"@{Id(who)}", Id);
        return stage;
    }

    /// <summary>The same by callbacks: each brings one address to answer to, and people say enough for all answers.</summary>
    public static async Task<WeComStage> StartCalledAsync()
    {
        var clock = new MovedClock(At("2026-11-22 10:00"), faster: 30);
        var server = await FakeWeComServer.StartAsync(clock);
        var stage = new WeComStage(clock, Directory.CreateTempSubdirectory("talk-").FullName, server) { isCalled = true };
        server.CallAt(new Uri(stage.Address, "/wecom"), CallbackCryptoTests.Token, CallbackCryptoTests.Key);
        await stage.StartHostAsync([
            $"--WeCom:Token={CallbackCryptoTests.Token}",
            $"--WeCom:EncodingAesKey={CallbackCryptoTests.Key}",
            $"--WeCom:ApiBaseUrl={server.Address}",
            $"--WeCom:MediaUrls:0={server.Address}",
        ]);
        server.ForEvent = stage.Services.GetRequiredService<WeComWays>().ForPress = TimeSpan.FromMinutes(2);
        await Setup.OpenAsync(stage, who => $"@{Id(who)}", Id);
        return stage;
    }

    protected override Task SettleAsync()
    {
        foreach (var chat in isCalled ? Cast.All.Select(who => $"@{Id(who)}").Append(Chat) : [])
            Services.GetRequiredService<WeComWays>().KeepAddress(chat, $"{Server.AddressFor(chat)}");
        return base.SettleAsync();
    }

    private static async Task<WeComStage> StartAsync(MovedClock clock, string[] settings)
    {
        var server = await FakeWeComServer.StartAsync(clock);
        var stage = new WeComStage(clock, Directory.CreateTempSubdirectory("talk-").FullName, server);
        await stage.StartHostAsync([.. SettingsFor(server), .. settings]);
        server.ForEvent = stage.Services.GetRequiredService<WeComWays>().ForPress = TimeSpan.FromMinutes(2);
        await Channels.Telegram.Until.TrueAsync(() => server.IsConnected);
        return stage;
    }

    /// <summary>A line of a transcript. In a group only what is said to the assistant reaches it.</summary>
    public Task PlayAsync(TranscriptLine line) =>
        PlayAsync(
            line,
            said =>
            {
                if (said.ToBot || said.Place.IsPrivate)
                    Server.Says(said.From.ExternalId, said.Place.IsPrivate ? null : said.Place.ChatId, said.Text);
                return Task.CompletedTask;
            }
        );

    public static string[] SettingsFor(FakeWeComServer server) =>
        [
            $"--WeCom:BotId={FakeWeComServer.BotId}",
            $"--WeCom:Secret={FakeWeComServer.Secret}",
            $"--WeCom:SocketUrl={server.SocketUrl}",
            $"--WeCom:ApiBaseUrl={server.Address}",
            $"--WeCom:MediaUrls:0={server.Address}",
        ];

    /// <summary>The platform tells ids, never names.</summary>
    public static string Id(string who) => $"user{Array.IndexOf(Cast.All, who)}";

    public override Task<IReadOnlyList<Shown>> LookAsync() =>
        Task.FromResult<IReadOnlyList<Shown>>([.. Server.Posts.Select(post => Read(post))]);

    /// <summary>Everybody has spoken to the assistant once, so it may write to them.</summary>
    public async Task MeetAsync(params string[] people)
    {
        foreach (var who in people)
            await Whispers(who, "隐私说明");
    }

    public async Task RedrawAsync(string card)
    {
        var parts = Services.GetRequiredService<EngineParts>();
        await Writer.DoAsync("test", db => new Notices(db, parts).RedrawAsync(card, Why.Board));
        await SettleAsync();
    }

    public async Task<IReadOnlyList<Shown>> BoardsAsync() =>
        [.. (await LookAsync()).Where(post => post.Chat == Group && post.Text.StartsWith("没办完", StringComparison.Ordinal))];

    public FakePost Post(string id) => Server.Posts.Single(post => post.Id == id);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Server.DisposeAsync();
    }

    protected override Task<string> SayAsync(string who, string text, string? replyTo, string? photo) =>
        Task.FromResult(Server.Says(Id(who), Chat, text, replyTo is null ? null : Post(replyTo).Text, photo is not null));

    protected override Task<string> WhisperAsync(string who, string text) => Task.FromResult(Server.Says(Id(who), null, text));

    protected override Task EditAsync(string who, string said, string text) =>
        throw new NotSupportedException("nobody can change what they said in WeCom");

    protected override Task<string> PressAsync(string who, Shown on, string data) =>
        Task.FromResult(Server.Presses(Id(who), Post(on.Id), data));

    protected override Task<string?> ToastAsync(string who, string press) => Task.FromResult<string?>(null);

    private static Shown Read(FakePost post)
    {
        var chat = post.Chat.StartsWith('@') ? Cast.All[int.Parse(post.Chat.AsSpan("@user".Length))] : Group;
        return new Shown(chat, post.Id, post.Text) { Buttons = [.. post.Buttons.Select(it => new Button(it.Label, it.Key))] };
    }
}
