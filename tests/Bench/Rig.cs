using Microsoft.Data.Sqlite;
using MutualAid.Bot.Engine;
using MutualAid.Bot.Host;
using MutualAid.Core.Data;

namespace MutualAid.Bench;

/// <summary>Engine, courier and a fresh SQLite file, put together as the program does; flood guard and pacing are off.</summary>
internal sealed class Rig : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly DirectoryInfo folder;

    private Rig(ServiceProvider services, DirectoryInfo folder) => (this.services, this.folder) = (services, folder);

    public IIntake Intake => services.GetRequiredService<IIntake>();

    public Writer Writer => services.GetRequiredService<Writer>();

    public IServiceProvider Services => services;

    public string File => Path.Combine(folder.FullName, "mutualaid.db");

    public static async Task<Rig> StartAsync(IChannel channel, Action<IServiceCollection>? more = null)
    {
        var folder = Directory.CreateTempSubdirectory("mutual-aid-bench-");
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Storage:ConnectionString", Path.Combine(folder.FullName, "mutualaid.db"))])
            .Build();
        var settings = Settings.Read(configuration);
        var store = HostParts.OpenStore(settings);
        await store.PrepareAsync();
        var parts = new ServiceCollection();
        parts.AddLogging(log => log.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning));
        parts.AddEngine(settings, store, await HostParts.ButtonKeyAsync(store), TimeProvider.System, FloodGuard.Off);
        parts.AddSingleton(channel);
        more?.Invoke(parts);
        var services = parts.BuildServiceProvider();
        await services.GetRequiredService<Courier>().StartAsync(CancellationToken.None);
        return new Rig(services, folder);
    }

    public async ValueTask DisposeAsync()
    {
        await services.GetRequiredService<Courier>().StopAsync(CancellationToken.None);
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
