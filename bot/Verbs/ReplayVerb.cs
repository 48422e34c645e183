using System.Text;
using MutualAid.Bot.Channels.Replay;
using MutualAid.Bot.Engine;
using MutualAid.Bot.Host;

namespace MutualAid.Bot.Verbs;

/// <summary><c>replay</c>: a transcript through the real engine with a clock that follows it; what is due in between happens in between.</summary>
internal static class ReplayVerb
{
    public static async Task<int> RunAsync(VerbLine line)
    {
        if (line.Words is not [var file])
            throw new VerbException("One transcript is needed");
        if (!File.Exists(file))
            throw new FileNotFoundException($"There is no file {file}");
        var folder = Folder(line["data"]);
        await using var output = line["out"] is { } path
            ? new StreamWriter(path, append: false, new UTF8Encoding(false))
            : new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        await using var replay = await Replay.StartAsync(folder, output);
        foreach (var each in TranscriptLine.Read(file))
            await replay.PlayAsync(each);
        await output.FlushAsync();
        return 0;
    }

    private static string Folder(string? wanted)
    {
        if (wanted is null)
        {
            var made = Directory.CreateTempSubdirectory("mutualaid-replay-").FullName;
            Console.Error.WriteLine(made);
            return made;
        }

        if (Directory.Exists(wanted) && Directory.EnumerateFileSystemEntries(wanted).Any())
            throw new InvalidDataException($"{wanted} is not empty; a replay needs a folder of its own");
        Directory.CreateDirectory(wanted);
        return wanted;
    }
}

/// <summary>The engine on a clock of its own, without a host: rows are carried when they are due, jobs ring when something is.</summary>
internal sealed class Replay : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly ReplayClock clock;
    private readonly ReplayChannel channel;
    private readonly TimeLapse lapse;
    private readonly HashSet<string> opened = new(StringComparer.Ordinal);

    private Replay(ServiceProvider services, ReplayClock clock, ReplayChannel channel)
    {
        this.services = services;
        this.clock = clock;
        this.channel = channel;
        lapse = new TimeLapse(services, clock.Set);
    }

    public static async Task<Replay> StartAsync(string folder, TextWriter output)
    {
        var clock = new ReplayClock();
        var settings = VerbLine.Read(["--data", folder]).Settings();
        var store = HostParts.OpenStore(settings);
        await store.PrepareAsync();
        var channel = new ReplayChannel(output, clock);
        var parts = new ServiceCollection();
        parts.AddLogging(logging =>
            logging
                .AddSimpleConsole()
                .Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console =>
                    console.LogToStandardErrorThreshold = LogLevel.Trace
                )
        );
        parts.AddEngine(settings, store, await HostParts.ButtonKeyAsync(store), clock, FloodGuard.Off);
        parts.AddSingleton<IChannel>(channel);
        return new Replay(parts.BuildServiceProvider(), clock, channel);
    }

    public async Task PlayAsync(TranscriptLine line)
    {
        if (!clock.IsSet)
            clock.Set(line.At.UtcDateTime);
        await lapse.ToAsync(line.At.UtcDateTime, () => services.GetRequiredService<Courier>().DrainAsync());
        channel.Offset = line.At.Offset;
        if (line.Said is not { } said)
            return;
        if (opened.Add(said.From.ExternalId))
            await OpenPrivateAsync(said);
        await services.GetRequiredService<IIntake>().ReceiveAsync(said);
        await services.GetRequiredService<Courier>().DrainAsync();
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    // In a replay every person's private chat counts as open.
    private async Task OpenPrivateAsync(Incoming said)
    {
        var writer = services.GetRequiredService<Core.Data.Writer>();
        await writer.DoAsync(
            "replay",
            async db =>
            {
                var place = said.Place with { ChatId = "@" + said.From.ExternalId, IsPrivate = true };
                await Arrivals.FindPersonAsync(db, said with { Place = place }, clock.GetUtcNow().UtcDateTime);
            }
        );
    }
}

/// <summary>A clock that stands where the transcript is; it never goes back.</summary>
internal sealed class ReplayClock : TimeProvider
{
    private DateTime now = DateTime.MinValue;

    public bool IsSet => now != DateTime.MinValue;

    public void Set(DateTime utc) => now = utc > now ? utc : now;

    public override DateTimeOffset GetUtcNow() => new(DateTime.SpecifyKind(now, DateTimeKind.Utc));
}
