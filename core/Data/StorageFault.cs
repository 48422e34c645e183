using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace MutualAid.Core.Data;

/// <summary>Faults of the storage itself, not of what was asked: nothing can be saved at the moment.</summary>
public static class StorageFault
{
    // https://sqlite.org/rescode.html: IOERR, CORRUPT, FULL, CANTOPEN, READONLY.
    private static readonly int[] SqliteCodes = [10, 11, 13, 14, 8];

    public static bool Is(Exception? error) =>
        error switch
        {
            null => false,
            SqliteException sqlite => SqliteCodes.Contains(sqlite.SqliteErrorCode),
            PostgresException postgres => postgres.SqlState is "53100" or "57P01" or "57P02" or "57P03",
            NpgsqlException => true,
            SocketException => true,
            _ => Is(error.InnerException),
        };
}
