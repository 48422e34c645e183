using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MutualAid.Core.Data;

/// <summary>What the writing connection says again and again is parsed once; each time only the values are new.</summary>
/// <remarks>Registering functions makes SQLite parse all statements anew, and every context does so: this pays because the turns of a commit share one.</remarks>
internal sealed class KeptStatements(SqliteConnection connection) : DbCommandInterceptor, IDisposable
{
    private const int Most = 300;

    private readonly Dictionary<string, Kept> byText = new(StringComparer.Ordinal);

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    ) => Find(command.CommandText) is { } kept ? InterceptionResult<DbDataReader>.SuppressWithResult(kept.Read(command)) : result;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(ReaderExecuting(command, eventData, result));

    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result
    ) => Find(command.CommandText) is { } kept ? InterceptionResult<int>.SuppressWithResult(kept.Run(command)) : result;

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(NonQueryExecuting(command, eventData, result));

    public void Dispose()
    {
        foreach (var kept in byText.Values)
            kept.Command.Dispose();
        byText.Clear();
    }

    // Null: nothing is kept of it, or it is still being read.
    private Kept? Find(string text)
    {
        if (byText.TryGetValue(text, out var kept))
            return kept.IsFree ? kept : null;
        return byText.Count == Most ? null : byText[text] = new Kept(connection, text);
    }

    private sealed class Kept
    {
        private DbDataReader? reader;

        public Kept(SqliteConnection connection, string text)
        {
            Command = connection.CreateCommand();
            Command.CommandText = text;
        }

        public SqliteCommand Command { get; }

        public bool IsFree => reader is null or { IsClosed: true };

        public DbDataReader Read(DbCommand asked) => reader = With(asked).ExecuteReader();

        public int Run(DbCommand asked) => With(asked).ExecuteNonQuery();

        private SqliteCommand With(DbCommand asked)
        {
            Command.Parameters.Clear();
            foreach (var value in asked.Parameters)
                Command.Parameters.Add(value);
            Command.Transaction = (SqliteTransaction?)asked.Transaction;
            return Command;
        }
    }
}
