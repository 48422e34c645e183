using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace MutualAid.Core.Data;

/// <summary>PostgreSQL: several copies of the program share the work.</summary>
public sealed class PostgresStore : Store, IAsyncDisposable
{
    private readonly NpgsqlDataSource source;
    private readonly DbContextOptions<PostgresDb> readOptions;
    private readonly DbContextOptions<PostgresDb> writeOptions;

    /// <param name="connectionString">An Npgsql connection string.</param>
    public PostgresStore(string connectionString)
    {
        var wanted = new NpgsqlConnectionStringBuilder(connectionString);
        // A copy that is paused in the midst of a turn must not hold up the others with its locks.
        wanted.Options = $"{wanted.Options} -c idle_in_transaction_session_timeout=5000".Trim();
        source = NpgsqlDataSource.Create(wanted);
        writeOptions = new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(source).Options;
        readOptions = new DbContextOptionsBuilder<PostgresDb>()
            .UseNpgsql(source)
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .Options;
    }

    public override Db Read() => new PostgresDb(readOptions);

    internal PostgresDb OpenForWriting() => new(writeOptions);

    public override Writer CreateWriter() => new PostgresWriter(this);

    public override async Task PrepareAsync(CancellationToken stop = default)
    {
        await using var db = OpenForWriting();
        // Copies that start at once wait for each other on EF Core's lock, which ends with its connection.
        if ((await db.Database.GetPendingMigrationsAsync(stop)).Any())
            await db.Database.MigrateAsync(stop);
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
