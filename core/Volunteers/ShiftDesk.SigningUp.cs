using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.People;

namespace MutualAid.Core.Volunteers;

public sealed partial class ShiftDesk
{
    /// <summary>值班 8: the speaker's place on it, while there is one; who leads may put others on it.</summary>
    /// <param name="instead">A shift at the same time that is given back for it.</param>
    /// <param name="person">Whose place it is to be; null: the speaker's.</param>
    public async Task<ShiftResult> SignUpAsync(int number, Actor who, int? instead = null, Person? person = null)
    {
        var found = await OpenAsync(number, who);
        if (found is not { Done: true, Shift: { } it })
            return found;
        var whose = person ?? who.Person;
        if (whose.Id != who.Person.Id && !await db.LeadsAsync(who, it))
            return new(ShiftRefusal.NotLead, it);
        if (it.Of(whose) is { } mine)
            return new(ShiftRefusal.AlreadyOn, it) { Places = [mine] };
        if (it.Gap() == 0)
            return new(ShiftRefusal.Full, it) { Other = await LackingAsync(it, whose) };
        var other = await ConflictAsync(it, whose);
        if (other is not null && other.Number != instead)
            return new(ShiftRefusal.Conflict, it) { Other = other };
        if (other is not null)
            Leave(other, other.Of(whose)!, who.Person);
        return found with { Places = [Assign(it, whose, who.Person)], Other = other };
    }

    /// <summary>来不了: the speaker's own place; who leads may take anybody off.</summary>
    public async Task<ShiftResult> LeaveAsync(int number, Actor who, Person? person = null)
    {
        var found = await OpenAsync(number, who);
        if (found is not { Done: true, Shift: { } it })
            return found;
        if (person is not null && person.Id != who.Person.Id && !await db.LeadsAsync(who, it))
            return new(ShiftRefusal.NotLead, it);
        if (it.Of(person ?? who.Person) is not { } place)
            return new(ShiftRefusal.NotOn, it);
        Leave(it, place, who.Person);
        return found with { Places = [place] };
    }

    /// <summary>能到.</summary>
    public async Task<ShiftResult> ConfirmAsync(int number, Actor who)
    {
        var found = await OpenAsync(number, who);
        if (found is not { Done: true, Shift: { } it })
            return found;
        if (it.Of(who.Person) is not { } place)
            return new(ShiftRefusal.NotOn, it);
        place.ConfirmedAt ??= Now;
        it.Version++;
        return found with { Places = [place] };
    }

    /// <summary>Whether a gap is so near that its leader should hear of it at once: from the evening before.</summary>
    public bool IsNear(Shift it) => Now >= ShiftPlan.RollAt(it) && Now < it.EndsAt;

    /// <summary>Who could fill a gap: on the roster of the group, able, free by their own words, not on duty then, and not one who said no.</summary>
    public async Task<IReadOnlyList<Volunteer>> ReserveAsync(Shift it)
    {
        var roster = await db
            .Volunteers.OfGroup(db, it.GroupId)
            .Include(volunteer => volunteer.Person)
            .Include(volunteer => volunteer.Skills)
            .OrderBy(volunteer => volunteer.Id)
            .ToListAsync();
        var busy = await db
            .Shifts.During(it.StartsAt, it.EndsAt)
            .SelectMany(shift => shift.Assignments)
            .Where(place => place.LeftAt == null || place.ShiftId == it.Id)
            .Select(place => place.PersonId)
            .ToListAsync();
        var declined = it.StandIns.Where(each => each.DeclinedAt is not null).Select(each => each.PersonId);
        var taken = busy.Concat(declined).Append(it.LeadId).ToHashSet();
        return roster.FindAll(volunteer => !taken.Contains(volunteer.PersonId) && volunteer.Can(it) && volunteer.IsFree(it));
    }

    /// <summary>[请他们顶班]: all who could are asked, and only they.</summary>
    public async Task<(ShiftResult Result, IReadOnlyList<Volunteer> Asked)> AskReserveAsync(int number, Actor who)
    {
        var found = await OwnAsync(number, who);
        if (found is not { Done: true, Shift: { } it })
            return (found, []);
        if (it.Gap() == 0)
            return (new(ShiftRefusal.Covered, it), []);
        var reserve = await ReserveAsync(it);
        foreach (var volunteer in reserve.Where(volunteer => !it.StandIns.Exists(each => each.PersonId == volunteer.PersonId)))
        {
            it.StandIns.Add(
                new StandIn
                {
                    Shift = it,
                    Person = volunteer.Person,
                    PersonId = volunteer.PersonId,
                    AskedAt = Now,
                    AskedById = who.Person.Id,
                }
            );
        }

        it.Version++;
        return (found, reserve);
    }

    /// <summary>[我来]: the first gets the place.</summary>
    public async Task<ShiftResult> StandInAsync(int number, Actor who)
    {
        var result = await SignUpAsync(number, who);
        return result.Refusal == ShiftRefusal.Full ? result with { Refusal = ShiftRefusal.Covered } : result;
    }

    public async Task<ShiftResult> DeclineAsync(int number, Actor who)
    {
        var found = await OpenAsync(number, who);
        if (found is { Done: true, Shift: { } it } && it.StandIns.Find(each => each.PersonId == who.Person.Id) is { } asked)
        {
            asked.DeclinedAt ??= Now;
            it.Version++;
        }

        return found;
    }

    /// <summary>换班: <paramref name="to"/> takes over the place of <paramref name="from"/>, and theirs on another shift goes the other way.</summary>
    /// <param name="back">The shift of <paramref name="to"/> that is given in exchange; null: none.</param>
    public async Task<ShiftResult> SwapAsync(int number, int? back, Person from, Actor to)
    {
        if (back < number && await FindAsync(back.Value) is null)
            return new(ShiftRefusal.NoSuchShift);
        var found = await OpenAsync(number, to);
        if (found is not { Done: true, Shift: { } it })
            return found;
        var other = back is { } second ? await FindAsync(second) : null;
        if (it.Of(from) is not { CheckedInAt: null } mine || (back is not null && other?.Of(to.Person) is not { CheckedInAt: null }))
            return new(ShiftRefusal.NotOn, it);
        if (it.Of(to.Person) is not null || other?.Of(from) is not null)
            return new(ShiftRefusal.AlreadyOn, it);
        if (await ConflictAsync(it, to.Person, other) is { } clash)
            return new(ShiftRefusal.Conflict, it) { Other = clash };
        if (other is not null && await ConflictAsync(other, from, it) is { } backClash)
            return new(ShiftRefusal.Conflict, other) { Other = backClash };
        Leave(it, mine, from);
        List<Assignment> places = [Assign(it, to.Person, from)];
        if (other is not null)
        {
            Leave(other, other.Of(to.Person)!, to.Person);
            places.Add(Assign(other, from, to.Person));
        }

        return found with
        {
            Places = places,
            Other = other,
        };
    }

    private Assignment Assign(Shift it, Person person, Person by)
    {
        var place = new Assignment
        {
            Shift = it,
            Position = it.Assignments.Select(each => each.Position).DefaultIfEmpty().Max() + 1,
            Person = person,
            AssignedAt = Now,
            AssignedById = by.Id,
        };
        it.Assignments.Add(place);
        it.Version++;
        return place;
    }

    private void Leave(Shift it, Assignment place, Person by)
    {
        (place.LeftAt, place.LeftById) = (Now, by.Id);
        it.Version++;
    }

    // Two shifts at one time are found by whoever comes second, wherever they were said.
    private async Task<Shift?> ConflictAsync(Shift it, Person person, Shift? but = null)
    {
        if (person.Id == 0)
            return null;
        await InTurn.WaitAsync(db, $"rota:{person.Id}");
        return await db
            .Shifts.During(it.StartsAt, it.EndsAt)
            .With(person.Id)
            .Where(other => other.Number != it.Number && (but == null || other.Number != but.Number))
            .SoonestFirst()
            .WithAll()
            .FirstOrDefaultAsync();
    }

    private async Task<Shift?> LackingAsync(Shift it, Person person) =>
        await db
            .Shifts.Where(other => other.CancelledAt == null && other.StartsAt > Now)
            .OfGroup(it.GroupId)
            .Lacking()
            .Where(other => other.Number != it.Number)
            .Where(other =>
                !db.Shifts.Any(mine =>
                    mine.CancelledAt == null
                    && mine.StartsAt < other.EndsAt
                    && mine.EndsAt > other.StartsAt
                    && mine.Assignments.Any(place => place.PersonId == person.Id && place.LeftAt == null)
                )
            )
            .SoonestFirst()
            .WithAll()
            .FirstOrDefaultAsync();
}
