using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Groups;
using MutualAid.Core.People;

namespace MutualAid.Core.Volunteers;

public sealed partial class ShiftDesk
{
    /// <summary>How long after the end somebody may still say when they left.</summary>
    private static readonly TimeSpan LateSignOut = TimeSpan.FromHours(12);

    /// <summary>What is longer than the shift by more is a mistake, or the leader's to enter.</summary>
    private static readonly TimeSpan MostOvertime = TimeSpan.FromHours(2);

    /// <summary>The shift that the person's bare 签到 can mean: theirs, not over, and open or soon to be; the one not signed in to first.</summary>
    public async Task<Shift?> NearAsync(Person person)
    {
        var opens = Now + ShiftFacts.OpensBefore;
        var near = await db.Shifts.Coming(Now).With(person.Id).Where(it => it.StartsAt <= opens).SoonestFirst().WithAll().ToListAsync();
        return near.Find(it => it.Of(person)!.CheckedInAt is null) ?? near.FirstOrDefault();
    }

    /// <summary>The shift that a bare 签退 can mean: signed in to and not out, or out only because it ended.</summary>
    public async Task<Shift?> LeavingAsync(Person person)
    {
        var since = Now - LateSignOut;
        var mine = await db
            .Shifts.Where(it => it.CancelledAt == null && it.EndsAt > since && it.StartsAt <= Now + ShiftFacts.OpensBefore)
            .With(person.Id)
            .SoonestFirst()
            .WithAll()
            .ToListAsync();
        return mine.Find(it => it.Of(person)!.IsThere())
            ?? mine.Find(it => it.Of(person)!.Served() is { NotedById: null })
            ?? mine.Find(it => it.EndsAt > Now);
    }

    /// <summary>签到; who was not on it is, while somebody is missing.</summary>
    public async Task<ShiftResult> CheckInAsync(int number, Actor who)
    {
        var found = await OpenAsync(number, who);
        if (found is not { Done: true, Shift: { } it })
            return found;
        if (Now < it.StartsAt - ShiftFacts.OpensBefore)
            return new(ShiftRefusal.NotYetOpen, it);
        var place = it.Of(who.Person);
        if (place is null)
        {
            var joined = await SignUpAsync(number, who);
            if (!joined.Done)
                return joined;
            place = joined.Places[0];
        }

        if (place.CheckedInAt is not null)
            return new(ShiftRefusal.AlreadyIn, it) { Places = [place] };
        CheckIn(it, place, who.Person);
        return found with { Places = [place] };
    }

    /// <summary>南门全到: who leads signs in all at once, but for those who are missing.</summary>
    /// <returns>All whom this leader signed in, now or before.</returns>
    public async Task<ShiftResult> CheckInAllAsync(int number, Actor who, IReadOnlyCollection<Person> missing)
    {
        var found = await OwnAsync(number, who);
        if (found is not { Done: true, Shift: { } it })
            return found;
        if (Now < it.StartsAt - ShiftFacts.OpensBefore)
            return new(ShiftRefusal.NotYetOpen, it);
        foreach (var place in it.On().Where(place => place.CheckedInAt is null && !missing.Any(place.IsOf)))
            CheckIn(it, place, who.Person);
        return found with { Places = [.. it.On().Where(place => place.CheckedInById == who.Person.Id && !place.IsOf(who.Person))] };
    }

    /// <summary>签退: the hours go into the ledger, from the start of the shift at the earliest.</summary>
    /// <param name="at">When they left (UTC); null: now.</param>
    public async Task<ShiftResult> CheckOutAsync(int number, Actor who, DateTime? at = null)
    {
        if (await FindAsync(number) is not { } it)
            return new(ShiftRefusal.NoSuchShift);
        if (!await db.BelongsAsync(who, it.Group))
            return new(ShiftRefusal.OtherGroup);
        if (it.CancelledAt is not null)
            return new(ShiftRefusal.AlreadyCancelled, it);
        if (it.Of(who.Person) is not { } place)
            return new(ShiftRefusal.NotOn, it);
        if (place.CheckedInAt is null)
            return new(ShiftRefusal.NotIn, it);
        if (place.Served() is { NotedById: not null })
            return new(ShiftRefusal.AlreadyOut, it) { Places = [place] };
        var left = at ?? Now;
        if (left > it.EndsAt + MostOvertime || Now > it.EndsAt + LateSignOut)
            return new(ShiftRefusal.LongOver, it);
        Enter(it, place, left, who.Person);
        return new(ShiftRefusal.None, it) { Places = [place] };
    }

    /// <summary>The shift is over: who did not sign out left with its end, until a leader or they themselves say otherwise.</summary>
    /// <returns>Those who forgot.</returns>
    public async Task<IReadOnlyList<Assignment>> EndAsync(int number)
    {
        if (await FindAsync(number) is not { CancelledAt: null } it || Now < it.EndsAt)
            return [];
        var forgot = it.On().Where(place => place.IsThere()).ToList();
        foreach (var place in forgot)
            Enter(it, place, it.EndsAt, by: null);
        return forgot;
    }

    private void CheckIn(Shift it, Assignment place, Person by)
    {
        (place.CheckedInAt, place.CheckedInById) = (Now, by.Id);
        it.Version++;
    }

    private void Enter(Shift it, Assignment place, DateTime to, Person? by)
    {
        var from = place.CheckedInAt > it.StartsAt ? place.CheckedInAt.Value : it.StartsAt;
        HoursDesk.Enter(place, from, to, by, Now);
        it.Version++;
    }
}
