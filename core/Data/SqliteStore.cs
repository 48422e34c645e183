using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace MutualAid.Core.Data;

/// <summary>The embedded database: one file, WAL, every commit synced, one process.</summary>
/// <param name="file">Path of the database file.</param>
public sealed class SqliteStore(string file) : Store, IDisposable
{
    private readonly DbContextOptions<SqliteDb> readOptions = new DbContextOptionsBuilder<SqliteDb>()
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly }.ToString())
        .AddInterceptors(ReaderPragmas.Instance)
        .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
        .Options;
    private FileStream? guard;

    // Each turn is a savepoint: what its pages were before stays in memory, instead of a temporary file for every commit.
    static SqliteStore()
    {
        const int statementJournalSpill = 26;
        Batteries_V2.Init();
        raw.sqlite3_config(statementJournalSpill, -1);
    }

    public string File { get; } = Path.GetFullPath(file);

    public override Db Read() => new SqliteDb(readOptions);

    public override Writer CreateWriter() => new SqliteWriter(this);

    /// <exception cref="StoreInUseException">Another process uses the file.</exception>
    public override async Task PrepareAsync(CancellationToken stop = default)
    {
        Claim();
        await using var connection = OpenForWriting();
        await using var db = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite(connection).Options);
        var pending = (await db.Database.GetPendingMigrationsAsync(stop)).ToList();
        if (pending.Count == 0)
            return;
        if ((await db.Database.GetAppliedMigrationsAsync(stop)).Any())
            SqliteBackup.MakeFrom(File, $"{File}.before-{pending[^1]}");
        // A kill during an earlier start leaves its row behind, and EF Core would wait for it for ever
        // (https://github.com/dotnet/efcore/issues/38958). The file is ours alone here, so nobody else holds it.
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", stop);
        await db.Database.MigrateAsync(stop);
    }

    public void Dispose() => guard?.Dispose();

    internal SqliteConnection OpenForWriting()
    {
        // Not pooled: a connection that saw an I/O error must not come back.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ToString());
        connection.Open();
        using var pragmas = connection.CreateCommand();
        pragmas.CommandText =
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000; PRAGMA mmap_size=0; "
            + "PRAGMA secure_delete=ON; PRAGMA journal_size_limit=67108864; PRAGMA wal_autocheckpoint=0; PRAGMA cache_size=-16384;";
        pragmas.ExecuteNonQuery();
        return connection;
    }

    /// <summary>Makes the file this process's own until it is disposed of.</summary>
    /// <exception cref="StoreInUseException">Another process uses it.</exception>
    public void Claim()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        try
        {
            guard ??= new FileStream(File + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new StoreInUseException($"{File} is in use by another MutualAidBot; stop that one first");
        }
    }
}

/// <summary>The embedded database belongs to one process at a time.</summary>
public sealed class StoreInUseException(string message) : Exception(message);
