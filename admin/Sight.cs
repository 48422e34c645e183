using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Audit;
using MutualAid.Core.Communities;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;
using MutualAid.Core.Schedule;
using MutualAid.Core.Supplies;

namespace MutualAid.Admin;

/// <summary>What the caller may see, and nothing else: the only way from a page to the rows, so that no page forgets whose they are.</summary>
public sealed partial class Sight(Db db, Caller caller, TimeProvider clock, IConsoleHost host)
{
    private const int MostChoices = 500;
    private const int MostMatches = 10;

    private readonly IReadOnlyList<long> ids = caller.Reach.Groups;

    public Caller Caller { get; } = caller;

    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>Every group, and what belongs to none.</summary>
    public bool IsAll => Caller.Reach.All;

    public IQueryable<Group> Groups => IsAll ? db.Groups : db.Groups.Where(it => ids.Contains(it.Id));

    public IQueryable<Member> Members => IsAll ? db.Members : db.Members.Where(it => ids.Contains(it.GroupId));

    public IQueryable<Need> Needs => IsAll ? db.Needs : db.Needs.Where(it => ids.Contains(it.GroupId));

    /// <summary>With a line of this item or of this community.</summary>
    public IQueryable<Need> NeedsAbout(string words) => Needs.AboutOrOf(db, words);

    public IQueryable<Donation> DonationsOf(IQueryable<Donation> donations, string words) => donations.OfOrBy(db, words);

    /// <summary>Lines of talk that look like requests; their groups' organisers may read them for three days.</summary>
    public IQueryable<MissedLine> Missed => IsAll ? db.Missed : db.Missed.Where(it => ids.Contains(it.GroupId));

    public IQueryable<Offer> Offers => IsAll ? db.Offers : db.Offers.Where(it => ids.Contains(it.GroupId));

    public IQueryable<Donation> Donations => IsAll ? db.Donations : db.Donations.Where(it => ids.Contains(it.GroupId));

    /// <summary>What was done in these groups; what belongs to none only where everything is seen.</summary>
    public IQueryable<AuditEntry> Audit => IsAll ? db.Audit : db.Audit.Where(it => it.GroupId != null && ids.Contains(it.GroupId.Value));

    /// <summary>Whether the whole trail stands as it was written.</summary>
    public Task<AuditCheck> CheckTrailAsync(CancellationToken stop) => AuditSeal.CheckAsync(db, stop);

    /// <summary>Who is or was in these groups.</summary>
    public IQueryable<Person> People =>
        IsAll ? db.People : db.People.Where(person => db.Members.Any(it => it.PersonId == person.Id && ids.Contains(it.GroupId)));

    public IQueryable<DueRow> Due => IsAll ? db.Due : db.Due.Where(it => it.GroupId != null && ids.Contains(it.GroupId.Value));

    public IQueryable<RepeatRule> Rules => IsAll ? db.Rules : db.Rules.Where(it => it.GroupId != null && ids.Contains(it.GroupId.Value));

    /// <summary>What is said in the groups; in private chats only where everything is seen.</summary>
    public IQueryable<OutboxRow> Outbox =>
        IsAll
            ? db.Outbox
            // From the few groups to their rows: the other way round every row there ever was is looked at.
            : Groups.SelectMany(group => db.Outbox.Where(row => row.Channel == group.Channel && row.ChatId == group.ExternalId));

    public IQueryable<VoiceNote> Voices =>
        IsAll ? db.VoiceNotes : db.VoiceNotes.Where(it => it.GroupId != null && ids.Contains(it.GroupId.Value));

    /// <summary>Chats of the built-in room; those without a group yet only where everything is seen.</summary>
    public IQueryable<RoomChat> Rooms
    {
        get
        {
            if (IsAll)
                return db.RoomChats;
            // A chat of the room is called g and its number.
            var names = Groups.Where(it => it.Channel == "room").Select(it => it.ExternalId);
            return db.RoomChats.Where(it => names.Contains("g" + it.Id));
        }
    }

    /// <summary>Shared by all groups.</summary>
    public IQueryable<Community> Communities => db.Communities;

    /// <summary>One's own account; all of them where everything is managed.</summary>
    public IQueryable<ConsoleAccount> Accounts =>
        Caller.IsOwner && IsAll ? db.ConsoleAccounts : db.ConsoleAccounts.Where(it => it.Id == Caller.Account);

    /// <summary>What one typed oneself and has not saved.</summary>
    public IQueryable<FormDraft> Drafts => db.FormDrafts.Where(it => it.AccountId == Caller.Account);

    public IQueryable<ConsoleSession> Sessions =>
        new SessionDesk(db, clock).Valid().Where(it => Accounts.Any(account => account.Id == it.AccountId));

    /// <summary>Also those that are over.</summary>
    public IQueryable<ConsoleSession> AllSessions => db.ConsoleSessions.Where(it => Accounts.Any(account => account.Id == it.AccountId));

    public IQueryable<RecoveryCode> RecoveryCodes => db.RecoveryCodes.Where(it => it.AccountId == Caller.Account);

    public IQueryable<Incident> Incidents => IsAll ? db.Incidents : db.Incidents.Where(_ => false);

    /// <summary>A desk over the same rows, for what was found in this sight.</summary>
    public T Desk<T>() => (T)Activator.CreateInstance(typeof(T), db, clock)!;

    /// <summary>The caller as somebody who organises this group, which was found in this sight.</summary>
    public async Task<Actor> ActorAsync(Group group) => new(await PersonAsync(), group, Organiser: true);

    public async Task<Person> PersonAsync() => (await db.People.FindAsync(Caller.Person))!;

    /// <summary>Somebody of a group that was found in this sight, acting as themselves; null: not of it.</summary>
    public async Task<Actor?> MemberAsync(Group group, long person) =>
        await Members
            .Where(it => it.GroupId == group.Id && it.PersonId == person && it.LeftAt == null)
            .Select(it => it.Person)
            .FirstOrDefaultAsync()
            is { } found
            ? new Actor(found, group)
            : null;

    /// <summary>Somebody who promised something of a need of this sight, wherever they are a member now.</summary>
    public async Task<Actor?> ClaimerAsync(Need need, long person) =>
        await db.Claims.Where(it => it.Line.NeedId == need.Id && it.ById == person).Select(it => it.By).FirstOrDefaultAsync() is { } found
            ? new Actor(found, need.Group)
            : null;

    /// <summary>Needs of this sight that an offer of it fits.</summary>
    public async Task<IReadOnlyList<Need>> MatchesAsync(Offer offer)
    {
        var found = await db.MatchesForAsync(offer, MostMatches);
        return IsAll ? found : [.. found.Where(need => ids.Contains(need.GroupId))];
    }

    /// <summary>Whether somebody of this sight is in no group that lies outside of this reach.</summary>
    public async Task<bool> IsOnlyInAsync(long person, Reach reach, CancellationToken stop) =>
        reach.All
        || (
            !reach.IsEmpty
            && !await db.Members.AnyAsync(it => it.PersonId == person && it.LeftAt == null && !reach.Groups.Contains(it.GroupId), stop)
        );

    /// <summary>The groups by title, to look through what is in them; those that are closed to the bot come last.</summary>
    public Task<IReadOnlyList<(long Id, string Title)>> ChoicesAsync(CancellationToken stop) => ChoicesAsync(Groups, stop);

    /// <summary>The groups into which something new may go.</summary>
    public Task<IReadOnlyList<(long Id, string Title)>> OpenChoicesAsync(CancellationToken stop) =>
        ChoicesAsync(Groups.Where(it => it.InactiveAt == null), stop);

    private static async Task<IReadOnlyList<(long Id, string Title)>> ChoicesAsync(IQueryable<Group> groups, CancellationToken stop)
    {
        var found = await groups
            .OrderBy(it => it.InactiveAt != null)
            .ThenBy(it => it.Id)
            .Take(MostChoices)
            .Select(it => new { it.Id, it.Title })
            .ToListAsync(stop);
        return found.ConvertAll(it => (it.Id, it.Title));
    }

    /// <summary>The people of a group by name, for a choice.</summary>
    public async Task<IReadOnlyList<(long Id, string Name)>> PeopleOfAsync(long group, CancellationToken stop)
    {
        var people = await Members
            .Where(it => it.GroupId == group && it.LeftAt == null)
            .OrderBy(it => it.Person.Name)
            .Take(MostChoices)
            .Select(it => new { it.PersonId, it.Person.Name })
            .ToListAsync(stop);
        return people.ConvertAll(it => (it.PersonId, it.Name));
    }

    /// <summary>The same, and who of some of them left a number.</summary>
    public async Task<(IReadOnlyList<(long Id, string Name)> People, IReadOnlySet<long> HaveContact)> PeopleOfAsync(
        long group,
        IReadOnlyCollection<long> about,
        CancellationToken stop
    )
    {
        var people = await Members
            .Where(it => it.GroupId == group && it.LeftAt == null)
            .OrderBy(it => !about.Contains(it.PersonId))
            .ThenBy(it => it.Person.Name)
            .Take(MostChoices)
            .Select(it => new
            {
                it.PersonId,
                it.Person.Name,
                HasContact = about.Contains(it.PersonId) && Volunteers.Any(one => one.PersonId == it.PersonId && one.Contact != null),
            })
            .ToListAsync(stop);
        return (
            [.. people.Select(it => (it.PersonId, it.Name)).OrderBy(it => it.Name, StringComparer.Ordinal)],
            people.Where(it => it.HasContact).Select(it => it.PersonId).ToHashSet()
        );
    }

    /// <summary>The names of those whose ids stand in rows of this sight.</summary>
    public async Task<IReadOnlyDictionary<long, string>> NamesAsync(IEnumerable<long> people, CancellationToken stop)
    {
        var wanted = people.Where(it => it > 0).Distinct().ToList();
        return wanted.Count == 0
            ? new Dictionary<long, string>()
            : await db.People.Where(it => wanted.Contains(it.Id)).ToDictionaryAsync(it => it.Id, it => it.Name, stop);
    }

    /// <summary>Writes this act down although it changes no row: a look at something personal, a link that was handed out.</summary>
    /// <param name="subject">Which one, where neither address nor form says it.</param>
    public void Note(long? group, string? subject = null) => Noted = new Noted(group, subject);

    internal Noted? Noted { get; private set; }

    /// <summary>For the host, which draws cards and speaks in the same commit.</summary>
    internal Db Rows => db;
}

/// <param name="Group">Where it belongs; null: nowhere.</param>
internal sealed record Noted(long? Group, string? Subject);
