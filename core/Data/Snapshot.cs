using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace MutualAid.Core.Data;

/// <summary>Several queries that see the same moment.</summary>
public static class Snapshot
{
    /// <summary>Until the result is disposed, all queries of <paramref name="db"/> see the data as it is now; nobody is blocked.</summary>
    public static async Task<IAsyncDisposable?> OpenAsync(Db db)
    {
        if (db.Database.CurrentTransaction is not null)
            return null;
        if (db is PostgresDb)
            return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        await db.Database.OpenConnectionAsync();
        // Not through EF: its transactions take SQLite's write lock at once, which a read-only file refuses.
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var transaction = connection.BeginTransaction(deferred: true);
        return new Opened(db, transaction, await db.Database.UseTransactionAsync(transaction));
    }

    private sealed class Opened(Db db, SqliteTransaction transaction, IDbContextTransaction? wrapped) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            if (wrapped is not null)
                await wrapped.DisposeAsync();
            await transaction.DisposeAsync();
            await db.Database.CloseConnectionAsync();
        }
    }
}
