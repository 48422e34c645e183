using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Update;

namespace MutualAid.Core.Data;

/// <summary>How the rows of one noun are written: looked up once a model.</summary>
internal sealed class PlainRow
{
    private static readonly ConditionalWeakTable<IEntityType, PlainRow> Known = [];

    private readonly bool isPlain;
    private readonly IProperty[] pointers;
    private readonly ulong unique;
    private readonly string table;

    private PlainRow(IEntityType type)
    {
        Type = type;
        table = Quoted(type.GetTableName());
        var key = type.FindPrimaryKey()!.Properties;
        Key = key is [{ ValueGenerated: ValueGenerated.OnAdd } one] && one.ClrType == typeof(long) ? one : null;
        Written = [.. type.GetProperties().Where(property => property != Key)];
        Identity = [.. key, .. Written.Where(property => property.IsConcurrencyToken && !property.IsPrimaryKey())];
        pointers = [.. Written.Where(property => property.IsForeignKey())];
        for (var i = 0; i < Written.Length; i++)
            unique |= Written[i].IsPrimaryKey() || Written[i].GetContainingIndexes().Any(index => index.IsUnique) ? 1ul << i : 0;
        isPlain =
            Written.Length < 64
            && Array.TrueForAll(Written, property => property.ValueGenerated == ValueGenerated.Never)
            && type.GetTableMappings().Count() == 1
            && !type.IsOwned()
            && !type.GetComplexProperties().Any()
            && type.GetKeys().Count() == 1
            // Whether what it points at is new shows in its key alone.
            && type.GetForeignKeys().All(pointer => pointer.PrincipalKey.Properties is [{ ValueGenerated: ValueGenerated.OnAdd }]);
    }

    public IEntityType Type { get; }

    /// <summary>The key that the database gives; null: it is the noun's own.</summary>
    public IProperty? Key { get; }

    /// <summary>What an insert says.</summary>
    public IProperty[] Written { get; }

    /// <summary>By what an update finds its row, as it was read.</summary>
    public IProperty[] Identity { get; }

    public static PlainRow Of(IEntityType type) => Known.GetValue(type, static it => new PlainRow(it));

    /// <summary>No other row of the same save can be in its way.</summary>
    public bool Takes(IUpdateEntry entry) =>
        isPlain
        && entry.EntityState switch
        {
            EntityState.Added => Key is null || entry.HasTemporaryValue(Key),
            EntityState.Modified => (Changed(entry) & unique) == 0,
            _ => false,
        };

    /// <summary>Temporary keys are given in the order in which rows are added.</summary>
    public long TemporaryKey(IUpdateEntry entry) => Key is null ? 0 : entry.GetCurrentValue<long>(Key);

    public bool Waits(IUpdateEntry entry) => Array.Exists(pointers, entry.HasTemporaryValue);

    /// <summary>A bit for each of <see cref="Written"/>.</summary>
    public ulong Changed(IUpdateEntry entry)
    {
        var changed = 0ul;
        for (var i = 0; i < Written.Length; i++)
            changed |= entry.IsModified(Written[i]) ? 1ul << i : 0;
        return changed;
    }

    public IEnumerable<IProperty> In(ulong changed) => Written.Where((_, at) => (changed & (1ul << at)) != 0);

    public string Insert() =>
        $"INSERT INTO {table} ({string.Join(", ", Written.Select(Column))}) VALUES ({string.Join(", ", Written.Select((_, at) => Value(at)))})";

    public string Update(ulong changed)
    {
        var said = In(changed).ToList();
        var values = said.Select((property, at) => $"{Column(property)} = {Value(at)}");
        var found = Identity.Select((property, at) => $"{Column(property)} {(property.IsNullable ? "IS" : "=")} {Value(said.Count + at)}");
        return $"UPDATE {table} SET {string.Join(", ", values)} WHERE {string.Join(" AND ", found)}";
    }

    private static string Column(IProperty property) => Quoted(property.GetColumnName());

    private static string Quoted(string? name) => $"\"{name}\"";

    private static string Value(int at) => string.Create(CultureInfo.InvariantCulture, $"@p{at}");
}
