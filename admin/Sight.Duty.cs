using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;
using MutualAid.Core.Supplies;
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

    /// <summary>What keeps the bot from writing into this group and to its people.</summary>
    public Silence SilenceOf(Group group) => host.SilenceOf(group.Channel);

    /// <summary>The groups into which nothing goes out until somebody connects their platform.</summary>
    public async Task<IReadOnlySet<long>> SilentAsync(CancellationToken stop) =>
        (await Groups.Where(it => it.InactiveAt == null).Select(it => new { it.Id, it.Channel }).ToListAsync(stop))
            .Where(it => host.SilenceOf(it.Channel) == Silence.Off)
            .Select(it => it.Id)
            .ToHashSet();

    /// <summary>What became of the last word to each who had to hear of a shift of this sight.</summary>
    public async Task<IReadOnlyDictionary<long, Told>> ToldAsync(Shift it, CancellationToken stop)
    {
        var silence = SilenceOf(it.Group);
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
                Row = db
                    .Outbox.Where(row => row.Id == notice.OutboxId)
                    .Select(row => new Carried(row.State, row.SentAt, row.CreatedAt, row.DueAt, row.Text))
                    .FirstOrDefault(),
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
                    : new Told(last.Name, StateOf(last.Row, silence), last.Row.SentAt ?? last.At) { Words = Html.ToPlain(last.Row.Text) }
            );
    }

    /// <summary>Who noted it in the console for somebody else, by the row as the trail names it: <c>Claim 12</c>.</summary>
    public async Task<IReadOnlyDictionary<string, Noting>> NotedForOthersAsync(Need need, CancellationToken stop)
    {
        var about = string.Create(CultureInfo.InvariantCulture, $"{need.Number} {Deed.Whom}");
        var acts = await Audit
            .Where(it => it.GroupId == need.GroupId && it.At >= need.AskedAt && it.Subject!.StartsWith(about))
            .Where(it => it.Act == "needs/{number:int} claim" || it.Act == "needs/{number:int} deliver")
            .Select(it => new { By = new Noting(it.ById, it.By.Name), it.Changes })
            .ToListAsync(stop);
        return acts.SelectMany(it =>
                it.Changes.Split('\n')
                    .Where(line => line.StartsWith("+ ", StringComparison.Ordinal))
                    .Select(line => (Row: line[2..], it.By))
            )
            .DistinctBy(it => it.Row, StringComparer.Ordinal)
            .ToDictionary(it => it.Row, it => it.By, StringComparer.Ordinal);
    }

    /// <summary>What became of the last drawing of a card in its group; null: it was never shown there.</summary>
    public async Task<(TellingState State, DateTime At)?> ShownAsync(Group group, string card, CancellationToken stop)
    {
        var last = await db
            .Outbox.Where(row => row.Card!.Key == card && row.Channel == group.Channel && row.ChatId == group.ExternalId)
            .Where(row => row.Kind == OutboxKind.Send || row.Kind == OutboxKind.Edit)
            // What was as it stood there needed no message.
            .Where(row => row.State != OutboxState.Cancelled)
            .OrderByDescending(row => row.Id)
            .Select(row => new Carried(row.State, row.SentAt, row.CreatedAt, row.DueAt, ""))
            .FirstOrDefaultAsync(stop);
        return last is null ? null : (StateOf(last, SilenceOf(group)), last.SentAt ?? last.CreatedAt);
    }

    private TellingState StateOf(Carried row, Silence silence) =>
        row.State switch
        {
            OutboxState.Sent => TellingState.Told,
            OutboxState.Queued or OutboxState.Retry when silence != Silence.None => TellingState.Held,
            // Held back on purpose until its time.
            OutboxState.Queued when row.DueAt > Now => TellingState.OnItsWay,
            OutboxState.Queued or OutboxState.Attempting or OutboxState.Retry => Now - row.CreatedAt > Soon
                ? TellingState.Late
                : TellingState.OnItsWay,
            OutboxState.Unknown => TellingState.Doubtful,
            _ => TellingState.Missed,
        };

    private sealed record Carried(OutboxState State, DateTime? SentAt, DateTime CreatedAt, DateTime DueAt, string Text);
}

/// <summary>The names are phrase keys.</summary>
public enum TellingState
{
    Told,
    OnItsWay,

    /// <summary>Its platform is not connected, or cannot be reached: nobody knows when it goes out.</summary>
    Held,

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
    /// <summary>What it said to them; null: there was no message, or it is gone.</summary>
    public string? Words { get; init; }

    public bool AsksCall => State is TellingState.Missed or TellingState.Doubtful or TellingState.Late or TellingState.Held;
}

/// <summary>Who wrote something down.</summary>
public sealed record Noting(long Id, string Name);
