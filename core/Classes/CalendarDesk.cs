using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.People;

namespace MutualAid.Core.Classes;

/// <summary>Hands out the secret links of calendar feeds and takes them back.</summary>
public sealed class CalendarDesk(Db db, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The feed of a person's own classes: made once, the same every time.</summary>
    public async Task<CalendarKey> KeyAsync(Person person) =>
        await Valid().FirstOrDefaultAsync(key => key.PersonId == person.Id) ?? Add(new CalendarKey { Person = person });

    /// <summary>The feed of a group's timetable.</summary>
    public async Task<CalendarKey> KeyAsync(Group group) =>
        await Valid().FirstOrDefaultAsync(key => key.GroupId == group.Id) ?? Add(new CalendarKey { Group = group });

    /// <summary>The old link stops working.</summary>
    public async Task<CalendarKey> RenewAsync(Person person)
    {
        foreach (var key in await Valid().Where(key => key.PersonId == person.Id).ToListAsync())
            key.RevokedAt = Now;
        return Add(new CalendarKey { Person = person });
    }

    private IQueryable<CalendarKey> Valid() => db.CalendarKeys.Where(key => key.RevokedAt == null);

    private CalendarKey Add(CalendarKey key)
    {
        (key.Key, key.MadeAt) = (Secrets.NewCode(), Now);
        db.CalendarKeys.Add(key);
        return key;
    }
}
