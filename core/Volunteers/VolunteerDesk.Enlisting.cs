using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Communities;
using MutualAid.Core.Groups;
using MutualAid.Core.People;

namespace MutualAid.Core.Volunteers;

/// <summary>People whom an organiser puts on the roster: from a list that was kept elsewhere.</summary>
public sealed partial class VolunteerDesk
{
    /// <summary>On the roster and in the group from now on; what is not said stays as it is.</summary>
    /// <param name="person">Null: somebody who never spoke to the bot.</param>
    public async Task<Person> EnlistAsync(Group group, Person? person, string name, Community? community, VolunteerWords words)
    {
        var isNew = person is null;
        if (person is null)
        {
            person = new Person { Name = name, FirstSeenAt = Now };
            db.People.Add(person);
        }

        person.Community = community ?? person.Community;
        var member = isNew ? null : await db.Members.FirstOrDefaultAsync(it => it.GroupId == group.Id && it.PersonId == person.Id);
        if (member is not null)
            member.LeftAt = null;
        else
            db.Members.Add(
                new Member
                {
                    Group = group,
                    Person = person,
                    RoleAt = Now,
                    JoinedAt = Now,
                }
            );
        await JoinAsync(person, words);
        return person;
    }
}
