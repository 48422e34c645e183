using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Messaging;
using MutualAid.Core.Volunteers;

namespace MutualAid.Admin;

/// <summary>Who has to be called for which shift, by the rules of <see cref="TellingState"/>.</summary>
public sealed partial class Sight
{
    /// <summary>Those of the groups that the caller leads.</summary>
    public IQueryable<Shift> ShiftsLed =>
        Caller.For([ConsoleRole.Organiser]) is { All: false, Groups: var groups }
            ? Shifts.Where(it => groups.Contains(it.GroupId))
            : Shifts;

    /// <summary>Of those that are not over: how many are to be called, soonest first; shifts of which everybody knows are left out.</summary>
    /// <param name="channels">Those of their groups.</param>
    public async Task<IReadOnlyList<ShiftCalls>> CallsAsync(IQueryable<Shift> shifts, IEnumerable<string> channels, CancellationToken stop)
    {
        var silences = channels.Distinct(StringComparer.Ordinal).ToDictionary(it => it, host.SilenceOf, StringComparer.Ordinal);
        var open = shifts.Where(it => it.EndsAt > Now);
        var off = silences.Where(it => it.Value == Silence.Off).Select(it => it.Key).ToList();
        var silent = silences.Where(it => it.Value != Silence.None).Select(it => it.Key).ToList();
        return await Untold(open, silent)
            .Concat(Unreached(open, off))
            .GroupBy(it => new { it.Number, it.StartsAt })
            .OrderBy(it => it.Key.StartsAt)
            .ThenBy(it => it.Key.Number)
            .Select(it => new ShiftCalls(it.Key.Number, it.Key.StartsAt, it.Count()))
            .ToListAsync(stop);
    }

    // Once for everybody whom the last word did not reach.
    private IQueryable<Shift> Untold(IQueryable<Shift> open, List<string> silent)
    {
        var soon = Now - Soon;
        return from it in open
            from notice in db.ShiftNotices.Where(notice => notice.ShiftId == it.Id)
            where notice.CalledAt == null
            where !db.ShiftNotices.Any(later => later.ShiftId == it.Id && later.PersonId == notice.PersonId && later.Id > notice.Id)
            where
                notice.OutboxId == null
                || db.Outbox.Any(row =>
                    row.Id == notice.OutboxId
                    && (
                        row.State == OutboxState.Failed
                        || row.State == OutboxState.Unknown
                        || row.State == OutboxState.Cancelled
                        || (row.State != OutboxState.Sent && row.State != OutboxState.Attempting && silent.Contains(it.Group.Channel))
                        || (row.State == OutboxState.Queued && row.DueAt <= Now && row.CreatedAt < soon)
                        || ((row.State == OutboxState.Attempting || row.State == OutboxState.Retry) && row.CreatedAt < soon)
                    )
                )
            select it;
    }

    // Once for everybody on it who never had to be told and cannot be written to.
    private IQueryable<Shift> Unreached(IQueryable<Shift> open, List<string> off) =>
        from it in open
        where it.CancelledAt == null
        from place in it.Assignments
        where place.LeftAt == null
        where !db.ShiftNotices.Any(notice => notice.ShiftId == it.Id && notice.PersonId == place.PersonId)
        where db.Members.Any(member => member.GroupId == it.GroupId && member.PersonId == place.PersonId && member.LeftAt == null)
        where
            off.Contains(it.Group.Channel)
            || !place.Person.Accounts.Any(account =>
                account.Channel == it.Group.Channel && account.ReachableSince != null && account.PrivateChat != null
            )
        select it;
}

/// <param name="People">How many are to be called.</param>
public sealed record ShiftCalls(int Number, DateTime StartsAt, int People);
