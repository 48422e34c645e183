using MutualAid.Core.Communities;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;

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
        });

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
