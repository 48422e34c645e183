using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Communities;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Language;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;
using MutualAid.Core.Supplies;
using MutualAid.Tests.Channels;

namespace MutualAid.Tests.Admin;

/// <summary>A week of a small neighbourhood, with something of everything that the page shows.</summary>
internal static class ConsoleCast
{
    public static readonly DateTime Now = new(2020, 2, 5, 3, 30, 0, DateTimeKind.Utc);

    public static Task FillAsync(ConsoleHouse house, string title = "杏花台互助群") =>
        house.DoAsync(async db =>
        {
            var chat = new RoomChat { Title = title, CreatedAt = Now };
            var seats = new[] { "温静宜", "邵卫东", "段丽华" }.Select(name => new RoomSeat { Name = name, CreatedAt = Now }).ToList();
            db.Add(chat);
            db.AddRange(seats);
            await db.SaveChangesAsync();
            foreach (var seat in seats)
                db.Add(
                    new RoomMembership
                    {
                        Seat = seat,
                        Chat = chat,
                        JoinedAt = Now,
                        OrganiserSince = seat == seats[0] ? Now : null,
                    }
                );
            var group = Group("room", chat.ExternalId, title, confirmed: true);
            var person = new Person { Name = "段丽华", FirstSeenAt = Now };
            db.AddRange(group, Group("telegram", "-1001", "瑞禾村物资群", confirmed: false), person);
            var left = Group("telegram", "-1002", "旧群", confirmed: true);
            left.InactiveAt = Now;
            db.Add(left);
            db.Add(Community("杏花台社区", "居委会门口，交给温静宜，18 点前"));
            db.Add(Community("瑞禾村", null));
            await db.SaveChangesAsync();
            await NeedsAsync(db, group, person);
            await GoodsAsync(db, group, person);
            db.Add(
                new VoiceNote
                {
                    Person = person,
                    GroupId = group.Id,
                    FileId = "v1",
                    At = Now,
                }
            );
            db.Add(
                new Incident
                {
                    Code = "7K2QXA",
                    At = Now,
                    Channel = "room",
                    UpdateId = "u1",
                    Command = "Text",
                    Error = "InvalidOperationException at SupplyDesk.cs:line 12",
                }
            );
            db.AddRange(
                Row(group, OutboxState.Unknown, null),
                Row(group, OutboxState.Failed, "403 the bot was removed"),
                Row(group, OutboxState.Sent, null)
            );
            db.Add(Row(null, OutboxState.Cancelled, null));
            await db.SaveChangesAsync();
            await OfficeCast.FillAsync(db, group, person);
        });

    /// <summary>#1 urgent and partly claimed, #2 open, #3 cancelled, #4 of another group.</summary>
    private static async Task NeedsAsync(Db db, Group group, Person asker)
    {
        var clock = new MovedClock(new DateTimeOffset(Now));
        var desk = new SupplyDesk(db, clock);
        var helper = new Person { Name = "邵卫东", FirstSeenAt = Now };
        var other = await db.Groups.SingleAsync(it => it.ExternalId == "-1001");
        var community = await db.Communities.OrderBy(it => it.Id).FirstAsync();
        foreach (var person in new[] { asker, helper })
            db.Members.Add(
                new Member
                {
                    Group = group,
                    Person = person,
                    JoinedAt = Now,
                }
            );
        await desk.AskAsync(new Actor(asker, group), [new Item("口罩", 200, "个"), new Item("手套", 20, "双")], community, urgent: true);
        await db.SaveChangesAsync();
        await desk.AskAsync(new Actor(asker, group), [new Item("84消毒液", 30, "瓶")]);
        await db.SaveChangesAsync();
        await desk.AskAsync(new Actor(helper, group), [new Item("测温枪", 2, "把")]);
        await db.SaveChangesAsync();
        await desk.AskAsync(new Actor(asker, other), [new Item("蔬菜", 50, "斤")]);
        await db.SaveChangesAsync();
        await desk.ClaimAsync(1, new Actor(helper, group), 60, "口罩");
        await desk.CancelAsync(3, new Actor(helper, group));
        await db.SaveChangesAsync();
    }

    /// <summary>Donation 1 of two donors with a value, 2 without a name; offer 1 fits need 1, offer 2 was taken back.</summary>
    private static async Task GoodsAsync(Db db, Group group, Person person)
    {
        var clock = new MovedClock(new DateTimeOffset(Now));
        var (donations, offers, who) = (new DonationDesk(db, clock), new OfferDesk(db, clock), new Actor(person, group, Organiser: true));
        await donations.NoteAsync(who, [new Item("牛奶", 10, "箱"), new Item("口罩", 200, "个")], ["晨露超市", "周师傅"]);
        await db.SaveChangesAsync();
        await donations.ValueAsync(1, who, 120_000);
        await donations.NoteAsync(who, [new Item("口罩", 300, "个")], [], new DateOnly(2020, 1, 31));
        await offers.OfferAsync(who, [new Item("布口罩", 80, "个"), new Item("口罩")], "晨露超市");
        await db.SaveChangesAsync();
        await offers.OfferAsync(who, [new Item("雨衣", 5, "件")]);
        await db.SaveChangesAsync();
        await offers.WithdrawAsync(2, who);
        await new MissedDesk(db, clock).NoteAsync(group, person, "我们楼里口罩快用完了，还要五十个", "m9");
    }

    private static Group Group(string channel, string id, string title, bool confirmed) =>
        new()
        {
            Channel = channel,
            ExternalId = id,
            Title = title,
            AddedAt = Now,
            ConfirmedAt = confirmed ? Now : null,
        };

    private static Community Community(string name, string? dropOff) =>
        new()
        {
            Name = name,
            NameKey = Folded.Key(name),
            Contact = dropOff is null ? null : "温静宜",
            DropOff = dropOff,
            AddedAt = Now,
        };

    // A repeat already: the courier leaves the decision to a person. On no channel of the test, so that nothing is carried.
    private static OutboxRow Row(Group? group, OutboxState state, string? reason) =>
        new()
        {
            Channel = group?.Channel ?? "telegram",
            ChatId = group?.ExternalId ?? "77",
            InGroup = group is not null,
            Text = "<b>#31</b> 口罩 100个 · 杏花台社区",
            State = state,
            Reason = reason,
            IsRepeat = true,
            CreatedAt = Now,
            StartedAt = Now,
            DueAt = Now,
        };
}
