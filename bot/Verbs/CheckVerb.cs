using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Channels.BotFramework;
using MutualAid.Bot.Channels.Telegram;
using MutualAid.Bot.Host;
using MutualAid.Core.Audit;
using MutualAid.Core.Data;

namespace MutualAid.Bot.Verbs;

/// <summary><c>check</c>: settings, database, schema, last backup and channels, a line each; exit code 1 on a fault.</summary>
internal static class CheckVerb
{
    public static async Task<int> RunAsync(VerbLine line)
    {
        var builder = WebApplication.CreateSlimBuilder();
        var settings = line.Settings();
        var faults = 0;
        Tell(
            true,
            "settings",
            $"public {settings.PublicListen}, console {settings.ConsoleListen}, zone {settings.TimeZone}, language {settings.Language}"
        );
        faults += await DatabaseAsync(settings);
        faults += Backups(settings);
        var telegram = TelegramSettings.Read(builder.Configuration);
        Tell(true, "telegram", telegram.IsOn ? "on" : "off (Telegram:Token is not set)");
        var teams = BotFrameworkSettings.Read(builder.Configuration, builder.Environment.IsDevelopment());
        Tell(
            true,
            "bot framework",
            teams.IsOn ? $"on, answers go to {string.Join(", ", teams.AllowedServiceHosts)}" : "off (BotFramework:AppId is not set)"
        );
        return faults == 0 ? 0 : 1;
    }

    private static async Task<int> DatabaseAsync(Settings settings)
    {
        if (!settings.OnPostgres && !File.Exists(settings.Storage))
            return Tell(true, "database", $"{settings.Storage} does not exist yet; the first start makes it");
        try
        {
            await using var db = HostParts.OpenStore(settings).Read();
            var pending = (await db.Database.GetPendingMigrationsAsync()).Count();
            Tell(true, "database", settings.OnPostgres ? "PostgreSQL answers" : settings.Storage);
            var waits = Tell(true, "schema", pending == 0 ? "up to date" : $"{pending} migrations wait for the next start");
            return pending == 0 ? waits + await TrailAsync(db) : waits;
        }
        catch (Exception error) when (error is System.Data.Common.DbException or InvalidOperationException)
        {
            return Tell(false, "database", error.GetBaseException().Message);
        }
    }

    private static async Task<int> TrailAsync(Db db) =>
        await AuditSeal.CheckAsync(db) is { Broken: { } broken } torn
            ? Tell(
                false,
                "audit trail",
                $"{torn.Count} entries are whole; the one with id {broken} was altered, or one before it is missing"
            )
            : Tell(true, "audit trail", "every entry stands as it was written");

    private static int Backups(Settings settings)
    {
        if (settings.OnPostgres)
            return Tell(true, "backup", "left to PostgreSQL's own tools");
        var last = Directory.Exists(settings.BackupFolder) ? Directory.EnumerateFiles(settings.BackupFolder, "mutualaid-*.db").Max() : null;
        return Tell(true, "backup", last is null ? $"none yet in {settings.BackupFolder}" : Path.GetFileName(last));
    }

    private static int Tell(bool good, string what, string how)
    {
        Console.WriteLine($"{(good ? "ok   " : "FAULT")} {what}: {how}");
        return good ? 0 : 1;
    }
}
