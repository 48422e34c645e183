using MutualAid.Core.Data;
using Npgsql;

namespace MutualAid.Tests.Stores;

/// <summary>A real database of a test's own, gone after it.</summary>
public sealed class TestStore : IAsyncDisposable
{
    public const string Variable = "TEST_POSTGRES";

    private readonly Func<Task> drop;

    private TestStore(Store store, Func<Task> drop)
    {
        Store = store;
        Writer = store.CreateWriter();
        this.drop = drop;
    }

    public Store Store { get; }

    public Writer Writer { get; }

    public static async Task<TestStore> SqliteAsync()
    {
        var folder = Directory.CreateTempSubdirectory("mutual-aid-");
        var store = new SqliteStore(Path.Combine(folder.FullName, "test.db"));
        await store.PrepareAsync();
        return new TestStore(
            store,
            () =>
            {
                Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
                folder.Delete(recursive: true);
                return Task.CompletedTask;
            }
        );
    }

    public static async Task<TestStore> PostgresAsync()
    {
        var server = Environment.GetEnvironmentVariable(Variable);
        Skip.If(string.IsNullOrEmpty(server), $"skipped: no PostgreSQL, {Variable} is not set");
        var name = $"test_{Guid.NewGuid():N}";
        await RunAsync(server!, $"CREATE DATABASE {name}");
        var store = new PostgresStore(new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString());
        await store.PrepareAsync();
        return new TestStore(
            store,
            async () =>
            {
                await store.DisposeAsync();
                await RunAsync(server!, $"DROP DATABASE {name} WITH (FORCE)");
            }
        );
    }

    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        await drop();
    }

    private static async Task RunAsync(string server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
