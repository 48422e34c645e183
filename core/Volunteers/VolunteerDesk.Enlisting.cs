using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Communities;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.People;

namespace MutualAid.Core.Volunteers;

/// <summary>Somebody of a list that was kept elsewhere.</summary>
/// <param name="Person">Null: somebody who never spoke to the bot.</param>
/// <param name="Team">Null: none is said.</param>
public sealed record Enlisting(Person? Person, string Name, Community? Community, VolunteerWords Words, string? Team = null);

/// <summary>People whom an organiser puts on the roster.</summary>
public sealed partial class VolunteerDesk
{
    /// <summary>On the roster, in the group and in their teams from now on; what is not said stays as it is. Thousands at once, with a handful of queries.</summary>
    /// <returns>Who they are, in the order of the list.</returns>
    public async Task<IReadOnlyList<Person>> EnlistAsync(Actor who, IReadOnlyList<Enlisting> list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var group = who.Group!;
        var known = list.Select(it => it.Person?.Id ?? 0).Where(id => id > 0).Distinct().ToList();
        var members = await db
            .Members.Where(it => it.GroupId == group.Id && EF.Parameter(known).Contains(it.PersonId))
            .ToDictionaryAsync(it => it.PersonId);
        var listed = await db
            .Volunteers.Where(it => EF.Parameter(known).Contains(it.PersonId))
            .Include(it => it.Skills)
            .Include(it => it.Person)
            .AsSplitQuery()
            .ToDictionaryAsync(it => it.PersonId);
        var teams = list.Any(it => it.Team is not null)
            ? (await EveryTeamOf(group.Id).ToListAsync()).ToDictionary(it => it.NameKey, StringComparer.Ordinal)
            : [];
        var people = new List<Person>(list.Count);
        foreach (var it in list)
        {
            var person = Welcome(it, group, it.Person is { Id: var id } ? members.GetValueOrDefault(id) : null);
            Join(listed.GetValueOrDefault(person.Id) ?? Listed(person), it.Words);
            if (it.Team is { } name)
                Put(who, person, name, teams);
            people.Add(person);
        }

        return people;
    }

    private Person Welcome(Enlisting it, Group group, Member? member)
    {
        var person = it.Person ?? new Person { Name = it.Name, FirstSeenAt = Now };
        if (it.Person is null)
            db.People.Add(person);
        person.Community = it.Community ?? person.Community;
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
        return person;
    }

    private Volunteer Listed(Person person)
    {
        var it = new Volunteer { Person = person, JoinedAt = Now };
        db.Volunteers.Add(it);
        return it;
    }

    // Who leads a team that only a list knows is for a person to say; until then it is whoever brought the list.
    private void Put(Actor who, Person person, string name, Dictionary<string, Team> teams)
    {
        if (!teams.TryGetValue(Folded.Key(name), out var team))
            teams[Folded.Key(name)] = team = NewTeam(who, name);
        else if (team.DissolvedAt is not null)
            Revive(who, team, name);
        Add(who, team, [person]);
    }
}
