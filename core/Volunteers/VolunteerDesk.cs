using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.People;

namespace MutualAid.Core.Volunteers;

/// <summary>The roster and the teams.</summary>
public sealed partial class VolunteerDesk(Db db, TimeProvider clock)
{
    private const int MostSkills = 20;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public Task<Volunteer?> FindAsync(Person person) =>
        db.Volunteers.Include(it => it.Skills).Include(it => it.Person).FirstOrDefaultAsync(it => it.PersonId == person.Id);

    /// <summary>当志愿者: on the roster from now on. What is said replaces what was said before; what is not said stays.</summary>
    public async Task<Volunteer> JoinAsync(Person person, VolunteerWords words)
    {
        var it = await FindAsync(person);
        if (it is null)
        {
            it = new Volunteer { Person = person, JoinedAt = Now };
            db.Volunteers.Add(it);
        }

        Join(it, words);
        return it;
    }

    private void Join(Volunteer it, VolunteerWords words)
    {
        it.LeftAt = null;
        it.Area = words.Area ?? it.Area;
        it.Contact = words.Contact ?? it.Contact;
        it.Note = words.Note ?? it.Note;
        (it.FreeText, it.FreeSlots) =
            words.FreeSlots == 0 && string.IsNullOrEmpty(words.FreeText) ? (it.FreeText, it.FreeSlots) : (words.FreeText, words.FreeSlots);
        if (words.Skills.Count == 0)
            return;
        foreach (var gone in it.Skills.Where(skill => !words.Skills.Any(name => Folded.Key(name) == skill.Key)).ToList())
            db.Remove(gone);
        foreach (var name in words.Skills.Take(MostSkills).Where(name => !it.Skills.Exists(skill => skill.Key == Folded.Key(name))))
            it.Skills.Add(new VolunteerSkill { Name = name, Key = Folded.Key(name) });
    }

    /// <summary>Off the roster; shifts and hours stay. False: was not on it.</summary>
    public async Task<bool> LeaveAsync(Person person)
    {
        if (await FindAsync(person) is not { LeftAt: null } it)
            return false;
        it.LeftAt = Now;
        return true;
    }

    /// <summary>The teams of a group, with their people.</summary>
    public IQueryable<Team> TeamsOf(long groupId) =>
        db
            .Teams.Standing()
            .Where(team => team.GroupId == groupId)
            .Include(team => team.Lead)
            .Include(team => team.Members)
                .ThenInclude(member => member.Person)
            .OrderBy(team => team.Id);

    public Task<Team?> TeamAsync(Group group, string name)
    {
        var key = Folded.Key(name);
        return TeamsOf(group.Id).FirstOrDefaultAsync(team => team.NameKey == key);
    }

    /// <summary>Makes the team, or puts more people into it. Organisers make one; who leads it may change it.</summary>
    public async Task<(ShiftRefusal Refusal, Team? Team)> NameAsync(
        Actor who,
        string name,
        Person? lead,
        IReadOnlyCollection<Person> people
    )
    {
        var group = who.Group!;
        var team = await TeamAsync(group, name);
        if (!who.Organiser && team?.LeadId != who.Person.Id)
            return (ShiftRefusal.NotLead, team);
        team ??= await BeginAsync(who, name);
        team.Lead = lead ?? team.Lead;
        Add(who, team, people);
        return (ShiftRefusal.None, team);
    }

    /// <summary>Takes people out of a team.</summary>
    public async Task<(ShiftRefusal Refusal, Team? Team)> DropAsync(Actor who, string name, IReadOnlyCollection<Person> people)
    {
        if (await TeamAsync(who.Group!, name) is not { } team)
            return (ShiftRefusal.NoSuchTeam, null);
        if (!who.Organiser && team.LeadId != who.Person.Id)
            return (ShiftRefusal.NotLead, team);
        foreach (var member in team.Members.Where(member => member.LeftAt is null && people.Any(person => person.Id == member.PersonId)))
            member.LeftAt = Now;
        return (ShiftRefusal.None, team);
    }

    private static bool IsIn(Team team, Person person) =>
        // Who came just now has no id yet.
        team.Members.Exists(member =>
            member.LeftAt is null && (member.Person == person || (person.Id > 0 && member.PersonId == person.Id))
        );
}

/// <summary>What somebody said of themselves; null or empty: nothing.</summary>
public sealed record VolunteerWords(IReadOnlyList<string> Skills)
{
    public string? Area { get; init; }
    public string? FreeText { get; init; }
    public int FreeSlots { get; init; }
    public string? Contact { get; init; }

    /// <summary>A remark of whoever keeps the roster.</summary>
    public string? Note { get; init; }
}
