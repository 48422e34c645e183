using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;

namespace MutualAid.Core.Data;

/// <summary>On the writing connection new and changed rows go by statements that are kept; a save whose order matters goes EF Core's way.</summary>
/// <remarks>EF Core sorts the rows of a save, words their statements and reads back each key anew: for a turn that costs several times what the
/// database needs for it.</remarks>
internal sealed class PlainSaves(
    DatabaseDependencies dependencies,
    RelationalDatabaseDependencies relationalDependencies,
    IDbContextOptions options
) : RelationalDatabase(dependencies, relationalDependencies)
{
    private readonly KeptStatements? statements = options
        .FindExtension<CoreOptionsExtension>()
        ?.Interceptors?.OfType<KeptStatements>()
        .FirstOrDefault();

    public override async Task<int> SaveChangesAsync(IList<IUpdateEntry> entries, CancellationToken cancellationToken = default)
    {
        if (statements is null || !entries.All(entry => PlainRow.Of(entry.EntityType).Takes(entry)))
            return await base.SaveChangesAsync(entries, cancellationToken);
        InsertAll(entries);
        foreach (var entry in entries.Where(entry => entry.EntityState == EntityState.Modified))
            Update(entry);
        return entries.Count;
    }

    // In the order in which they were added; what points at a row that is new itself waits for its key.
    private void InsertAll(IEnumerable<IUpdateEntry> entries)
    {
        var waiting = entries
            .Where(entry => entry.EntityState == EntityState.Added)
            .Select(entry => (Entry: entry, Row: PlainRow.Of(entry.EntityType)))
            .OrderBy(it => it.Row.TemporaryKey(it.Entry))
            .ToList();
        while (waiting.Count > 0)
        {
            var held = new HashSet<PlainRow>();
            // While one of a noun waits, those that were added after it wait too: keys tell the order.
            var left = waiting.FindAll(it => held.Contains(it.Row) || (!TryInsert(it.Entry, it.Row) && held.Add(it.Row)));
            if (left.Count == waiting.Count)
                left = waiting.FindAll(it => !TryInsert(it.Entry, it.Row));
            if (left.Count == waiting.Count)
                throw new DbUpdateException("New rows point at each other in a ring.", left.ConvertAll(it => it.Entry));
            waiting = left;
        }
    }

    private bool TryInsert(IUpdateEntry entry, PlainRow row)
    {
        if (row.Waits(entry))
            return false;
        var insert = statements!.Own((row.Type, 0), row.Insert);
        for (var i = 0; i < row.Written.Length; i++)
            insert.Parameters[i].Value = entry.GetCurrentProviderValue(row.Written[i]) ?? DBNull.Value;
        Run(insert, entry);
        if (row.Key is { } key)
            entry.SetStoreGeneratedValue(key, statements.LastKey);
        return true;
    }

    private void Update(IUpdateEntry entry)
    {
        var row = PlainRow.Of(entry.EntityType);
        var changed = row.Changed(entry);
        if (changed == 0)
            return;
        var update = statements!.Own((row.Type, changed), () => row.Update(changed));
        var at = 0;
        foreach (var property in row.In(changed))
            update.Parameters[at++].Value = entry.GetCurrentProviderValue(property) ?? DBNull.Value;
        foreach (var property in row.Identity)
            update.Parameters[at++].Value = entry.GetOriginalProviderValue(property) ?? DBNull.Value;
        if (Run(update, entry) != 1)
            throw new DbUpdateConcurrencyException($"The row of {row.Type.DisplayName()} is no longer as it was read.", [entry]);
    }

    private int Run(SqliteCommand command, IUpdateEntry entry)
    {
        command.Transaction = (SqliteTransaction?)RelationalDependencies.Connection.CurrentTransaction?.GetDbTransaction();
        try
        {
            return command.ExecuteNonQuery();
        }
        catch (SqliteException error)
        {
            throw new DbUpdateException($"A row of {entry.EntityType.DisplayName()} cannot be stored.", error, [entry]);
        }
    }
}
