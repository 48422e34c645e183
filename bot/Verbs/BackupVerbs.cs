using MutualAid.Bot.Host;
using MutualAid.Core.Data;

namespace MutualAid.Bot.Verbs;

/// <summary><c>backup</c> and <c>restore</c> of the embedded database.</summary>
internal static class BackupVerbs
{
    public static Task<int> BackupAsync(VerbLine line)
    {
        var settings = Sqlite(line);
        var file = Word(line);
        SqliteBackup.MakeFrom(settings.Storage, file);
        Console.WriteLine($"{file}: checked, {SqliteBackup.Check(file)} needs");
        return Task.FromResult(0);
    }

    public static Task<int> RestoreAsync(VerbLine line)
    {
        var settings = Sqlite(line);
        var copy = Word(line);
        if (File.Exists(settings.Storage) && !line.Has("force"))
            throw new InvalidDataException($"{settings.Storage} exists; with --force it is replaced by {copy}");
        using var store = new SqliteStore(settings.Storage);
        store.Claim();
        SqliteBackup.Restore(copy, settings.Storage);
        Console.WriteLine($"{settings.Storage}: restored, {SqliteBackup.Check(settings.Storage)} needs");
        return Task.FromResult(0);
    }

    private static string Word(VerbLine line) => line.Words is [var file] ? file : throw new VerbException("One file is needed");

    private static Settings Sqlite(VerbLine line) =>
        line.Settings() is { OnPostgres: false } settings
            ? settings
            : throw new InvalidDataException("Storage:Provider is PostgreSql: back it up and restore it with pg_dump and pg_restore");
}
