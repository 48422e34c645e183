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
