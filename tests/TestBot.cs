using MutualAid.Bot.Engine;
using MutualAid.Bot.Host;
using MutualAid.Bot.Verbs;
using MutualAid.Core.Data;
using MutualAid.Tests.Channels.Telegram;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests;

/// <summary>The engine on a clock of the test's own, heard by a channel that only writes down.</summary>
internal sealed class TestBot : Stage
{
    public const string ChatId = "g1";

    // Made once: a fresh schema takes longer than a conversation.
    private static readonly Lazy<Task<string>> Empty = new(MakeEmptyAsync);

    private readonly ServiceProvider services;
    private readonly string folder;
    private int last;

    private TestBot(ServiceProvider services, string folder, WrittenChannel channel, CollectingLog log, Channels.MovedClock clock)
        : base(clock)
    {
        (this.services, this.folder) = (services, folder);
        (Channel, Log) = (channel, log);
    }

    public WrittenChannel Channel { get; }
    public CollectingLog Log { get; }
    public string Folder => folder;

    public override IServiceProvider Services => services;

    public override (string Channel, string ChatId) Place => (WrittenChannel.ChannelName, ChatId);

    public static async Task<TestBot> StartAsync(FloodGuard? flood = null, IDueAct? act = null)
    {
        var folder = Directory.CreateTempSubdirectory("talk-").FullName;
        var settings = VerbLine.Read(["--data", folder]).Settings();
        File.Copy(await Empty.Value, settings.Storage);
        var store = HostParts.OpenStore(settings);
        await store.PrepareAsync();
        var (channel, log, clock) = (new WrittenChannel(), new CollectingLog(), NewClock());
        var parts = new ServiceCollection();
        parts.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        parts.AddEngine(settings, store, await HostParts.ButtonKeyAsync(store), clock, flood ?? FloodGuard.Off);
        parts.AddSingleton<IChannel>(channel);
        if (act is not null)
            parts.AddSingleton(act);
        return new TestBot(parts.BuildServiceProvider(), folder, channel, log, clock);
    }

    /// <summary>With the cast in the group and their private chats open.</summary>
    public static async Task<TestBot> StartedAsync(FloodGuard? flood = null, IDueAct? act = null)
    {
        var bot = await StartAsync(flood, act);
        await Setup.OpenAsync(bot, who => $"@{who}", who => who);
        return bot;
    }

    /// <summary>Anything at all, as a platform would hand it in.</summary>
    public Task<Heard> Gets(Incoming incoming) =>
        HearAsync(async () =>
        {
            await ReceiveAsync(incoming);
            return incoming.MessageId;
        });

    public Task ReceiveAsync(Incoming incoming) => services.GetRequiredService<IIntake>().ReceiveAsync(incoming);

    public Incoming Text(string who, string text) =>
        new()
        {
            Kind = IncomingKind.Text,
            Place = new Place(WrittenChannel.ChannelName, ChatId, IsPrivate: false, Title: "杏花台互助群"),
            From = new Sender(who, who, who == Cast.Wen),
            UpdateId = $"u{++last}",
            MessageId = $"m{last}",
            At = Clock.GetUtcNow().UtcDateTime,
            Text = text,
        };

    public Incoming Whisper(string who, string text) =>
        Text(who, text) with
        {
            Place = new Place(WrittenChannel.ChannelName, $"@{who}", IsPrivate: true),
            From = new Sender(who, who),
            ToBot = true,
        };

    public Incoming Press(string who, Shown on, string data) =>
        (on.Chat == Group ? Text(who, "") : Whisper(who, "")) with
        {
            Kind = IncomingKind.Press,
            MessageId = on.Id,
            Button = data,
            CallbackId = $"c{last}",
            ToBot = true,
        };

    public override Task<IReadOnlyList<Shown>> LookAsync() => Task.FromResult(Channel.Look());

    public override async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    protected override async Task<string> SayAsync(string who, string text, string? replyTo, string? photo)
    {
        var said = Text(who, text) with { ReplyTo = replyTo, ToBot = replyTo is not null, File = photo };
        await ReceiveAsync(said);
        return said.MessageId!;
    }

    protected override async Task<string> WhisperAsync(string who, string text)
    {
        var said = Whisper(who, text);
        await ReceiveAsync(said);
        return said.MessageId!;
    }

    protected override Task EditAsync(string who, string said, string text) =>
        ReceiveAsync(Text(who, text) with { Kind = IncomingKind.Edited, MessageId = said });

    protected override async Task<string> PressAsync(string who, Shown on, string data)
    {
        var press = Press(who, on, data);
        await ReceiveAsync(press);
        return press.CallbackId!;
    }

    protected override Task<string?> ToastAsync(string who, string press) => Task.FromResult(Channel.Toasts.GetValueOrDefault(press));

    protected override async Task SettleAsync()
    {
        var postman = services.GetRequiredService<Postman>();
        await Courier.DrainAsync();
        var last = DateTime.MinValue;
        // What stays due although the courier was here is for a channel that this stage does not have.
        while (await postman.NextDueAsync() is { } next && next > last && next <= Clock.GetUtcNow().UtcDateTime.AddSeconds(10))
        {
            last = next;
            Clock.MoveTo(next);
            await Courier.DrainAsync();
        }
    }

    private static async Task<string> MakeEmptyAsync()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("talk-empty-").FullName, "empty.db");
        var store = new SqliteStore(file);
        await store.PrepareAsync();
        store.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        return file;
    }
}
