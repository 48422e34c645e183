using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;

namespace MutualAid.Core.Groups;

/// <summary>Members by adjectives.</summary>
public static class MemberQueries
{
    /// <summary>Who organises a group now.</summary>
    public static IQueryable<Member> Organising(this IQueryable<Member> members, long groupId) =>
        members.Where(it => it.GroupId == groupId && it.Role == Role.Organiser && it.LeftAt == null);

    /// <summary>The first group of each of these people, whose quiet hours they keep in private too.</summary>
    public static async Task<IReadOnlyDictionary<long, Group>> HomesAsync(this Db db, IReadOnlyCollection<long> people)
    {
        var members = await db
            .Members.Include(it => it.Group)
            .Where(it => people.Contains(it.PersonId) && it.LeftAt == null && it.Group.InactiveAt == null)
            .OrderBy(it => it.GroupId)
            .ToListAsync();
        return members.GroupBy(it => it.PersonId).ToDictionary(it => it.Key, it => it.First().Group);
    }
}
