using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;
using MutualAid.Core.Volunteers;

namespace MutualAid.Admin;

/// <summary>Who works with whom, and who was told.</summary>
public sealed partial class Sight
{
    // A message that is not out by then may as well be said by telephone.
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(2);

    /// <summary>A team of this sight with its people.</summary>
    public Task<Team?> TeamAsync(long id) =>
        Teams
            .Include(it => it.Group)
            .Include(it => it.Lead)
            .Include(it => it.Members)
                .ThenInclude(it => it.Person)
            .FirstOrDefaultAsync(it => it.Id == id);

    /// <summary>Those of these people who are in a group that was found in this sight.</summary>
    public async Task<IReadOnlyList<Person>> MembersAsync(Group group, IReadOnlyCollection<long> people) =>
        await Members
            .Where(it => it.GroupId == group.Id && it.LeftAt == null && people.Contains(it.PersonId))
            .OrderBy(it => it.PersonId)
            .Select(it => it.Person)
            .ToListAsync();

    /// <summary>What became of the last word to each who had to hear of a shift of this sight.</summary>
    public async Task<IReadOnlyDictionary<long, Told>> ToldAsync(Shift it, CancellationToken stop)
    {
        var all = await db
            .ShiftNotices.Where(notice => notice.ShiftId == it.Id)
            .OrderBy(notice => notice.Id)
            .Select(notice => new
            {
                notice.PersonId,
                notice.Person.Name,
                notice.At,
                notice.OutboxId,
                notice.CalledAt,
                Caller = db.People.Where(person => person.Id == notice.CalledById).Select(person => person.Name).FirstOrDefault(),
                Row = db.Outbox.Where(row => row.Id == notice.OutboxId).Select(row => new { row.State, row.SentAt }).FirstOrDefault(),
            })
            .ToListAsync(stop);
        return all.GroupBy(notice => notice.PersonId)
            .ToDictionary(
                each => each.Key,
                each =>
                    each.Last() is var last && last.CalledAt is { } called ? new Told(last.Name, TellingState.Called, called, last.Caller)
                    : last.OutboxId is null ? new Told(last.Name, TellingState.Missed, last.At)
                    // Of long ago: the messages are gone.
                    : last.Row is null ? new Told(last.Name, TellingState.Told, last.At)
                    : new Told(last.Name, StateOf(last.Row.State, last.At), last.Row.SentAt ?? last.At)
            );
    }

    private TellingState StateOf(OutboxState state, DateTime at) =>
        state switch
        {
            OutboxState.Sent => TellingState.Told,
            OutboxState.Queued or OutboxState.Attempting or OutboxState.Retry => Now - at > Soon
                ? TellingState.Late
                : TellingState.OnItsWay,
            OutboxState.Unknown => TellingState.Doubtful,
            _ => TellingState.Missed,
        };
}

/// <summary>The names are phrase keys.</summary>
public enum TellingState
{
    Told,
    OnItsWay,

    /// <summary>It should be out by now, and is not.</summary>
    Late,

    /// <summary>Nobody knows whether it arrived.</summary>
    Doubtful,

    /// <summary>It did not reach them: somebody has to call.</summary>
    Missed,

    /// <summary>Somebody called.</summary>
    Called,
}

/// <param name="By">Who called.</param>
public sealed record Told(string Name, TellingState State, DateTime At, string? By = null)
{
    public bool AsksCall => State is TellingState.Missed or TellingState.Doubtful or TellingState.Late;
}
