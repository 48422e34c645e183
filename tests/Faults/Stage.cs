using MutualAid.Bot.Engine;
using MutualAid.Bot.Host;
using MutualAid.Core.Data;
using MutualAid.Tests.Stores;

namespace MutualAid.Tests.Faults;

/// <summary>The engine as the program puts it together, on a real database, before a stub platform. Several may share one database.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private Stage(ServiceProvider services, StubChannel channel) => (this.services, Channel) = (services, channel);

    public IServiceProvider Services => services;

    public StubChannel Channel { get; }

    public IIntake Intake => services.GetRequiredService<IIntake>();

    public Courier Courier => services.GetRequiredService<Courier>();

    public Postman Postman => services.GetRequiredService<Postman>();

    public Store Store => services.GetRequiredService<Store>();

    public static async Task<Stage> StartAsync(
        TestStore on,
        TimeProvider? clock = null,
        CommandTable? commands = null,
        FloodGuard? flood = null
    )
    {
        var settings = Settings.Read(new ConfigurationBuilder().Build());
        var channel = new StubChannel();
        var parts = new ServiceCollection();
        parts.AddLogging();
        parts.AddEngine(
            settings,
            on.Store,
            await HostParts.ButtonKeyAsync(on.Store),
            clock ?? TimeProvider.System,
            flood ?? FloodGuard.Off
        );
        // One writer a process: the embedded file allows no second.
        if (on.Store is SqliteStore)
            parts.AddSingleton(on.Writer);
        if (commands is not null)
            parts.AddSingleton(commands);
        parts.AddSingleton<IChannel>(channel);
        return new Stage(parts.BuildServiceProvider(), channel);
    }

    public Task SayAsync(string who, string text, string update, string chat = "1", string? button = null) =>
        Intake.ReceiveAsync(
            new Incoming
            {
                Kind = button is null ? IncomingKind.Text : IncomingKind.Press,
                UpdateId = update,
                MessageId = $"m{update}",
                CallbackId = button is null ? null : update,
                Button = button,
                At = TimeProvider.System.GetUtcNow().UtcDateTime,
                Place = new Place("stub", chat, chat.StartsWith('@'), Title: chat),
                From = new Sender(who, who, IsAdmin: false),
                Text = text,
                ToBot = true,
            }
        );

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
