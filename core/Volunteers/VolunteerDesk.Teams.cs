using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.People;

namespace MutualAid.Core.Volunteers;

/// <summary>Teams that are set as a whole, and that end.</summary>
public sealed partial class VolunteerDesk
{
    private const int ShortestTeam = 2;
    private const int LongestTeam = 20;

    /// <summary>Makes a team, or makes one as it should be: its name, who leads it, and exactly who goes with it.</summary>
    /// <param name="team">Null: a new one.</param>
    public async Task<(ShiftRefusal Refusal, Team? Team)> SetAsync(
        Actor who,
        Team? team,
        string name,
        Person lead,
        IReadOnlyCollection<Person> people
    )
    {
        var same = await NamedAsync(who.Group!, name);
        if (Check(who, team, name, same) is var refusal and not ShiftRefusal.None)
            return (refusal, team);
        team ??= await BeginAsync(who, name);
        (team.Name, team.NameKey, team.Lead) = (name, Folded.Key(name), lead);
        foreach (var gone in team.Members.Where(member => member.LeftAt is null && !people.Any(person => person.Id == member.PersonId)))
            gone.LeftAt = Now;
        Add(who, team, people);
        return (ShiftRefusal.None, team);
    }

    /// <summary>Nobody goes with it any more; its shifts stay as they are.</summary>
    public ShiftRefusal Dissolve(Actor who, Team team)
    {
        if (!who.Organiser && team.LeadId != who.Person.Id)
            return ShiftRefusal.NotLead;
        team.DissolvedAt = Now;
        foreach (var member in team.Members.Where(member => member.LeftAt is null))
            member.LeftAt = Now;
        return ShiftRefusal.None;
    }

    // A chat command tells name and people apart by blanks and signs: a team is called so that it can be said there too.
    private static ShiftRefusal Check(Actor who, Team? team, string name, Team? same) =>
        !who.Organiser && (team is null || team.LeadId != who.Person.Id) ? ShiftRefusal.NotLead
        : name.Length is < ShortestTeam or > LongestTeam || name.Any(each => char.IsWhiteSpace(each) || ":：,，、".Contains(each))
            ? ShiftRefusal.BadTeamName
        : same is not null && same != team && (team is not null || same.DissolvedAt is null) ? ShiftRefusal.TeamNameTaken
        : ShiftRefusal.None;

    /// <summary>Also one that was dissolved.</summary>
    private Task<Team?> NamedAsync(Group group, string name)
    {
        var key = Folded.Key(name);
        return EveryTeamOf(group.Id).FirstOrDefaultAsync(team => team.NameKey == key);
    }

    private IQueryable<Team> EveryTeamOf(long groupId) =>
        db
            .Teams.Where(team => team.GroupId == groupId)
            .Include(team => team.Lead)
            .Include(team => team.Members)
                .ThenInclude(member => member.Person)
            .OrderBy(team => team.Id);

    private async Task<Team> BeginAsync(Actor who, string name) =>
        await NamedAsync(who.Group!, name) is { } gone ? Revive(who, gone, name) : NewTeam(who, name);

    private Team NewTeam(Actor who, string name)
    {
        var team = new Team
        {
            Group = who.Group!,
            Name = name,
            NameKey = Folded.Key(name),
            Lead = who.Person,
            MadeBy = who.Person,
            MadeAt = Now,
        };
        db.Teams.Add(team);
        return team;
    }

    private static Team Revive(Actor who, Team team, string name)
    {
        (team.Name, team.Lead, team.DissolvedAt) = (name, who.Person, null);
        return team;
    }

    private void Add(Actor who, Team team, IEnumerable<Person> people)
    {
        foreach (var person in people.Where(person => !IsIn(team, person)))
            team.Members.Add(
                new TeamMember
                {
                    Person = person,
                    AddedAt = Now,
                    AddedById = who.Person.Id,
                }
            );
    }
}
