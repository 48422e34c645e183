using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;

namespace MutualAid.Core.Groups;

/// <summary>How somebody stands to a group that they may not be speaking in.</summary>
public static class Standing
{
    public static bool IsIn(this Actor who, Group group) => who.Group is not null && (who.Group == group || who.Group.Id == group.Id);

    public static async Task<bool> OrganisesAsync(this Db db, Actor who, Group group) =>
        who.IsIn(group)
            ? who.Organiser
            : await db.Members.AnyAsync(member =>
                member.GroupId == group.Id && member.PersonId == who.Person.Id && member.LeftAt == null && member.Role == Role.Organiser
            );

    /// <summary>In private a member of the group is at home; in another group only its organisers are.</summary>
    public static async Task<bool> BelongsAsync(this Db db, Actor who, Group group) =>
        who.IsIn(group)
        || (
            who.Group is null
                ? await db.Members.AnyAsync(member =>
                    member.GroupId == group.Id && member.PersonId == who.Person.Id && member.LeftAt == null
                )
                : await db.OrganisesAsync(who, group)
        );
}
