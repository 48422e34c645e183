using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Classes;
using MutualAid.Core.Content;
using MutualAid.Core.Data;
using MutualAid.Core.Volunteers;

namespace MutualAid.Tests.Admin;

/// <summary>Years of a large installation, written straight into the tables of SQLite.</summary>
internal static class CrowdedHouse
{
    /// <summary>So many needs, a tenth as many people, forty groups; one need in fifty is still open.</summary>
    public static async Task FillAsync(ConsoleHouse house, int needs)
    {
        await ConsoleCast.FillAsync(house);
        foreach (var statement in Statements(needs))
            await house.DoAsync(db => db.Database.ExecuteSqlRawAsync(statement));
        await house.DoAsync(db => OfficeAsync(db, needs / 100));
        await house.DoAsync(db => db.Database.ExecuteSqlRawAsync("ANALYZE"));
    }

    /// <summary>So many posts, classes, shifts and volunteers.</summary>
    private static async Task OfficeAsync(Db db, int many)
    {
        var column = await db.Columns.FirstAsync();
        var (first, group) = (ConsoleCast.Now.AddDays(-many), await db.Groups.FirstAsync(it => it.Id == 110));
        for (var i = 0; i < many; i++)
        {
            var (at, who) = (first.AddDays(i), 1001 + i);
            db.Add(
                new Post
                {
                    Number = 1000 + i,
                    Column = column,
                    Title = $"居家第 {i} 天，窗开多久",
                    Body = new string('风', 2_000),
                    SearchKey = $"居家第 {i} 天，窗开多久 " + new string('风', 2_000),
                    WrittenAt = at,
                    SubmittedAt = at,
                    ApprovedAt = i % 10 == 0 ? null : at,
                    ApprovedById = i % 10 == 0 ? null : who,
                }
            );
            db.Add(
                new Class
                {
                    Number = 1000 + i,
                    Group = group,
                    Title = $"居家锻炼 {i}",
                    StartsAt = at,
                    EndsAt = at.AddHours(1),
                    MadeById = who,
                    MadeAt = at,
                }
            );
            db.Add(
                new Shift
                {
                    Number = 1000 + i,
                    Group = group,
                    Place = "南门岗",
                    People = 3,
                    StartsAt = at.AddDays(7),
                    EndsAt = at.AddDays(7).AddHours(2),
                    LeadId = who,
                    MadeById = who,
                    MadeAt = at,
                    Assignments =
                    {
                        new Assignment
                        {
                            PersonId = who,
                            AssignedAt = at,
                            AssignedById = who,
                            ConfirmedAt = at,
                        },
                    },
                }
            );
            db.Add(
                new Volunteer
                {
                    PersonId = who,
                    JoinedAt = at,
                    Skills =
                    {
                        new VolunteerSkill { Name = "开车", Key = "开车" },
                    },
                }
            );
        }
    }

    private static IEnumerable<string> Statements(int needs)
    {
        var people = needs / 10;
        const string at = "strftime('%Y-%m-%d %H:%M:%S', '2019-02-01', '+' || (i % 300) || ' days')";
        yield return $"""
            INSERT INTO Groups (Id, AddedAt, Channel, ExternalId, Language, QuietFrom, QuietTo, TimeZone, Title, VanishAfterMinutes)
            {Count(
                40
            )} SELECT 100 + i, {at}, 'telegram', 'c' || i, 'zh-CN', '22:00:00', '07:30:00', 'Asia/Shanghai', '片区群 ' || i, 10 FROM n
            """;
        yield return $"""
            INSERT INTO Communities (Id, AddedAt, Name, NameKey) {Count(500)} SELECT 100 + i, {at}, '社区' || i, '社区' || i FROM n
            """;
        yield return $"""
            INSERT INTO People (Id, CommunityId, FirstSeenAt, Name) {Count(people)} SELECT 1000 + i, 101 + i % 500, {at}, '邻居' || i FROM n
            """;
        yield return $"""
            INSERT INTO Accounts (PersonId, Channel, ExternalId, PrivateChat, ReachableSince)
            {Count(people)} SELECT 1000 + i, 'telegram', 'x' || i, 'x' || i, CASE WHEN i % 3 = 0 THEN {at} END FROM n
            """;
        yield return $"""
            INSERT INTO Members (GroupId, PersonId, JoinedAt, Role, RoleAt)
            {Count(people)} SELECT 101 + i % 40, 1000 + i, {at}, CASE WHEN i % 50 = 0 THEN 'Organiser' ELSE 'Member' END, {at} FROM n
            """;
        yield return $"""
            INSERT INTO Needs (Id, Number, AskedAt, AskedById, ClosedAt, CommunityId, GroupId, LastActAt, Urgent, VerifiedAt, Version)
            {Count(needs)}
            SELECT 1000 + i, 1000 + i, {at}, 1001 + i % {people}, CASE WHEN i % 50 <> 0 THEN {at} END, 101 + i % 500, 101 + i % 40, {at},
              i % 40 = 0, CASE WHEN i % 100 <> 0 THEN {at} END, 0 FROM n
            """;
        foreach (var (position, item) in new[] { (0, "口罩"), (1, "消毒液") })
            yield return $"""
                INSERT INTO NeedLines (Id, About, AtLeast, Item, ItemKey, NeedId, Position, Quantity, Unit)
                {Count(needs)} SELECT 1000 + {position
                    * 10_000_000} + i, 0, 0, '{item}' || (i % 97), '{item}' || (i % 97), 1000 + i, {position}, 100000, '个' FROM n
                """;
        yield return $"""
            INSERT INTO Claims (ById, ClaimedAt, LineId, Quantity, Released)
            {Count(needs)} SELECT 1001 + (i * 7) % {people}, {at}, 1000 + i, 60000, 0 FROM n
            """;
        yield return $"""
            INSERT INTO Donations (Id, Date, GroupId, NotedAt, NotedById, Number, ValueCents, Version)
            {Count(
                people
            )} SELECT 1000 + i, date('2019-02-01', '+' || (i % 300) || ' days'), 101 + i % 40, {at}, 1000 + i, 1000 + i, i * 100, 0 FROM n
            """;
        yield return $"""
            INSERT INTO DonationLines (DonationId, Item, Position, Quantity, Unit)
            {Count(people)} SELECT 1000 + i, '牛奶' || (i % 31), 0, 10000, '箱' FROM n
            """;
        yield return $"""
            INSERT INTO DonationDonors (DonationId, Name, Position) {Count(people)} SELECT 1000 + i, '捐赠人' || i, 0 FROM n
            """;
        yield return $"""
            INSERT INTO Offers (Id, GroupId, Number, OfferedAt, OfferedById, Version, WithdrawnAt)
            {Count(people)} SELECT 1000 + i, 101 + i % 40, 1000 + i, {at}, 1000 + i, 0, CASE WHEN i % 4 <> 0 THEN {at} END FROM n
            """;
        yield return $"""
            INSERT INTO OfferLines (Item, ItemKey, OfferId, Position, Quantity, Unit)
            {Count(people)} SELECT '口罩' || (i % 97), '口罩' || (i % 97), 1000 + i, 0, 10000, '个' FROM n
            """;
        yield return $"""
            INSERT INTO Audit (Act, At, ById, Changes, GroupId, Subject)
            {Count(needs)} SELECT 'needs verify', {at}, 1001 + i % {people}, 'Need ' || i || ': VerifiedAt', 101 + i % 40, i FROM n
            """;
        yield return $"""
            INSERT INTO Missed (GroupId, SaidAt, SaidById, Text) {Count(
                200
            )} SELECT 101 + i % 40, {at}, 1000 + i, '口罩快用完了，还要五十个' FROM n
            """;
        yield return $"""
            INSERT INTO Outbox (Attempts, Channel, ChatId, CreatedAt, DueAt, Fence, ForceReply, InGroup, IsRepeat, Kind, MayMerge, Silent, State, Text, Why)
            {Count(needs)} SELECT 1, 'telegram', 'c' || (1 + i % 40), {at}, {at}, 0, 0, 1, 1, 'Send', 0, 0,
              CASE WHEN i % 500 = 0 THEN 'Failed' ELSE 'Sent' END, '<b>#31</b> 口罩 100个', 'Notice' FROM n
            """;
    }

    private static string Count(int most) => $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {most})";
}
