using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Groups;
using MutualAid.Core.People;

namespace MutualAid.Core.Volunteers;

public sealed partial class ShiftDesk
{
    /// <summary>They have to hear of it; by which message they do, or by none.</summary>
    /// <param name="outboxId">Null: the bot cannot write to them.</param>
    public void NoteTelling(Shift it, Person person, long? outboxId) =>
        db.ShiftNotices.Add(
            new ShiftNotice
            {
                Shift = it,
                Person = person,
                At = Now,
                OutboxId = outboxId,
            }
        );

    /// <summary>打过电话了: somebody told them by telephone, also that it is off.</summary>
    public async Task<ShiftResult> CallAsync(int number, Actor who, Person person)
    {
        if (await FindAsync(number) is not { } it)
            return new(ShiftRefusal.NoSuchShift);
        if (!await db.LeadsAsync(who, it))
            return new(ShiftRefusal.NotLead, it);
        var notice = await db
            .ShiftNotices.Where(each => each.ShiftId == it.Id && each.PersonId == person.Id)
            .OrderByDescending(each => each.Id)
            .FirstOrDefaultAsync();
        if (notice is null && it.Of(person) is null)
            return new(ShiftRefusal.NotOn, it);
        if (notice is null)
            db.ShiftNotices.Add(
                notice = new ShiftNotice
                {
                    Shift = it,
                    Person = person,
                    At = Now,
                }
            );
        (notice.CalledAt, notice.CalledById) = (Now, who.Person.Id);
        return new(ShiftRefusal.None, it);
    }
}
