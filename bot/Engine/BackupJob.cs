using System.Globalization;
using MutualAid.Bot.Host;
using MutualAid.Core.Data;

namespace MutualAid.Bot.Engine;

/// <summary>One checked copy of the embedded database a day; the oldest go. PostgreSQL is backed up by its own tools.</summary>
public sealed class BackupJob(Writer writer, Settings settings, TimeProvider clock, ILogger<BackupJob> log) : IDueJob
{
    public async Task RunAsync(CancellationToken stop)
    {
        if (writer is not SqliteWriter sqlite)
            return;
        var day = Zone.ToLocal(clock.GetUtcNow().UtcDateTime, settings.TimeZone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var file = Path.Combine(settings.BackupFolder, $"mutualaid-{day}.db");
        if (File.Exists(file))
            return;
        await SqliteBackup.MakeAsync(sqlite, file);
        log.LogInformation("Backed up to {File}", Path.GetFileName(file));
        foreach (
            var old in Directory
                .EnumerateFiles(settings.BackupFolder, "mutualaid-*.db")
                .Order(StringComparer.Ordinal)
                .Reverse()
                .Skip(settings.BackupKeep)
        )
            File.Delete(old);
    }

    public Task<DateTime?> NextAsync(Db db) => Task.FromResult<DateTime?>(null);
}
