using MutualAid.Bot.Channels.BotFramework;
using MutualAid.Bot.Channels.BotFramework.Api;
using MutualAid.Bot.Channels.Photos;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Channels.Telegram;

namespace MutualAid.Tests.Channels.BotFramework;

/// <summary>The channel in a host of its own, between the fake platform and a collecting intake.</summary>
internal sealed class BotFrameworkBot : IAsyncDisposable
{
    private readonly WebApplication app;

    private BotFrameworkBot(
        WebApplication app,
        FakePlatform platform,
        CollectingIntake intake,
        CollectingLog log,
        KeptPhotoFolder photos,
        TimeProvider clock
    )
    {
        (this.app, Platform, Intake, Log, Photos) = (app, platform, intake, log, photos);
        Talk = new FakeTalk(platform, clock);
        Chat = platform.Connector.Add("19:6f1c0000000000000000000000000001@thread.v2", "groupChat");
        Private = platform.Connector.Add("a:1p0iicaJlVi-_KIYKDDvLi4c2pMZMc8B0", "personal");
        Channel = platform.Connector.Add("19:b2c30000000000000000000000000002@thread.tacv2", "channel");
        Chat.Members["29:1ana"] = Channel.Members["29:1ana"] = ("Ana", "owner");
    }

    public FakePlatform Platform { get; }
    public CollectingIntake Intake { get; }
    public CollectingLog Log { get; }
    public KeptPhotoFolder Photos { get; }
    public FakeTalk Talk { get; }
    public FakeConversation Chat { get; }
    public FakeConversation Private { get; }
    public FakeConversation Channel { get; }

    /// <summary>What draws messages.</summary>
    public BotFrameworkPost Post =>
        new(
            app.Services.GetRequiredService<ConnectorClient>(),
            app.Services.GetRequiredService<BotFrameworkPhotos>(),
            new BotFrameworkSettings()
        );

    public BotFrameworkChannel Sends => app.Services.GetRequiredService<BotFrameworkChannel>();

    public static async Task<BotFrameworkBot> StartAsync(
        MovedClock? clock = null,
        Func<BotFrameworkSettings, BotFrameworkSettings>? change = null
    )
    {
        var time = (TimeProvider?)clock ?? TimeProvider.System;
        var platform = await FakePlatform.StartAsync(time);
        var (intake, log) = (new CollectingIntake(), new CollectingLog());
        var settings = new BotFrameworkSettings
        {
            AppId = FakePlatform.AppId,
            AppSecret = FakePlatform.Secret,
            TenantId = FakePlatform.Tenant,
            OpenIdMetadata = new Uri(platform.Metadata),
            Login = platform.Address,
            AllowedServiceHosts = [platform.Host],
            IsOn = true,
            ToastPatience = TimeSpan.FromMilliseconds(50),
        };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        platform.Bot = new Uri($"http://127.0.0.1:{FreePort.Take()}");
        builder.WebHost.UseUrls($"{platform.Bot}");
        builder.Services.AddSingleton(time).AddSingleton<IIntake>(intake);
        var photos = KeptPhotoFolder.AddTo(builder);
        builder.Services.AddBotFramework((change ?? (same => same))(settings));
        var app = builder.Build();
        app.MapPhotos();
        app.MapBotFramework();
        await app.StartAsync();
        return new(app, platform, intake, log, photos, time);
    }

    /// <summary>How the bot speaks in a conversation once somebody spoke there.</summary>
    public Outgoing To(FakeConversation place, string html, OutboxKind kind = OutboxKind.Send) =>
        new()
        {
            Kind = kind,
            ChatId = ChatIds.Of("msteams", place.Id),
            Text = html,
            RowId = 7,
            Reference = new Reference(
                Platform.ServiceUrl,
                FakeConnector.BotId,
                FakeTalk.BotName,
                FakePlatform.Tenant,
                place.Type == "personal" ? "29:1ana" : null,
                place.Type == "channel"
            ).Write(),
        };

    public Task<Delivery> CarryAsync(Outgoing message) => Sends.CarryAsync(message, CancellationToken.None);

    public KeptPhotos Kept => app.Services.GetRequiredService<KeptPhotos>();

    /// <summary>Opens an address of the house as anybody would.</summary>
    public async Task<(int Status, byte[] Body)> OpenAsync(string address)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var answer = await client.GetAsync(
            address.Replace(KeptPhotoFolder.Public, $"{Platform.Bot}".TrimEnd('/'), StringComparison.Ordinal)
        );
        return ((int)answer.StatusCode, await answer.Content.ReadAsByteArrayAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await Platform.DisposeAsync();
        Photos.Dispose();
    }
}
