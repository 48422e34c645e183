using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;

namespace MutualAid.Bot.Engine;

/// <summary>Who is it, in which place, in which role. Rows appear with the first act, never with ordinary talk.</summary>
internal static class Arrivals
{
    public static async Task<Person> FindPersonAsync(Db db, Incoming message, DateTime now)
    {
        var sender = message.From;
        var account = await Known.AccountAsync(db, message.Place.Channel, sender.ExternalId);
        if (account is null)
        {
            account = new Account
            {
                Channel = message.Place.Channel,
                ExternalId = sender.ExternalId,
                // Some platforms tell no names: the id stands until somebody says theirs.
                Person = new Person { Name = sender.Name.Length > 0 ? sender.Name : sender.ExternalId, FirstSeenAt = now },
            };
            db.Accounts.Add(account);
        }

        if (sender.Name.Length > 0 && account.Person.Name != sender.Name)
            account.Person.Name = sender.Name;
        if (message.Place.IsPrivate && (account.ReachableSince is null || account.PrivateChat != message.Place.ChatId))
        {
            account.PrivateChat = message.Place.ChatId;
            account.ReachableSince = now;
        }

        return account.Person;
    }

    public static async Task<Group?> FindGroupAsync(Db db, Place place, GroupDefaults defaults, DateTime now)
    {
        if (place.IsPrivate)
            return null;
        var group = await Known.GroupAsync(db, place.Channel, place.ChatId);
        if (group is null)
        {
            group = new Group
            {
                Channel = place.Channel,
                ExternalId = place.ChatId,
                Title = place.Title ?? place.ChatId,
                Language = place.Language ?? defaults.Language,
                TimeZone = defaults.TimeZone,
                AddedAt = now,
            };
            db.Groups.Add(group);
        }

        if (place.Title is { Length: > 0 } title && group.Title != title)
            group.Title = title;
        group.InactiveAt = null;
        return group;
    }

    /// <summary>Keeps how to speak in this chat again; most channels need no more than its id.</summary>
    public static async Task KeepReferenceAsync(Db db, Incoming message, DateTime now)
    {
        if (message.Reference is not { } text)
            return;
        var kept = await db.References.FindAsync(message.Place.Channel, message.Place.ChatId);
        if (kept is null)
            db.References.Add(kept = new ConversationReference { Channel = message.Place.Channel, ChatId = message.Place.ChatId });
        if (kept.Text != text)
            (kept.Text, kept.At) = (text, now);
    }

    /// <summary>The role as the platform tells it now, else as it is stored. Anonymous admins hold none.</summary>
    public static async Task<bool> IsOrganiserAsync(Db db, Group? group, Person person, Sender sender, DateTime now)
    {
        if (group is null || !sender.CanHoldRole)
            return false;
        var member = group.Id == 0 || person.Id == 0 ? null : await Known.MemberAsync(db, group.Id, person.Id);
        if (member is null)
        {
            member = new Member
            {
                Group = group,
                Person = person,
                JoinedAt = now,
                RoleAt = now,
            };
            db.Members.Add(member);
        }

        if (sender.IsAdmin is { } admin)
        {
            var role = admin ? Role.Organiser : Role.Member;
            if (member.Role != role)
            {
                member.Role = role;
                member.RoleAt = now;
            }
        }

        return member.Role == Role.Organiser;
    }
}

/// <summary>What a new group starts with, from <c>Locale:*</c>.</summary>
public sealed record GroupDefaults(string Language = "zh-CN", string TimeZone = "Asia/Shanghai");
