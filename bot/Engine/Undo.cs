using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using MutualAid.Core.Classes;
using MutualAid.Core.Communities;
using MutualAid.Core.Data;
using MutualAid.Core.Messaging;
using MutualAid.Core.Schedule;
using MutualAid.Core.Supplies;
using MutualAid.Core.Volunteers;

namespace MutualAid.Bot.Engine;

/// <summary>Takes an act back by restoring the rows it changed, as long as nobody has gone on from them.</summary>
internal static class Undo
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private const string Messaging = "MutualAid.Core.Messaging";

    /// <summary>The rows that came with the person's arrival, as they are before the command: taking an act back does not send the person away.</summary>
    public static Dictionary<object, Dictionary<string, object?>> Arrived(Db db) =>
        db
            .ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified)
            .ToDictionary(entry => entry.Entity, entry => Values(entry.CurrentValues), ReferenceEqualityComparer.Instance);

    /// <summary>Notes what is about to be saved; the values after the save are read by <see cref="Changes"/>.</summary>
    public static List<(EntityEntry Entry, EntityState State, Dictionary<string, object?> Before)> Watch(
        Db db,
        Dictionary<object, Dictionary<string, object?>> arrived
    ) =>
        db
            .ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Where(entry => entry.Metadata.ClrType.Namespace != Messaging)
            .Select(entry =>
                arrived.TryGetValue(entry.Entity, out var before)
                    ? (entry, EntityState.Modified, before)
                    : (entry, entry.State, Values(entry.OriginalValues))
            )
            .Where(it => it.Item2 != EntityState.Modified || Differs(it.Item1, it.Item3))
            .ToList();

    public static string Changes(List<(EntityEntry Entry, EntityState State, Dictionary<string, object?> Before)> watched) =>
        JsonSerializer.Serialize(
            watched.Select(it => new Change(
                it.Entry.Metadata.Name,
                it.State,
                it.State == EntityState.Added ? [] : Text(WithKey(it.Entry, it.Before)),
                it.State == EntityState.Deleted ? [] : Text(Values(it.Entry.CurrentValues))
            ))
        );

    /// <summary>The rows that the act added, changed or removed.</summary>
    public static List<Change> Read(UndoStep step) => JsonSerializer.Deserialize<List<Change>>(step.Changes)!;

    /// <summary>False: the rows are no longer as the act left them.</summary>
    public static async Task<bool> ApplyAsync(Db db, UndoStep step)
    {
        var found = new List<(Change Change, object? Entity)>();
        foreach (var change in Read(step))
        {
            var type = db.Model.FindEntityType(change.Type)!;
            var known = change.State == EntityState.Deleted ? change.Before : change.After;
            var key = type.FindPrimaryKey()!.Properties.Select(property => Value(known[property.Name], property.ClrType)).ToArray();
            var entity = await db.FindAsync(type.ClrType, key!);
            // A reminder that rang meanwhile has nothing left to take back.
            if (
                change.State == EntityState.Added
                && entity is null or DueRow { State: not DueState.Waiting }
                && type.ClrType == typeof(DueRow)
            )
                continue;
            if (
                change.State == EntityState.Deleted
                    ? entity is not null
                    : entity is null || !Same(Text(Values(db.Entry(entity).CurrentValues)), change.After)
            )
                return false;
            found.Add((change, entity));
        }

        // What is looked at first, is changed after: a removal would already touch the rows that point at it.
        foreach (var (change, entity) in found.Where(it => it.Change.State == EntityState.Modified))
            Restore(db.Entry(entity!), change.Before);
        foreach (var (change, _) in found.Where(it => it.Change.State == EntityState.Deleted))
        {
            var entry = db.Entry(Activator.CreateInstance(db.Model.FindEntityType(change.Type)!.ClrType)!);
            entry.State = EntityState.Added;
            Restore(entry, change.Before);
        }

        var added = found.Where(it => it.Change.State == EntityState.Added).Select(it => it.Entity!).ToList();
        foreach (var entity in Enumerable.Reverse(added))
        {
            if (entity is Community community && await IsSharedAsync(db, community, added.OfType<Need>(), step.PersonId))
                continue;
            if (entity is Need or Offer or Class or Shift)
                await Numbers.KeepAsync(db, entity.GetType(), (int)db.Entry(entity).Property(nameof(Need.Number)).CurrentValue!);
            db.Remove(entity);
        }

        return true;
    }

    /// <summary>Others have come to name this community since: it stays.</summary>
    private static async Task<bool> IsSharedAsync(Db db, Community community, IEnumerable<Need> mine, long personId)
    {
        var needs = mine.Select(need => need.Id).ToList();
        return await db.People.AnyAsync(person => person.CommunityId == community.Id && person.Id != personId)
            || await db.Needs.AnyAsync(need => need.CommunityId == community.Id && !needs.Contains(need.Id));
    }

    // Of a row that was new a moment before, the key was not known yet.
    private static Dictionary<string, object?> WithKey(EntityEntry entry, Dictionary<string, object?> before)
    {
        foreach (
            var part in entry
                .Metadata.GetProperties()
                .Where(part => (part.IsPrimaryKey() || part.IsForeignKey()) && before[part.Name] is < 0L)
        )
            before[part.Name] = entry.CurrentValues[part];
        return before;
    }

    private static bool Differs(EntityEntry entry, Dictionary<string, object?> before) =>
        entry.Properties.Any(property => !Equals(property.CurrentValue, before[property.Metadata.Name]));

    private static void Restore(EntityEntry entry, Dictionary<string, string?> values)
    {
        foreach (var (name, value) in values)
        {
            var property = entry.Property(name);
            property.CurrentValue = Value(value, property.Metadata.ClrType);
        }
    }

    private static bool Same(Dictionary<string, string?> left, Dictionary<string, string?> right) =>
        left.Count == right.Count && left.All(pair => right.TryGetValue(pair.Key, out var other) && other == pair.Value);

    private static Dictionary<string, object?> Values(PropertyValues values) =>
        values.Properties.ToDictionary(property => property.Name, property => values[property], StringComparer.Ordinal);

    private static Dictionary<string, string?> Text(Dictionary<string, object?> values) =>
        values.ToDictionary(
            pair => pair.Key,
            pair => pair.Value is null ? null : JsonSerializer.Serialize(pair.Value is DateTime time ? Stored(time) : pair.Value),
            StringComparer.Ordinal
        );

    // As it comes back from the database: a clock is finer than a column.
    private static DateTime Stored(DateTime time) =>
        new(time.Ticks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);

    private static object? Value(string? text, Type type) => text is null ? null : JsonSerializer.Deserialize(text, type);

    /// <param name="Before">The values as JSON, by column; none of a row that was added.</param>
    internal sealed record Change(string Type, EntityState State, Dictionary<string, string?> Before, Dictionary<string, string?> After)
    {
        public bool Sets(string column) => Before.GetValueOrDefault(column) is null && After.GetValueOrDefault(column) is not null;

        public T Became<T>(string column) => JsonSerializer.Deserialize<T>(After[column]!)!;
    }
}
