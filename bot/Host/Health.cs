using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Data;
using MutualAid.Core.Messaging;

namespace MutualAid.Bot.Host;

/// <summary>Alive without asking anybody; ready when database, courier and disk can do their work.</summary>
public static class Health
{
    private static readonly TimeSpan MostLag = TimeSpan.FromMinutes(2);
    private const long LeastFree = 200L << 20;

    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Text("ok")).On(Listener.Public);
        app.MapGet("/health/ready", ReadyAsync).On(Listener.Public);
    }

    private static async Task<IResult> ReadyAsync(Store store, Settings settings, Outage outage, TimeProvider clock, CancellationToken stop)
    {
        var faults = new List<string>();
        try
        {
            await using var db = store.Read();
            var late = clock.GetUtcNow().UtcDateTime - MostLag;
            if (settings.RunsChannels && await db.Outbox.AnyAsync(row => row.State == OutboxState.Queued && row.DueAt < late, stop))
                faults.Add("courier: messages wait for more than two minutes");
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            faults.Add("database: cannot be read");
        }

        if (outage.IsOn)
            faults.Add("database: nothing can be saved");
        if (!settings.OnPostgres && new DriveInfo(settings.DataFolder).AvailableFreeSpace < LeastFree)
            faults.Add("disk: less than 200 MB free");
        return faults.Count == 0
            ? Results.Text("ready")
            : Results.Text(string.Join('\n', faults), statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
