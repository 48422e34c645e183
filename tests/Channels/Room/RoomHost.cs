using System.Collections.Concurrent;
using MutualAid.Bot.Channels.WebChat;
using MutualAid.Bot.Engine;
using MutualAid.Core.Data;
using MutualAid.Core.People;

namespace MutualAid.Tests.Channels.Room;

/// <summary>The room on a real listener and a real database, with a small voice in the engine's place.</summary>
internal sealed class RoomHost : IAsyncDisposable
{
    private readonly string folder;
    private readonly bool ownsFolder;
    private readonly SqliteStore store;
    private readonly Writer writer;
    private readonly WebApplication app;

    private RoomHost(string folder, bool ownsFolder, SqliteStore store, Writer writer, WebApplication app, SmallVoice voice, LogLines logs)
    {
        (this.folder, this.ownsFolder, this.store, this.writer, this.app) = (folder, ownsFolder, store, writer, app);
        (Voice, Logs) = (voice, logs);
        Address = new Uri(app.Urls.First());
    }

    public Uri Address { get; }
    public SmallVoice Voice { get; }
    public LogLines Logs { get; }
    public string Folder => folder;
    public RoomChannel Channel => app.Services.GetRequiredService<RoomChannel>();
    public IRoomPeople People => app.Services.GetRequiredService<IRoomPeople>();

    public static async Task<RoomHost> StartAsync(string? folder = null, SmallVoice? voice = null, string? publicUrl = null, int port = 0)
    {
        var home = folder ?? Directory.CreateTempSubdirectory("room").FullName;
        var store = new SqliteStore(Path.Combine(home, "room.db"));
        await store.PrepareAsync();
        var writer = store.CreateWriter();
        var logs = new LogLines();
        var said = voice ?? new SmallVoice();

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["Room:DataFolder"] = home, ["Public:Url"] = publicUrl }
        );
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddRoutingCore();
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs);
        builder.Services.AddSingleton<Store>(store);
        builder.Services.AddSingleton(writer);
        builder.Services.AddSingleton<IIntake>(said);
        builder.Services.AddSingleton<IPostHistory>(said);
        builder.Services.AddSingleton<IShares>(said);
        builder.Services.AddSingleton<IPhotoUse>(said);
        builder.Services.AddSingleton<IRoomPeople, RoomSeats>();
        builder.Services.AddRoom(builder.Configuration);
        var app = builder.Build();
        app.UseRouting();
        app.MapRoom();
        said.Speak = message => app.Services.GetRequiredService<RoomChannel>().CarryAsync(message, CancellationToken.None);
        await app.StartAsync();
        return new RoomHost(home, folder is null, store, writer, app, said, logs);
    }

    public Task<string> OrganiserLinkAsync() =>
        writer.DoAsync("test", db => Task.FromResult(new RoomDesk(db, TimeProvider.System).OrganiserLink(null)));

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await writer.DisposeAsync();
        store.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (ownsFolder)
            Directory.Delete(folder, recursive: true);
    }
}

/// <summary>Every line that was logged, at any level.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = [];

    public IReadOnlyCollection<string> All => lines;

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        lines.Enqueue(state.ToString() ?? "");
        return null;
    }

    public void Log<TState>(LogLevel level, EventId id, TState state, Exception? error, Func<TState, Exception?, string> format) =>
        lines.Enqueue($"{level} {format(state, error)} {error}");

    public void Dispose() { }
}
