using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MutualAid.Core.Data;

/// <summary>The embedded database: one file, WAL, every commit synced.</summary>
/// <param name="file">Path of the database file.</param>
public sealed class SqliteStore(string file) : Store
{
    private readonly DbContextOptions<SqliteDb> readOptions = new DbContextOptionsBuilder<SqliteDb>()
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly }.ToString())
        .AddInterceptors(ReaderPragmas.Instance)
        .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
        .Options;

    public string File { get; } = file;

    public override Db Read() => new SqliteDb(readOptions);

    public override Writer CreateWriter() => new SqliteWriter(this);

    internal SqliteConnection OpenForWriting()
    {
        // Not pooled: a connection that saw an I/O error must not come back.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ToString());
        connection.Open();
        using var pragmas = connection.CreateCommand();
        pragmas.CommandText =
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000; PRAGMA mmap_size=0; "
            + "PRAGMA secure_delete=ON; PRAGMA journal_size_limit=67108864; PRAGMA wal_autocheckpoint=0;";
        pragmas.ExecuteNonQuery();
        return connection;
    }

    public override async Task PrepareAsync(CancellationToken stop = default)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(File))!);
        await using var connection = OpenForWriting();
        await using var db = new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite(connection).Options);
        await db.Database.EnsureCreatedAsync(stop);
    }
}
