using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;
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

    /// <summary>A change was taken back: whom no word of it reached knows what held before, and need not hear of either.</summary>
    /// <returns>Those on it who heard of the change, or may have.</returns>
    public async Task<IReadOnlyList<Person>> UntellAsync(Shift it)
    {
        var last = (await db.ShiftNotices.Where(each => each.ShiftId == it.Id).OrderBy(each => each.Id).ToListAsync())
            .GroupBy(each => each.PersonId)
            .ToDictionary(each => each.Key, each => each.Last());
        var heard = new List<Person>();
        foreach (var person in it.On().Select(place => place.Person))
        {
            if (!last.TryGetValue(person.Id, out var notice) || notice.CalledAt is not null || !await RecallAsync(notice))
                heard.Add(person);
            else
                db.ShiftNotices.Remove(notice);
        }

        return heard;
    }

    // What is still in the queue does not go out.
    private async Task<bool> RecallAsync(ShiftNotice notice)
    {
        if (notice.OutboxId is null)
            return true;
        if (await db.Outbox.FindAsync(notice.OutboxId) is not { State: OutboxState.Queued } row)
            return false;
        (row.State, row.Reason) = (OutboxState.Cancelled, "taken back");
        return true;
    }

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
