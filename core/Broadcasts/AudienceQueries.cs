using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.People;

namespace MutualAid.Core.Broadcasts;

/// <summary>Who gets a broadcast, asked anew each time: roles, tags and switches change.</summary>
public static class AudienceQueries
{
    public static bool IsPrivate(this AudienceKind kind) =>
        kind is AudienceKind.Community or AudienceKind.Organisers or AudienceKind.Members;

    /// <summary>The groups that its author may write to at all.</summary>
    public static IQueryable<Group> Within(this Db db, Broadcast it)
    {
        var groups = db.Groups.Where(group => group.InactiveAt == null);
        if (it.Reach == Reach.Own)
            groups = groups.Where(group =>
                group.Members.Any(member => member.PersonId == it.MadeById && member.Role == Role.Organiser && member.LeftAt == null)
            );
        return it.PhotoChannel is { } channel ? groups.Where(group => group.Channel == channel) : groups;
    }

    /// <summary>Its groups, with those that do not want announcements.</summary>
    public static IQueryable<Group> GroupsOf(this Db db, Broadcast it)
    {
        var within = db.Within(it);
        var ids = it.Audience == AudienceKind.Groups ? Aiming.Ids(it.Aim) : [];
        return it.Audience switch
        {
            AudienceKind.AllGroups => within,
            AudienceKind.Groups => within.Where(group => ids.Contains(group.Id)),
            AudienceKind.Tag => within.Where(group => db.GroupTags.Any(tag => tag.GroupId == group.Id && tag.NameKey == it.Aim)),
            _ => within.Where(_ => false),
        };
    }

    /// <summary>Its people, reachable in private, with those who do not want announcements.</summary>
    public static IQueryable<Person> PeopleOf(this Db db, Broadcast it)
    {
        var within = db.Within(it).Select(group => group.Id);
        var members = db.Members.Where(member => member.LeftAt == null && within.Contains(member.GroupId));
        if (it.Audience == AudienceKind.Organisers)
            members = members.Where(member => member.Role == Role.Organiser);
        if (it.Audience == AudienceKind.Community)
        {
            var community = long.Parse(it.Aim, CultureInfo.InvariantCulture);
            members = members.Where(member => member.Person.CommunityId == community);
        }

        return it.Audience.IsPrivate()
            ? db.People.Where(person =>
                members.Any(member => member.PersonId == person.Id)
                && person.Accounts.Any(account =>
                    account.ReachableSince != null
                    && account.PrivateChat != null
                    && (it.PhotoChannel == null || account.Channel == it.PhotoChannel)
                )
            )
            : db.People.Where(_ => false);
    }

    /// <summary>The chat in which a person of <see cref="PeopleOf"/> is written to. Their accounts must be loaded.</summary>
    public static Account ChatOf(this Broadcast it, Person person) =>
        person
            .Accounts.Where(account => account is { ReachableSince: not null, PrivateChat: not null })
            .Where(account => it.PhotoChannel is null || account.Channel == it.PhotoChannel)
            .MinBy(account => account.Id)!;

    /// <summary>The consequence in figures, before anything is sent.</summary>
    /// <param name="at">The time at which it would go out.</param>
    public static async Task<AudienceSize> SizeAsync(this Db db, Broadcast it, DateTime at)
    {
        var (aimed, people) = (db.GroupsOf(it), db.PeopleOf(it));
        var groups = await aimed.ToListAsync();
        var open = groups.FindAll(group => group.BroadcastsOffAt is null);
        var isPrivate = it.Audience.IsPrivate();
        var chats = isPrivate ? await people.CountAsync(person => person.BroadcastsOffAt == null) : 0;
        var listening = isPrivate
            ? chats
            : await db
                .Members.Where(member => member.LeftAt == null)
                .Where(member => aimed.Any(group => group.Id == member.GroupId && group.BroadcastsOffAt == null))
                .Select(member => member.PersonId)
                .Distinct()
                .CountAsync();
        var waking = await Waking.OfAsync(db, open, at);
        var later = it.UrgentAt is null ? open.ConvertAll(group => waking.For(group, at)).FindAll(time => time > at) : [];
        return new AudienceSize(open.Count, chats, listening)
        {
            Off = groups.Count - open.Count + (isPrivate ? await people.CountAsync(person => person.BroadcastsOffAt != null) : 0),
            Asleep = later.Count,
            LastAwakeAt = later.Count == 0 ? null : later.Max(),
        };
    }

    /// <summary>The wall clock of its times: the author's own, else that of the first group within reach.</summary>
    public static async Task<string> ZoneOfAsync(this Db db, Broadcast it)
    {
        var first = db.Within(it).OrderBy(group => group.Id).Select(group => group.TimeZone);
        return await db
                .People.Where(person => person.Id == it.MadeById)
                .Select(person => person.TimeZone ?? first.FirstOrDefault())
                .FirstOrDefaultAsync()
            ?? "Asia/Shanghai";
    }

    /// <summary>How its audience is called: the title of the only group, the tag, the community; null where the kind says it all.</summary>
    public static async Task<string?> AimNameAsync(this Db db, Broadcast it)
    {
        switch (it.Audience)
        {
            case AudienceKind.Tag:
                return await db.GroupTags.Where(tag => tag.NameKey == it.Aim).Select(tag => tag.Name).FirstOrDefaultAsync() ?? it.Aim;
            case AudienceKind.Community:
                var community = long.Parse(it.Aim, CultureInfo.InvariantCulture);
                return await db.Communities.Where(each => each.Id == community).Select(each => each.Name).FirstOrDefaultAsync();
            case AudienceKind.Groups:
                return string.Join(
                    '、',
                    await db.GroupsOf(it).OrderBy(group => group.Id).Select(group => group.Title).Take(3).ToListAsync()
                );
            default:
                return null;
        }
    }

    /// <summary>The first names of its recipients.</summary>
    public static async Task<IReadOnlyList<string>> NamesAsync(this Db db, Broadcast it, int most) =>
        it.Audience.IsPrivate()
            ? await db.PeopleOf(it)
                .Where(person => person.BroadcastsOffAt == null)
                .OrderBy(person => person.Id)
                .Select(person => person.Name)
                .Take(most)
                .ToListAsync()
            : await db.GroupsOf(it)
                .Where(group => group.BroadcastsOffAt == null)
                .OrderBy(group => group.Id)
                .Select(group => group.Title)
                .Take(most)
                .ToListAsync();
}

/// <param name="Groups">Group chats that get it.</param>
/// <param name="Privates">Private chats that get it.</param>
/// <param name="People">About how many people read it: those who ever spoke to the bot.</param>
public sealed record AudienceSize(int Groups, int Privates, int People)
{
    public int Chats => Groups + Privates;

    /// <summary>Would get it, but switched announcements off.</summary>
    public int Off { get; init; }

    /// <summary>Groups in which it waits: quiet hours, muted, or a class.</summary>
    public int Asleep { get; init; }

    /// <summary>When the last of these is reached; null: none waits.</summary>
    public DateTime? LastAwakeAt { get; init; }
}
