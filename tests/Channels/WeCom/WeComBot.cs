using MutualAid.Bot.Channels.Photos;
using MutualAid.Bot.Channels.WeCom;
using MutualAid.Bot.Engine;
using MutualAid.Tests.Channels.FakeWeCom;
using MutualAid.Tests.Channels.Telegram;

namespace MutualAid.Tests.Channels.WeCom;

/// <summary>The channel in a host of its own, between a fake WeCom and a collecting intake.</summary>
internal sealed class WeComBot : IAsyncDisposable
{
    public const string Chat = "wrOgQhDgAAMYQiS5ol9G7gK9JVAAAA";

    private readonly WebApplication app;

    private WeComBot(WebApplication app, CollectingIntake intake, CollectingLog log, KeptPhotoFolder photos) =>
        (this.app, Intake, Log, Photos) = (app, intake, log, photos);

    public CollectingIntake Intake { get; }
    public CollectingLog Log { get; }
    public KeptPhotoFolder Photos { get; }
    public Uri Address { get; private init; } = new("http://127.0.0.1");
    public IChannel Channel => app.Services.GetServices<IChannel>().Last();
    public WeComWays Ways => app.Services.GetRequiredService<WeComWays>();
    public WeComSelf Self => app.Services.GetRequiredService<WeComSelf>();

    public static WeComSettings Connected(FakeWeComServer server) =>
        Usual(server) with
        {
            BotId = FakeWeComServer.BotId,
            Secret = FakeWeComServer.Secret,
        };

    public static WeComSettings Called(FakeWeComServer server) =>
        Usual(server) with
        {
            Token = CallbackCryptoTests.Token,
            EncodingAesKey = CallbackCryptoTests.Key,
        };

    public static WeComSettings Usual(FakeWeComServer server) =>
        new()
        {
            SocketUrl = server.SocketUrl,
            ApiBase = server.Address,
            MediaUrls = [server.Address],
            PublicUrl = "https://help.example",
            FirstPause = TimeSpan.FromMilliseconds(10),
            LongestPause = TimeSpan.FromMilliseconds(50),
            AckWithin = TimeSpan.FromSeconds(30),
        };

    public static async Task<WeComBot> StartAsync(WeComSettings settings, Func<bool>? isOnDuty = null, TimeProvider? clock = null)
    {
        var (intake, log) = (new CollectingIntake(), new CollectingLog());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        var address = $"http://127.0.0.1:{FreePort.Take()}";
        builder.WebHost.UseUrls(address);
        builder.Services.AddSingleton(clock ?? TimeProvider.System).AddSingleton<IIntake>(intake);
        var photos = KeptPhotoFolder.AddTo(builder);
        builder.Services.AddWeCom(settings, _ => isOnDuty?.Invoke() ?? true);
        var app = builder.Build();
        app.MapPhotos();
        app.MapWeCom();
        await app.StartAsync();
        return new(app, intake, log, photos) { Address = new Uri(address) };
    }

    /// <summary>What the engine was told, without the first greeting of groups.</summary>
    public IReadOnlyList<Incoming> Told => [.. Intake.Stored.Where(it => it.Kind != IncomingKind.Added)];

    public async Task<Incoming> NextAsync(int count = 1)
    {
        await Until.TrueAsync(() => Told.Count >= count);
        return Told[count - 1];
    }

    public async Task<int> OpenAsync(string path)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var answer = await client.GetAsync(new Uri(Address, path));
        return (int)answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Photos.Dispose();
    }
}
