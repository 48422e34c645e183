using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;

namespace MutualAid.Core.People;

/// <summary>Hands everything of one person to another. Where both have a row of which there can be one only, the other's stands and the
/// first's stays behind as history.</summary>
internal sealed class PersonMerge(Db db)
{
    private static readonly MethodInfo Rows = typeof(PersonMerge).GetMethod(
        nameof(RowsAsync),
        BindingFlags.NonPublic | BindingFlags.Instance
    )!;

    public async Task MoveAsync(Person from, Person to)
    {
        // Where a platform tells no names the id stands for one; a name that somebody said is better.
        var isBetter = await IsCalledByIdAsync(to) && !await IsCalledByIdAsync(from);
        await MoveMembershipsAsync(from, to);
        foreach (var key in db.Model.GetEntityTypes().SelectMany(type => type.GetForeignKeys()).Where(PointsAtPerson))
            await MoveAsync(key.DeclaringEntityType, key.Properties[0], from.Id, to.Id);
        to.CommunityId ??= from.CommunityId;
        if (isBetter)
            to.Name = from.Name;
        // What was shown to them in private bears their number.
        var (old, mark) = ($"-{from.Id}", "dropoff:");
        foreach (var card in await db.Cards.Where(it => it.Key.StartsWith(mark) && it.Key.EndsWith(old)).ToListAsync())
            card.Key = $"{card.Key[..^old.Length]}-{to.Id}";
    }

    private Task<bool> IsCalledByIdAsync(Person person) =>
        db.Accounts.AnyAsync(account => account.PersonId == person.Id && account.ExternalId == person.Name);

    private static bool PointsAtPerson(IForeignKey key) =>
        key.PrincipalEntityType.ClrType == typeof(Person) && key.DeclaringEntityType.ClrType != typeof(Member);

    // The higher role counts, and who is in by either account is in.
    private async Task MoveMembershipsAsync(Person from, Person to)
    {
        foreach (var old in await db.Members.Where(it => it.PersonId == from.Id).ToListAsync())
        {
            db.Members.Remove(old);
            var kept = await db.Members.FindAsync(old.GroupId, to.Id);
            if (kept is null)
            {
                db.Members.Add(Standing(old, to));
                continue;
            }

            kept.LeftAt = kept.LeftAt is null || old.LeftAt is null ? null : kept.LeftAt;
            if (old.Role == Role.Organiser)
                (kept.Role, kept.RoleAt) = (old.Role, old.RoleAt);
        }
    }

    /// <summary>The same standing in the group, of another person.</summary>
    public static Member Standing(Member old, Person to) =>
        new()
        {
            GroupId = old.GroupId,
            Person = to,
            Role = old.Role,
            RoleAt = old.RoleAt,
            JoinedAt = old.JoinedAt,
            LeftAt = old.LeftAt,
        };

    private async Task MoveAsync(IEntityType type, IProperty property, long from, long to)
    {
        var load = Rows.MakeGenericMethod(type.ClrType);
        var mine = await (Task<List<object>>)load.Invoke(this, [property, from])!;
        var unique = type.GetIndexes().Where(index => index.IsUnique && index.Properties.Contains(property)).ToList();
        var theirs = mine.Count == 0 || unique.Count == 0 ? [] : await (Task<List<object>>)load.Invoke(this, [property, to])!;
        foreach (var row in mine.Where(row => !unique.Exists(index => theirs.Exists(other => Collide(row, other, index, property)))))
            db.Entry(row).Property(property.Name).CurrentValue = to;
    }

    private bool Collide(object row, object other, IIndex index, IProperty property) =>
        index.Properties.Where(each => each != property).All(each => Equals(Value(row, each), Value(other, each)));

    private object? Value(object row, IProperty property) => db.Entry(row).Property(property.Name).CurrentValue;

    private async Task<List<object>> RowsAsync<T>(IProperty property, long id)
        where T : class
    {
        var row = Expression.Parameter(typeof(T));
        var value = Expression.Property(row, property.Name);
        var same = Expression.Equal(value, Expression.Constant(id, property.ClrType));
        return [.. await db.Set<T>().Where(Expression.Lambda<Func<T, bool>>(same, row)).ToListAsync()];
    }
}
