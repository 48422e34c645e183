using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.People;

namespace MutualAid.Core.Volunteers;

/// <summary>The ledger of hours: confirms and corrects by new lines.</summary>
public sealed class HoursDesk(Db db, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>What waits to be confirmed by this leader.</summary>
    public IQueryable<HoursEntry> Waiting(Person leader) =>
        db.Hours.Unconfirmed().LedBy(leader.Id).OrderBy(entry => entry.From).ThenBy(entry => entry.Id);

    /// <summary>[全部确认]: what the leader has seen; later lines wait for the next time.</summary>
    /// <returns>The new lines.</returns>
    public async Task<IReadOnlyList<HoursEntry>> ConfirmAsync(Person leader, DateTime seenAt)
    {
        var waiting = await Waiting(leader)
            .Where(entry => entry.NotedAt <= seenAt)
            .Include(entry => entry.Assignment)
                .ThenInclude(place => place.Person)
            .Include(entry => entry.Assignment)
                .ThenInclude(place => place.Shift)
            .ToListAsync();
        return waiting.ConvertAll(entry =>
        {
            entry.Assignment.Shift.Version++;
            return Enter(entry.Assignment, entry.From, entry.To, leader, Now);
        });
    }

    /// <summary>A leader sets somebody's hours right.</summary>
    /// <param name="from">UTC.</param>
    public async Task<ShiftResult> CorrectAsync(int number, Actor who, Person person, DateTime from, DateTime to)
    {
        if (await new ShiftDesk(db, clock).FindAsync(number) is not { } it)
            return new(ShiftRefusal.NoSuchShift);
        if (!await db.LeadsAsync(who, it))
            return new(ShiftRefusal.NotLead, it);
        if (it.Of(person) is not { } place)
            return new(ShiftRefusal.NotOn, it);
        if (to <= from || to > Now || from < it.StartsAt.AddDays(-1) || to > it.EndsAt.AddDays(1))
            return new(ShiftRefusal.BadEnd, it);
        place.CheckedInAt ??= from;
        place.CheckedInById ??= who.Person.Id;
        Enter(place, from, to, who.Person, Now);
        it.Version++;
        return new(ShiftRefusal.None, it) { Places = [place] };
    }

    /// <summary>Hours of people who could not sign in: what they did becomes a shift that is over, with a line of the ledger for each.</summary>
    /// <param name="what">What they did, or where.</param>
    public async Task<ShiftResult> NoteAsync(Actor who, IReadOnlyCollection<Person> people, string what, DateTime from, DateTime to)
    {
        if (who.Group is not { } group || !await db.LeadsAnyAsync(who, group))
            return new(ShiftRefusal.NotLead);
        if (Fault(people, what, from, to) is var fault and not ShiftRefusal.None)
            return new(fault);
        var ids = people.Select(person => person.Id).ToList();
        if (
            await db
                .Shifts.During(from, to)
                .Where(it => it.Assignments.Any(place => ids.Contains(place.PersonId) && place.Hours.Count > 0))
                .FirstOrDefaultAsync() is
            { } other
        )
            return new(ShiftRefusal.Conflict, other);
        var made = await PastAsync(who, group, people, what, (Minute(from), Minute(to)));
        foreach (var place in made.Assignments)
            Enter(place, made.StartsAt, made.EndsAt, who.Person, Now);
        return new(ShiftRefusal.None, made) { Places = made.On() };
    }

    private ShiftRefusal Fault(IReadOnlyCollection<Person> people, string what, DateTime from, DateTime to) =>
        Folded.Key(what).Length == 0 ? ShiftRefusal.NoPlace
        : people.Count is 0 or > ShiftDesk.MostPeople ? ShiftRefusal.NoSuchPerson
        : to <= from || to > Now || to > from.AddDays(1) || from < Now - ShiftDesk.Farthest ? ShiftRefusal.BadEnd
        : ShiftRefusal.None;

    private async Task<Shift> PastAsync(
        Actor who,
        Group group,
        IReadOnlyCollection<Person> people,
        string what,
        (DateTime From, DateTime To) when
    )
    {
        var made = new Shift
        {
            Number = await Numbers.NextAsync<Shift>(db, each => each.Number),
            Group = group,
            GroupId = group.Id,
            Place = what,
            People = people.Count,
            StartsAt = when.From,
            EndsAt = when.To,
            Lead = who.Person,
            MadeBy = who.Person,
            MadeAt = Now,
        };
        foreach (var (person, index) in people.Select((person, index) => (person, index)))
            made.Assignments.Add(
                new Assignment
                {
                    Position = index + 1,
                    Person = person,
                    AssignedAt = Now,
                    AssignedById = who.Person.Id,
                    CheckedInAt = when.From,
                    CheckedInById = who.Person.Id,
                }
            );
        db.Shifts.Add(made);
        return made;
    }

    internal static HoursEntry Enter(Assignment place, DateTime from, DateTime to, Person? by, DateTime now)
    {
        var (start, end) = (Minute(from), Minute(to));
        var entry = new HoursEntry
        {
            Assignment = place,
            From = start,
            // Who signed in and left before the shift began served nothing, not less than nothing.
            To = end < start ? start : end,
            NotedAt = now,
            NotedById = by?.Id,
            Replaces = place.Served(),
        };
        place.Hours.Add(entry);
        return entry;
    }

    private static DateTime Minute(DateTime at) => new(at.Ticks - (at.Ticks % TimeSpan.TicksPerMinute), DateTimeKind.Utc);
}
