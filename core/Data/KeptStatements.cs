using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using SQLitePCL;

namespace MutualAid.Core.Data;

/// <summary>What the writing connection says again and again is parsed once; each time only the values are new.</summary>
/// <remarks>Registering functions makes SQLite parse all statements anew, and every context does so: this pays because the turns of a commit share one.</remarks>
internal sealed class KeptStatements(SqliteConnection connection) : DbCommandInterceptor, IDisposable
{
    private const int Most = 300;

    private readonly Dictionary<string, Kept> byText = new(StringComparer.Ordinal);
    private readonly Dictionary<(IEntityType Row, ulong Columns), SqliteCommand> own = [];

    /// <summary>The key of the row that was inserted last.</summary>
    public long LastKey => raw.sqlite3_last_insert_rowid(connection.Handle);

    /// <summary>A statement of <see cref="PlainSaves"/>, worded once, with its values in order.</summary>
    public SqliteCommand Own((IEntityType Row, ulong Columns) key, Func<string> words)
    {
        if (own.TryGetValue(key, out var command))
            return command;
        if (own.Count == Most)
            DisposeOwn();
        command = connection.CreateCommand();
        command.CommandText = words();
        var values = command.CommandText.Count(sign => sign == '@');
        for (var at = 0; at < values; at++)
            command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{at}") });
        return own[key] = command;
    }

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
        DisposeOwn();
    }

    private void DisposeOwn()
    {
        foreach (var command in own.Values)
            command.Dispose();
        own.Clear();
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
