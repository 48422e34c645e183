using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Broadcasts;
using MutualAid.Core.Classes;
using MutualAid.Core.Communities;
using MutualAid.Core.Content;
using MutualAid.Core.Groups;
using MutualAid.Core.Imports;
using MutualAid.Core.Relays;
using MutualAid.Core.Volunteers;

namespace MutualAid.Admin;

/// <summary>What editors and organisers work on each day.</summary>
public sealed partial class Sight
{
    /// <summary>Shared by all groups.</summary>
    public IQueryable<Column> Columns => db.Columns;

    /// <summary>What the caller's groups may be shown.</summary>
    public IQueryable<Post> Posts => IsAll ? db.Posts : db.Posts.Where(it => it.GroupId == null || ids.Contains(it.GroupId.Value));

    /// <summary>What the caller decides about: what is for all groups is decided by those who are trusted with all.</summary>
    public IQueryable<Post> OwnPosts => IsAll ? db.Posts : db.Posts.Where(it => it.GroupId != null && ids.Contains(it.GroupId.Value));

    /// <summary>Asked for with the post that shows it, which is in sight.</summary>
    public IQueryable<Picture> Covers => db.Pictures;

    /// <summary>Texts that wait for this caller: for editors, and for who else may review only while nobody is an editor.</summary>
    public IQueryable<Post> ForReview(bool isEditor) =>
        isEditor
            ? OwnPosts.InReview()
            : OwnPosts.InReview().Where(_ => !db.Grants.Any(it => it.Role == ConsoleRole.Editor && it.Account.ClosedAt == null));

    public IQueryable<Class> Classes => IsAll ? db.Classes : db.Classes.Where(it => ids.Contains(it.GroupId));

    /// <summary>One's own, and what reached the caller's groups; drafts that others write in their chats are theirs.</summary>
    public IQueryable<Broadcast> Broadcasts =>
        db.Broadcasts.Where(it =>
            it.MadeById == Caller.Person
            || (IsAll && (it.ConfirmedAt != null || it.Reach == Core.Broadcasts.Reach.House))
            || it.Recipients.Any(one => one.GroupId != null && ids.Contains(one.GroupId.Value))
        );

    /// <summary>Those that the caller may stop, mend and send.</summary>
    public IQueryable<Broadcast> OwnBroadcasts => IsAll ? Broadcasts : db.Broadcasts.Where(it => it.MadeById == Caller.Person);

    /// <summary>On the roster, and in one of the caller's groups.</summary>
    public IQueryable<Volunteer> Volunteers =>
        IsAll
            ? db.Volunteers
            : db.Volunteers.Where(it =>
                db.Members.Any(member => member.PersonId == it.PersonId && member.LeftAt == null && ids.Contains(member.GroupId))
            );

    public IQueryable<Team> Teams => EveryTeam.Standing();

    /// <summary>Also those that were dissolved.</summary>
    public IQueryable<Team> EveryTeam => IsAll ? db.Teams : db.Teams.Where(it => ids.Contains(it.GroupId));

    public IQueryable<Shift> Shifts => IsAll ? db.Shifts : db.Shifts.Where(it => ids.Contains(it.GroupId));

    public IQueryable<HoursEntry> Hours => IsAll ? db.Hours : db.Hours.Where(it => ids.Contains(it.Assignment.Shift.GroupId));

    /// <summary>One's own, and those into the caller's groups; which kinds they may is asked of each.</summary>
    public IQueryable<Import> Imports =>
        IsAll ? db.Imports : db.Imports.Where(it => it.MadeById == Caller.Person || (it.GroupId != null && ids.Contains(it.GroupId.Value)));

    /// <summary>The people of a group that was found in this sight as helpers: volunteers first, then by name.</summary>
    public async Task<IReadOnlyList<Hand>> HandsAsync(Group group, CancellationToken stop)
    {
        var isOn = host.SilenceOf(group.Channel) != Silence.Off;
        var people = await Members
            .Where(it => it.GroupId == group.Id && it.LeftAt == null)
            .Select(it => new
            {
                it.PersonId,
                it.Person.Name,
                IsReached = it.Person.Accounts.Any(account =>
                    account.Channel == group.Channel && account.ReachableSince != null && account.PrivateChat != null
                ),
                Volunteer = db
                    .Volunteers.Where(one => one.PersonId == it.PersonId && one.LeftAt == null)
                    .Select(one => new { HasContact = one.Contact != null, Skills = one.Skills.Select(skill => skill.Name).ToList() })
                    .FirstOrDefault(),
            })
            .OrderBy(it => it.Name)
            .Take(MostChoices)
            .ToListAsync(stop);
        return
        [
            .. people
                .Select(it => new Hand(
                    it.PersonId,
                    it.Name,
                    it.Volunteer is not null,
                    it.Volunteer?.Skills ?? [],
                    it.IsReached && isOn,
                    it.Volunteer?.HasContact ?? false
                ))
                .OrderByDescending(it => it.IsVolunteer)
                .ThenBy(it => it.Name, ByName.Order),
        ];
    }

    /// <summary>Asked for by what was copied, which is in sight.</summary>
    public IQueryable<Relay> Relays => db.Relays;

    /// <summary>The caller as one of the staff, for what was found in this sight.</summary>
    public async Task<Actor> StaffAsync() => new(await PersonAsync(), null, Organiser: true);

    /// <summary>The community that people call so; null: none.</summary>
    public Task<Community?> CalledAsync(string name) => db.CalledAsync(name);

    /// <summary>All communities by each of their folded names.</summary>
    public Task<Dictionary<string, Community>> CalledAsync() => db.CalledAsync();

    /// <summary>Somebody of a group of this sight by name; who is not there yet is noted down as the roster is, and saved.</summary>
    /// <param name="phone">Kept for those who lead; null: not said.</param>
    public async Task<Actor> CallerAsync(Group group, string name, string? phone)
    {
        var called = await Members
            .Where(it => it.GroupId == group.Id && it.LeftAt == null && it.Person.Name == name)
            .Take(2)
            .Select(it => it.Person)
            .ToListAsync();
        var enlisting = new Enlisting(called is [var known] ? known : null, name, null, new VolunteerWords([]) { Contact = phone });
        var people =
            called.Count == 1 && phone is null ? called : await Desk<VolunteerDesk>().EnlistAsync(await ActorAsync(group), [enlisting]);
        await db.SaveChangesAsync();
        return new Actor(people[0], group);
    }

    /// <summary>Several of the group have this name: who is meant has to be chosen.</summary>
    public async Task<bool> NamesakesAsync(Group group, string name) =>
        await Members.CountAsync(it => it.GroupId == group.Id && it.LeftAt == null && it.Person.Name == name) > 1;

    /// <summary>A later step of the act was refused: nothing of the earlier ones is stored.</summary>
    public void Forget() => db.ChangeTracker.Clear();
}

/// <summary>Somebody who could lend a hand.</summary>
/// <param name="IsReached">The bot may write to them in private on the group's platform, and that is connected.</param>
/// <param name="HasContact">They left a number.</param>
public sealed record Hand(long Id, string Name, bool IsVolunteer, IReadOnlyList<string> Skills, bool IsReached, bool HasContact);
