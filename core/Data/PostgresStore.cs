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
        source = NpgsqlDataSource.Create(connectionString);
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
        await db.Database.EnsureCreatedAsync(stop);
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
