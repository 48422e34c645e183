using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Groups;

namespace MutualAid.Core.Volunteers;

public sealed partial class ShiftDesk
{
    /// <summary>8号班改到明早8点: its reminders and its roll move along.</summary>
    /// <param name="endsAt">Null: it keeps its length.</param>
    /// <param name="keep">Those on it stay, but for who is on another shift then; else it is filled anew.</param>
    /// <returns>In <see cref="ShiftResult.Places"/> everybody who was on it; who was taken off has left.</returns>
    public async Task<ShiftResult> MoveAsync(int number, Actor who, DateTime startsAt, DateTime? endsAt, bool keep)
    {
        var found = await OwnAsync(number, who);
        if (found is not { Done: true, Shift: { } it })
            return found;
        var end = endsAt ?? startsAt + (it.EndsAt - it.StartsAt);
        var draft = new ShiftDraft(it.Place, startsAt, end, it.People);
        if (Fault(draft) is var fault and not ShiftRefusal.None)
            return new(fault, it);
        if (it.Assignments.Exists(place => place.IsThere()))
            return new(ShiftRefusal.AlreadyBegun, it);
        (it.StartsAt, it.EndsAt) = (startsAt, end);
        it.Version++;
        var on = it.On();
        foreach (var place in on)
        {
            // What was said of the old hours does not hold for the new ones.
            place.ConfirmedAt = null;
            if (!keep || await ConflictAsync(it, place.Person) is not null)
                Leave(it, place, who.Person);
        }

        await plan.MoveAsync(it);
        return found with { Places = on };
    }

    /// <summary>Where, when, how many and what for, as they should have been; who is on it stays, but for who is on another shift then.</summary>
    /// <returns>As <see cref="MoveAsync"/>.</returns>
    public async Task<ShiftResult> CorrectAsync(int number, Actor who, ShiftDraft draft)
    {
        var found = await OwnAsync(number, who);
        if (found is not { Done: true, Shift: { } it })
            return found;
        if (WhereFault(draft) is var fault and not ShiftRefusal.None)
            return new(fault, it);
        if ((draft.StartsAt, draft.EndsAt) != (it.StartsAt, it.EndsAt))
        {
            found = await MoveAsync(number, who, draft.StartsAt, draft.EndsAt, keep: true);
            if (!found.Done)
                return found;
        }
        else
        {
            found = found with { Places = it.On() };
        }

        (it.Place, it.People, it.Skill) = (draft.Place, draft.People, draft.Skill);
        it.Version++;
        return found;
    }

    /// <summary>A shift at the same place and time that stands already.</summary>
    public Task<Shift?> SameAsync(Group group, ShiftDraft draft) =>
        db
            .Shifts.Coming(Now)
            .OfGroup(group.Id)
            .Where(it => it.StartsAt == draft.StartsAt && it.EndsAt == draft.EndsAt && it.Place == draft.Place)
            .OrderBy(it => it.Number)
            .WithAll()
            .FirstOrDefaultAsync();
}
