using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Imports;
using MutualAid.Core.Messaging;
using MutualAid.Core.Volunteers;

namespace MutualAid.Tests.Admin;

public sealed class ShiftPageTests
{
    [Fact]
    public async Task The_rota_shows_what_comes_and_where_somebody_is_missing()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        (string Path, int[] Shown)[] told =
        [
            ("/shifts", [1, 3]),
            ("/shifts?state=gaps&group=1", [1]),
            ("/shifts?state=past", [2]),
            ("/shifts?state=cancelled", []),
            ("/shifts?state=nonsense&page=99", [1, 3]),
        ];
        foreach (var (path, shown) in told)
        {
            var text = (await guest.GetAsync(path)).Text;
            Assert.Equal(shown, Enumerable.Range(1, 3).Where(it => text.Contains($"href=\"/shifts/{it}\"", StringComparison.Ordinal)));
        }

        Assert.Matches("1 / 3\\s*<span class=\"tag warn\">缺 2 人", (await guest.GetAsync("/shifts?group=1")).Text);
    }

    [Fact]
    public async Task A_shift_is_made_and_somebody_is_put_onto_it()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.GetAsync("/shifts/new");
        var before = await house.DumpAsync();
        (string, string)[][] wrong =
        [
            [],
            [("group", "1"), ("place", ""), ("date", "2020-02-08"), ("from", "09:00"), ("to", "11:00"), ("people", "2")],
            [("group", "1"), ("place", "北门"), ("date", "2020-02-01"), ("from", "09:00"), ("to", "11:00"), ("people", "2")],
            [("group", "1"), ("place", "北门"), ("date", "2020-02-08"), ("from", "09:00"), ("to", "nine"), ("people", "2")],
            [("group", "1"), ("place", "北门"), ("date", "2020-02-08"), ("from", "09:00"), ("to", "11:00"), ("people", "很多")],
            [("group", "2"), ("place", "北门"), ("date", "2020-02-08"), ("from", "09:00"), ("to", "11:00"), ("people", "2"), ("team", "1")],
            [("group", "99"), ("place", "北门"), ("date", "2020-02-08"), ("from", "09:00"), ("to", "11:00"), ("people", "2")],
        ];
        foreach (var form in wrong)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await guest.PostAsync("/shifts/new", form)).Answer.StatusCode);
        Assert.Equal(before, await house.DumpAsync());
        await guest.PostAsync(
            "/shifts/new",
            ("group", "1"),
            ("place", "北门"),
            ("date", "2020-02-08"),
            ("from", "09:00"),
            ("to", "11:00"),
            ("people", "2"),
            ("team", "1")
        );
        var (_, made) = await guest.GetAsync("/shifts/4");
        Assert.Contains("卡片排队发到群里", made, StringComparison.Ordinal);
        Assert.Contains("<strong>邵卫东</strong>", made, StringComparison.Ordinal);
        await using var db = house.Read();
        Assert.Equal(1, await db.Cards.CountAsync(it => it.Key == "shift:4"));
        var lead = await IdAsync(house, "段丽华");
        await guest.PostAsync("/shifts/4?handler=assign", ("person", lead));
        Assert.Contains("人齐了", (await guest.GetAsync("/shifts/4")).Text, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await guest.PostAsync("/shifts/4?handler=assign", ("person", lead))).Answer.StatusCode
        );
        await guest.PostAsync("/shifts/4?handler=off", ("person", lead));
        await guest.PostAsync("/shifts/4?handler=cancel");
        Assert.Contains("已取消", (await guest.GetAsync("/shifts/4")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await db.Assignments.CountAsync(it => it.Shift.Number == 4 && it.LeftAt == null));
    }

    [Fact]
    public async Task Who_is_put_on_and_who_loses_a_shift_is_told_in_private()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        await house.DoAsync(async db =>
            db.Accounts.Add(
                new()
                {
                    Person = await db.People.SingleAsync(it => it.Name == "段丽华"),
                    Channel = "room",
                    ExternalId = "p98",
                    PrivateChat = "p98",
                    ReachableSince = ConsoleCast.Now,
                }
            )
        );
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.PostAsync("/shifts/1?handler=assign", ("person", await IdAsync(house, "段丽华")));
        await guest.PostAsync("/shifts/1?handler=cancel");
        await using var db = house.Read();
        var told = await db
            .Outbox.Where(it => it.ChatId == "p98" && it.Kind == OutboxKind.Send)
            .OrderBy(it => it.Id)
            .Select(it => it.Text)
            .ToListAsync();
        Assert.Equal(2, told.Count);
        Assert.Contains("温静宜把您排到1号班", told[0], StringComparison.Ordinal);
        Assert.Contains("1号班（南门岗）取消了", told[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hours_are_confirmed_by_a_new_line_and_counted_by_person_and_month()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        Assert.Contains("等确认的时长", (await guest.GetAsync("/volunteers/hours")).Text, StringComparison.Ordinal);
        var person = await IdAsync(house, "邵卫东");
        var (_, text) = await guest.GetAsync("/shifts/2");
        Assert.Contains("确认邵卫东的时长", text, StringComparison.Ordinal);
        Assert.Contains("value=\"2020-02-05T11:31\"", text, StringComparison.Ordinal);
        foreach (var (from, to) in new[] { ("2020-02-05T11:31", "2020-02-05T11:31"), ("2020-02-05T11:31", "2020-02-05T23:00"), ("", "x") })
            Assert.Equal(
                HttpStatusCode.UnprocessableEntity,
                (await guest.PostAsync("/shifts/2?handler=hours", ("person", person), ("from", from), ("to", to))).Answer.StatusCode
            );
        await guest.PostAsync("/shifts/2?handler=hours", ("person", person), ("from", "2020-02-05T11:31"), ("to", "2020-02-05T11:55"));
        Assert.Contains("11:31–11:55 · 0.4 小时", (await guest.GetAsync("/shifts/2")).Text, StringComparison.Ordinal);
        var (_, hours) = await guest.GetAsync("/volunteers/hours?month=2020-02");
        Assert.Contains("1 人，共 0.4 小时", hours, StringComparison.Ordinal);
        Assert.DoesNotContain("等确认的时长", hours, StringComparison.Ordinal);
        Assert.Contains("这个月还没有时长", (await guest.GetAsync("/volunteers/hours?month=2020-03")).Text, StringComparison.Ordinal);
        Assert.Contains("值了 1 班", hours, StringComparison.Ordinal);
        Assert.Contains("已确认 24 分钟", hours, StringComparison.Ordinal);
        Assert.DoesNotContain("待确认 0", hours, StringComparison.Ordinal);
        Assert.Equal(
            ("志愿时长 2020年2月.xlsx", "姓名|几班|小时|待确认（小时） 邵卫东|1|0.4|0"),
            await TableAsync(guest, "/volunteers/hours.xlsx?month=2020-02")
        );
        Assert.Equal(
            ("志愿时长 2020年3月.xlsx", "姓名|几班|小时|待确认（小时） 这个月还没有时长。"),
            await TableAsync(guest, "/volunteers/hours.xlsx?month=2020-03")
        );
        await using var db = house.Read();
        Assert.Equal(2, await db.Hours.CountAsync());
    }

    [Fact]
    public async Task The_roster_is_found_through_and_taken_away()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        foreach (
            var (words, isThere) in new[]
            {
                ("测温", true),
                ("东片", true),
                ("周末", true),
                ("邵", true),
                ("登记", false),
                ("没有的", false),
            }
        )
            Assert.Equal(isThere, (await guest.GetAsync($"/volunteers?q={words}")).Text.Contains("留了，去看", StringComparison.Ordinal));
        Assert.Contains(
            "\"邵卫东\",\"测温、开车\",\"\",\"东片\",\"周末\"\r\n",
            await SheetAsync(guest, "/volunteers/roster.csv?q=测温"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Another_groups_shifts_people_and_telephones_are_not_there()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var viewer = await new ConsoleGuest(house).EnterAsAsync("林小满", ConsoleRole.Viewer, 1);
        var (_, seen) = await viewer.GetAsync("/shifts/1");
        Assert.Contains("邵卫东", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=cancel", seen, StringComparison.Ordinal);
        var guest = await new ConsoleGuest(house).EnterAsAsync("段小满", ConsoleRole.Organiser, 2);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync("/shifts/1")).Answer.StatusCode);
        foreach (
            var path in new[]
            {
                "/volunteers",
                "/volunteers/roster.csv",
                "/volunteers/teams",
                "/volunteers/hours",
                "/volunteers/hours.xlsx",
            }
        )
        {
            var (_, text) = await guest.GetAsync(path);
            Assert.DoesNotContain("邵卫东", text, StringComparison.Ordinal);
            Assert.DoesNotContain("138 0013", text, StringComparison.Ordinal);
        }

        await guest.GetAsync("/shifts/3");
        var before = await house.DumpAsync();
        var stranger = await IdAsync(house, "邵卫东");
        foreach (var act in new[] { "assign", "off", "in", "hours", "cancel", "phone", "called" })
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await guest.PostAsync($"/shifts/1?handler={act}", ("person", stranger))).Answer.StatusCode
            );
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync("/volunteers/teams/1")).Answer.StatusCode);
        foreach (var act in new[] { "", "?handler=dissolve", "?handler=undo" })
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await guest.PostAsync($"/volunteers/teams/1{act}", ("name", "别人的队"), ("step", "1"), ("seen", "1"))).Answer.StatusCode
            );
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await guest.PostAsync("/volunteers/teams/new?group=1", ("name", "别人的队"))).Answer.StatusCode
        );
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await guest.PostAsync("/volunteers/teams/new?group=2", ("name", "自己的队"), ("lead", stranger), ("people", stranger)))
                .Answer
                .StatusCode
        );
        // He is of another group than the shift.
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await guest.PostAsync("/shifts/3?handler=assign", ("person", stranger))).Answer.StatusCode
        );
        Assert.Equal(before, await house.DumpAsync());
    }

    [Fact]
    public void Every_refusal_of_a_desk_has_its_words_on_the_page()
    {
        var words = Phrases.Load(Path.Combine(HouseRules.Sources.Root, "content")).In("zh-CN");
        var wanted = Names<ShiftRefusal>("shifts")
            .Concat(Names<Core.Classes.ClassRefusal>("classes"))
            .Concat(Names<Core.Broadcasts.BroadcastRefusal>("broadcast"))
            .Concat(Names<Core.Content.ContentRefusal>("posts"));
        Assert.Equal([], wanted.Where(key => !words.ContainsKey(key)));

        static IEnumerable<string> Names<T>(string page)
            where T : struct, Enum => Enum.GetNames<T>().Where(name => name != "None").Select(name => $"admin.{page}.refused.{name}");
    }

    private static async Task<(string? Name, string Cells)> TableAsync(ConsoleGuest guest, string path)
    {
        var (answer, _) = await guest.SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
        var rows = SheetFile.Read(await answer.Content.ReadAsByteArrayAsync()).Grids[0].Rows;
        return (
            answer.Content.Headers.ContentDisposition?.FileNameStar,
            string.Join(' ', rows.Select(row => string.Join('|', row.Cells.Select(cell => cell.Text))))
        );
    }

    private static async Task<string> SheetAsync(ConsoleGuest guest, string path)
    {
        var (answer, _) = await guest.SendAsync(new HttpRequestMessage(HttpMethod.Get, path));
        return Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
    }

    private static async Task<string> IdAsync(ConsoleHouse house, string name)
    {
        await using var db = house.Read();
        return $"{await db.Members.Where(it => it.Person.Name == name).Select(it => it.PersonId).FirstAsync()}";
    }
}
