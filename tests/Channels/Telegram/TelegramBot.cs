using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using MutualAid.Bot.Channels.Telegram;
using MutualAid.Bot.Channels.Telegram.Api;
using MutualAid.Bot.Engine;
using MutualAid.Tests.Channels.FakeTelegram;

namespace MutualAid.Tests.Channels.Telegram;

/// <summary>The channel in a host of its own, between a fake Telegram and a collecting intake.</summary>
internal sealed class TelegramBot : IAsyncDisposable
{
    public const string Secret = "0123456789abcdef0123456789abcdef_-";

    private readonly WebApplication app;

    private TelegramBot(WebApplication app, CollectingIntake intake, CollectingLog log) => (this.app, Intake, Log) = (app, intake, log);

    public CollectingIntake Intake { get; }
    public CollectingLog Log { get; }
    public Uri Address { get; private set; } = new("http://127.0.0.1");
    public IChannel Channel => app.Services.GetRequiredService<IChannel>();
    public TelegramClient Client => app.Services.GetRequiredService<TelegramClient>();
    public TelegramSelf Self => app.Services.GetRequiredService<TelegramSelf>();

    public static TelegramSettings SettingsFor(FakeTelegramServer telegram) =>
        new()
        {
            Token = telegram.Token,
            ApiBase = telegram.Address,
            WebhookSecret = Secret,
            Patience = TimeSpan.FromSeconds(30),
            FirstPause = TimeSpan.FromMilliseconds(10),
            LongestPause = TimeSpan.FromMilliseconds(50),
        };

    public static async Task<TelegramBot> StartAsync(
        FakeTelegramServer telegram,
        Func<TelegramSettings, TelegramSettings>? change = null,
        TimeProvider? time = null
    )
    {
        var settings = (change ?? (same => same))(SettingsFor(telegram));
        var (intake, log) = (new CollectingIntake(), new CollectingLog());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        var port = FreePort.Take();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddSingleton(time ?? TimeProvider.System).AddSingleton<IIntake>(intake);
        builder.Services.AddTelegram(settings with { PublicUrl = $"http://127.0.0.1:{port}" });
        var app = builder.Build();
        app.MapTelegram();
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new(app, intake, log) { Address = new Uri(address) };
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
