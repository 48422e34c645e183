using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Bot.Host;
using MutualAid.Bot.Verbs;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Channels;
using MutualAid.Tests.Channels.Telegram;

namespace MutualAid.Tests.Talk;

/// <summary>The program as people run it, on ports and in a folder of its own.</summary>
internal abstract class HostStage(MovedClock clock, string folder) : Stage(clock)
{
    private WebApplication? app;

    public override IServiceProvider Services => app!.Services;

    public CollectingLog Log { get; } = new();

    public string Folder => folder;

    protected Uri Address { get; } = new($"http://127.0.0.1:{FreePort.Take()}");

    protected async Task StartHostAsync(params string[] settings)
    {
        string[] usual =
        [
            $"--Public:Listen={Address}",
            $"--Public:Url={Address}",
            $"--Storage:ConnectionString={Path.Combine(folder, "mutualaid.db")}",
            $"--Backup:Folder={Path.Combine(folder, "backups")}",
            $"--Room:DataFolder={folder}",
            "--Run:Timetable=false",
            "--Run:Console=false",
        ];
        app = await House.BuildAsync([.. usual, .. settings], Clock, builder => builder.Logging.AddProvider(Log));
        await app.StartAsync();
    }

    /// <summary>A line of a transcript, said at its time; what comes of it is carried.</summary>
    protected async Task PlayAsync(TranscriptLine line, Func<Incoming, Task> say)
    {
        await new TimeLapse(Services, Clock.MoveTo).ToAsync(line.At.UtcDateTime, SettleAsync);
        if (line.Said is not { } words)
            return;
        await say(words);
        await SettleAsync();
    }

    /// <summary>Nothing waits to be taken in.</summary>
    protected abstract bool IsTakenIn { get; }

    protected override async Task SettleAsync()
    {
        await Channels.Telegram.Until.TrueAsync(() => IsTakenIn);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (true)
        {
            var soon = Clock.GetUtcNow().UtcDateTime.AddSeconds(10);
            var waiting = await Look(db =>
                db.Outbox.Where(row =>
                        row.State == OutboxState.Attempting
                        || ((row.State == OutboxState.Queued || row.State == OutboxState.Retry) && row.DueAt <= soon)
                    )
                    .ToListAsync()
            );
            if (waiting.Count == 0)
                return;
            // The limits of the platform are kept by this clock: it has to go on.
            if (waiting.TrueForAll(row => row.State != OutboxState.Attempting))
                Clock.MoveTo(Later(waiting.Min(row => row.DueAt), Clock.GetUtcNow().UtcDateTime.AddMilliseconds(250)));
            Courier.Carry(waiting.FindAll(row => row.State != OutboxState.Attempting));
            await tick.WaitForNextTickAsync(limit.Token);
        }
    }

    /// <summary>Until all that follows is said.</summary>
    public Task SettledAsync() => SettleAsync();

    private static DateTime Later(DateTime left, DateTime right) => left > right ? left : right;

    public override async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
