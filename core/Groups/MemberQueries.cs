namespace MutualAid.Core.Groups;

/// <summary>Members by adjectives.</summary>
public static class MemberQueries
{
    /// <summary>Who organises a group now.</summary>
    public static IQueryable<Member> Organising(this IQueryable<Member> members, long groupId) =>
        members.Where(it => it.GroupId == groupId && it.Role == Role.Organiser && it.LeftAt == null);
}
