using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Language;
using MutualAid.Core.People;

namespace MutualAid.Core.Volunteers;

/// <summary>Shifts, the roster and hours by adjectives: <c>db.Shifts.Coming(now).OfGroup(3).SoonestFirst()</c>.</summary>
public static class ShiftQueries
{
    /// <summary>Neither cancelled nor over.</summary>
    public static IQueryable<Shift> Coming(this IQueryable<Shift> shifts, DateTime now) =>
        shifts.Where(it => it.CancelledAt == null && it.EndsAt > now);

    public static IQueryable<Shift> OfGroup(this IQueryable<Shift> shifts, long groupId) => shifts.Where(it => it.GroupId == groupId);

    public static IQueryable<Shift> SoonestFirst(this IQueryable<Shift> shifts) =>
        shifts.OrderBy(it => it.StartsAt).ThenBy(it => it.Number);

    /// <summary>Those that still lack somebody.</summary>
    public static IQueryable<Shift> Lacking(this IQueryable<Shift> shifts) =>
        shifts.Where(it => it.Assignments.Count(place => place.LeftAt == null) < it.People);

    /// <summary>Those a person is on.</summary>
    public static IQueryable<Shift> With(this IQueryable<Shift> shifts, long personId) =>
        shifts.Where(it => it.Assignments.Any(place => place.PersonId == personId && place.LeftAt == null));

    /// <summary>Not cancelled, and sharing a moment with this span (UTC).</summary>
    public static IQueryable<Shift> During(this IQueryable<Shift> shifts, DateTime from, DateTime to) =>
        shifts.Where(it => it.CancelledAt == null && it.StartsAt < to && it.EndsAt > from);

    /// <summary>With group, team, leader, people and hours.</summary>
    public static IQueryable<Shift> WithAll(this IQueryable<Shift> shifts) =>
        shifts
            .Include(it => it.Group)
            .Include(it => it.Team)
            .Include(it => it.Lead)
            .Include(it => it.MadeBy)
            .Include(it => it.StandIns)
            .Include(it => it.Assignments)
                .ThenInclude(place => place.Person)
            .Include(it => it.Assignments)
                .ThenInclude(place => place.Hours)
            .AsSplitQuery();

    /// <summary>Lines of the ledger that no correction replaced.</summary>
    public static IQueryable<HoursEntry> Current(this IQueryable<HoursEntry> hours) => hours.Where(entry => entry.ReplacedBy == null);

    /// <summary>待确认: the shift ended and nobody said when the person left.</summary>
    public static IQueryable<HoursEntry> Unconfirmed(this IQueryable<HoursEntry> hours) =>
        hours.Current().Where(entry => entry.NotedById == null);

    /// <summary>Of shifts that this person leads, or of groups that they organise.</summary>
    public static IQueryable<HoursEntry> LedBy(this IQueryable<HoursEntry> hours, long personId) =>
        hours.Where(entry =>
            entry.Assignment.Shift.LeadId == personId
            || entry.Assignment.Shift.Team!.LeadId == personId
            || entry.Assignment.Shift.Group.Members.Any(member =>
                member.PersonId == personId && member.LeftAt == null && member.Role == Groups.Role.Organiser
            )
        );

    /// <summary>With these words in their name, skills, area or times.</summary>
    public static IQueryable<Volunteer> About(this IQueryable<Volunteer> volunteers, string words)
    {
        var key = Folded.Key(words);
        return volunteers.Where(it =>
            it.Person.Name.Contains(words)
            || it.Area!.Contains(words)
            || it.FreeText!.Contains(words)
            || it.Skills.Any(skill => skill.Key.Contains(key))
        );
    }

    /// <summary>Those that were not dissolved.</summary>
    public static IQueryable<Team> Standing(this IQueryable<Team> teams) => teams.Where(team => team.DissolvedAt == null);

    /// <summary>Who is on the roster and in this group.</summary>
    public static IQueryable<Volunteer> OfGroup(this IQueryable<Volunteer> volunteers, Db db, long groupId) =>
        volunteers.Where(it =>
            it.LeftAt == null
            && db.Members.Any(member => member.GroupId == groupId && member.PersonId == it.PersonId && member.LeftAt == null)
        );
}

/// <summary>What is true of one shift whose people are loaded.</summary>
public static class ShiftFacts
{
    /// <summary>签到 counts from an hour before the start to the end.</summary>
    public static readonly TimeSpan OpensBefore = TimeSpan.FromHours(1);

    /// <summary>Those on it, in the order in which they came.</summary>
    public static IReadOnlyList<Assignment> On(this Shift it) =>
        [.. it.Assignments.Where(place => place.LeftAt is null).OrderBy(place => place.Position)];

    /// <summary>How many it still lacks.</summary>
    public static int Gap(this Shift it) => Math.Max(0, it.People - it.On().Count);

    public static Assignment? Of(this Shift it, Person person) => it.On().FirstOrDefault(place => place.IsOf(person));

    public static bool IsOf(this Assignment place, Person person) =>
        place.Person == person || (person.Id != 0 && place.PersonId == person.Id);

    /// <summary>The line of the ledger that holds; null: still there, or never came.</summary>
    public static HoursEntry? Served(this Assignment place) =>
        place.Hours.Find(entry => !place.Hours.Exists(other => other.Replaces == entry || (entry.Id != 0 && other.ReplacesId == entry.Id)));

    public static bool IsThere(this Assignment place) => place is { LeftAt: null, CheckedInAt: not null } && place.Served() is null;

    public static int Minutes(this HoursEntry entry) => (int)(entry.To - entry.From).TotalMinutes;

    /// <summary>Each thing that those on it have to be able to do.</summary>
    public static IReadOnlyList<string> Skills(this Shift it) =>
        it.Skill?.Split(['、', ',', '，'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>测温 is what somebody can who said 会测温 or 测温登记.</summary>
    public static bool Can(this Volunteer volunteer, Shift it) =>
        it.Skills()
            .Select(Folded.Key)
            .All(wanted =>
                volunteer.Skills.Exists(skill =>
                    skill.Key.Contains(wanted, StringComparison.Ordinal) || wanted.Contains(skill.Key, StringComparison.Ordinal)
                )
            );

    /// <summary>By what they said of their week.</summary>
    public static bool IsFree(this Volunteer volunteer, Shift it) =>
        FreeTimes.Cover(volunteer.FreeSlots, Groups.GroupClock.Local(it.Group, it.StartsAt), Groups.GroupClock.Local(it.Group, it.EndsAt));
}
