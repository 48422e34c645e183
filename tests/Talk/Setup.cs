using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Communities;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Language;
using MutualAid.Core.People;
using MutualAid.Core.Supplies;

namespace MutualAid.Tests.Talk;

/// <summary>What was before a conversation, straight through the desks.</summary>
internal static class Setup
{
    public const string Community = "杏花台社区";
    public const string DropOff = "杏花台北门，找邵卫东，18点前";

    /// <summary>The group stands, the cast is known and their private chats are open.</summary>
    public static Task OpenAsync(Stage stage, Func<string, string> privateChat, Func<string, string> externalId) =>
        stage.Writer.DoAsync(
            "setup",
            async db =>
            {
                var now = stage.Clock.GetUtcNow().UtcDateTime;
                var group = await GroupAsync(db, stage, now);
                foreach (var name in Cast.All)
                {
                    var person = new Person { Name = name, FirstSeenAt = now };
                    db.Accounts.Add(
                        new Account
                        {
                            Person = person,
                            Channel = stage.Place.Channel,
                            ExternalId = externalId(name),
                            PrivateChat = privateChat(name),
                            ReachableSince = now,
                        }
                    );
                    db.Members.Add(
                        new Member
                        {
                            Group = group,
                            Person = person,
                            Role = name == Cast.Wen ? Role.Organiser : Role.Member,
                            JoinedAt = now,
                            RoleAt = now,
                        }
                    );
                }
            }
        );

    /// <summary>So many needs are there already, closed but for the last, which is #30 血压计 if it comes so far.</summary>
    public static Task NeedsAsync(Stage stage, int count) =>
        stage.Writer.DoAsync(
            "setup",
            async db =>
            {
                var now = stage.Clock.GetUtcNow().UtcDateTime;
                var group = await GroupAsync(db, stage, now);
                var asker = await db.People.FirstAsync(person => person.Name == Cast.Qin);
                var who = new Actor(asker, group, Organiser: true);
                var place = await new CommunityDesk(db, stage.Clock).NamedAsync(Community);
                CommunityDesk.TellDropOff(place, DropOff);
                for (var number = 1; number <= count; number++)
                {
                    var desk = new SupplyDesk(db, stage.Clock);
                    var item = number == 30 ? new Item("血压计", 1, "个") : new Item("手套", 10, "双");
                    var asked = await desk.AskAsync(who, [item], null, false, null, null);
                    await db.SaveChangesAsync();
                    if (number != 30)
                        await desk.CancelAsync(asked.Need!.Number, who);
                    await db.SaveChangesAsync();
                }
            }
        );

    /// <summary>One more open need, asked by 秦爱珍.</summary>
    public static Task NeedAsync(Stage stage, string item, decimal quantity, string unit) =>
        stage.Writer.DoAsync(
            "setup",
            async db =>
            {
                var group = await GroupAsync(db, stage, stage.Clock.GetUtcNow().UtcDateTime);
                var who = new Actor(await db.People.FirstAsync(person => person.Name == Cast.Qin), group);
                await new SupplyDesk(db, stage.Clock).AskAsync(who, [new Item(item, quantity, unit)], null, false, null, null);
            }
        );

    private static async Task<Group> GroupAsync(Db db, Stage stage, DateTime now)
    {
        var (channel, chat) = stage.Place;
        var group = await db.Groups.FirstOrDefaultAsync(it => it.Channel == channel && it.ExternalId == chat);
        if (group is null)
        {
            group = new Group
            {
                Channel = channel,
                ExternalId = chat,
                Title = "杏花台互助群",
                AddedAt = now,
                ConfirmedAt = now,
            };
            db.Groups.Add(group);
            await db.SaveChangesAsync();
        }

        return group;
    }
}
