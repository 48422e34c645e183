using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Classes;
using MutualAid.Core.Messaging;

namespace MutualAid.Tests.Admin;

public sealed partial class ClassPageTests
{
    private static readonly (string Name, string Value)[] Sleep =
    [
        ("seen", "0"),
        ("title", "睡个好觉"),
        ("speaker", "沈安澜"),
        ("organisation", "区医院"),
        ("venue", "会议 882 1100"),
        ("places", "2"),
    ];

    [Fact]
    public async Task The_timetable_shows_what_comes_what_was_and_what_is_off()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        (string Path, int[] Shown)[] told =
        [
            ("/classes", [1, 4]),
            ("/classes?group=1", [1]),
            ("/classes?state=past", [3]),
            ("/classes?state=cancelled", [2]),
            ("/classes?state=nonsense&page=99", [1, 4]),
        ];
        foreach (var (path, shown) in told)
        {
            var text = (await guest.GetAsync(path)).Text;
            Assert.Equal(shown, Enumerable.Range(1, 4).Where(it => text.Contains($"href=\"/classes/{it}\"", StringComparison.Ordinal)));
        }

        var (_, one) = await guest.GetAsync("/classes/1");
        Assert.Matches("2 / 2.*1\\. 邵卫东.*2\\. 王阿姨.*邵卫东 代报.*候补.*1\\. 段丽华", one.ReplaceLineEndings(" "));
    }

    [Fact]
    public async Task A_class_is_made_and_its_card_goes_to_the_group()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.GetAsync("/classes/new");
        var before = await house.DumpAsync();
        (string, string)[][] wrong =
        [
            [],
            [("group", "1"), ("title", ""), ("starts", "2020-02-08T15:00")],
            [("group", "1"), ("title", "急救"), ("starts", "2020-02-01T15:00")],
            [("group", "1"), ("title", "急救"), ("starts", "后天")],
            [("group", "1"), ("title", "急救"), ("starts", "2020-02-08T15:00"), ("places", "很多")],
            [("group", "99"), ("title", "急救"), ("starts", "2020-02-08T15:00")],
        ];
        foreach (var form in wrong)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await guest.PostAsync("/classes/new", form)).Answer.StatusCode);
        Assert.Equal(before, await house.DumpAsync());
        await guest.PostAsync(
            "/classes/new",
            ("group", "1"),
            ("title", "急救"),
            ("starts", "2020-02-08T15:00"),
            ("minutes", "90"),
            ("places", "30")
        );
        Assert.Contains("卡片排队发到群里", (await guest.GetAsync("/classes/5")).Text, StringComparison.Ordinal);
        await using var db = house.Read();
        var made = await db.Classes.SingleAsync(it => it.Number == 5);
        Assert.Equal(
            (new DateTime(2020, 2, 8, 7, 0, 0), new DateTime(2020, 2, 8, 8, 30, 0), 30),
            (made.StartsAt, made.EndsAt, made.Places)
        );
        Assert.Equal(1, await db.Cards.CountAsync(it => it.Key == "class:5"));
        Assert.Equal(5, await db.Due.CountAsync(it => it.SubjectId == 5 && it.Kind.StartsWith("class.")));
    }

    [Fact]
    public async Task It_moves_with_its_list_or_without_and_is_called_off_after_the_question()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        await OpenPrivateAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (bad, text) = await guest.PostAsync("/classes/1?handler=move", ("starts", "2020-02-01T10:00"), ("keep", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
        Assert.Contains("value=\"2020-02-01T10:00\"", text, StringComparison.Ordinal);
        await guest.PostAsync("/classes/1?handler=move", ("starts", "2020-02-09T10:00"), ("keep", "true"));
        Assert.Equal(["#1 《睡个好觉》改期了：2月9日 周日 10:00（还有4天），您的报名还在。"], await ToldAsync(house));
        await guest.PostAsync("/classes/1?handler=move", ("starts", "2020-02-10T10:00"), ("keep", "false"));
        await using var db = house.Read();
        Assert.Equal(0, await db.SignUps.CountAsync(it => it.Class.Number == 1 && it.LeftAt == null));
        Assert.Contains("还没有人报名", (await guest.GetAsync("/classes/1?ask=cancel")).Text, StringComparison.Ordinal);
        await guest.PostAsync("/classes/1?handler=cancel");
        Assert.Contains("已取消", (await guest.GetAsync("/classes/1")).Text, StringComparison.Ordinal);
        var (again, _) = await guest.PostAsync("/classes/1?handler=cancel");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
    }

    [Fact]
    public async Task A_new_place_is_told_and_more_places_are_offered()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        await OpenPrivateAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.GetAsync("/classes/1/edit");
        await guest.PostAsync(
            "/classes/1/edit",
            [.. Sleep.Where(it => it.Name is not ("venue" or "places")), ("venue", "活动室"), ("places", "5")]
        );
        Assert.Contains("改好了", (await guest.GetAsync("/classes/1")).Text, StringComparison.Ordinal);
        Assert.Equal(["课有变动，请看地点：\n#1 《睡个好觉》\n2月6日 周四 11:30（还有1天）\n活动室"], await ToldAsync(house));
        await using var db = house.Read();
        Assert.Equal(5, (await db.Classes.SingleAsync(it => it.Number == 1)).Places);
        Assert.True(await db.Due.AnyAsync(it => it.Kind == ClassDue.Offer && it.SubjectId == 1));
    }

    [Fact]
    public async Task A_sign_up_meanwhile_is_no_other_version_but_another_edit_is()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.GetAsync("/classes/1/edit");
        await house.DoAsync(async db =>
        {
            var it = await db.Classes.Include(it => it.Group).SingleAsync(it => it.Number == 1);
            var person = await db.People.SingleAsync(it => it.Name == "段丽华");
            await new ClassDesk(db, house.Clock).SignUpAsync(1, new(person, it.Group), new Party(false, ["林奶奶"]));
        });
        (string, string)[] mine = [.. Sleep.Where(it => it.Name != "title"), ("title", "睡个安稳觉")];
        await guest.PostAsync("/classes/1/edit", mine);
        Assert.Equal("睡个安稳觉", await TitleAsync(house));
        var (answer, text) = await guest.PostAsync("/classes/1/edit", [.. Sleep.Where(it => it.Name != "title"), ("title", "睡得香")]);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Matches("<p class=\"version\">睡个安稳觉</p>.*<p class=\"version\">睡得香</p>", text.ReplaceLineEndings(" "));
        Assert.Equal("睡个安稳觉", await TitleAsync(house));
        var stamp = Stamp().Match(text).Groups["seen"].Value;
        await guest.PostAsync(
            "/classes/1/edit",
            [.. Sleep.Where(it => it.Name is not ("title" or "seen")), ("title", "睡得香"), ("seen", stamp)]
        );
        Assert.Equal("睡得香", await TitleAsync(house));
    }

    [Fact]
    public async Task The_list_is_taken_away_as_a_sheet_that_runs_nothing()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await house.DoAsync(async db => (await db.SignUps.SingleAsync(it => it.Guest == "王阿姨")).Guest = "=1+1\"王");
        var (answer, _) = await guest.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/classes/1/sign-ups.csv"));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("class-1.csv", answer.Content.Headers.ContentDisposition?.FileName);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal("\"序号\",\"姓名\",\"谁代报\",\"情况\",\"报名时间\",\"签到时间\"", lines[0]);
        Assert.StartsWith("\"2\",\"'=1+1\"\"王\",\"邵卫东\",\"已报\"", lines[2], StringComparison.Ordinal);
        Assert.StartsWith("\"3\",\"段丽华\",\"\",\"候补\"", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_calendar_link_opens_the_timetable_for_whoever_has_it()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.PostAsync("/classes/1?handler=calendar");
        var link = Link().Match((await guest.GetAsync("/classes/1")).Text).Value;
        Assert.Contains("SUMMARY:睡个好觉", await house.Http.GetStringAsync(new Uri(link)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_viewer_sees_the_list_and_changes_nothing_and_another_groups_class_is_not_there()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var viewer = await new ConsoleGuest(house).EnterAsAsync("林小满", ConsoleRole.Viewer, 1);
        var (_, text) = await viewer.GetAsync("/classes/1");
        Assert.Contains("王阿姨", text, StringComparison.Ordinal);
        Assert.DoesNotContain("会议 882", text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "handler=",
            text[text.IndexOf("<main", StringComparison.Ordinal)..text.IndexOf("</main", StringComparison.Ordinal)],
            StringComparison.Ordinal
        );
        var guest = await new ConsoleGuest(house).EnterAsAsync("段小满", ConsoleRole.Organiser, 2);
        await guest.GetAsync("/classes/4/edit");
        var before = await house.DumpAsync();
        foreach (var path in new[] { "/classes/1", "/classes/1/edit", "/classes/1/sign-ups.csv" })
            Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync(path)).Answer.StatusCode);
        foreach (var act in new[] { "move", "cancel", "off", "attend", "calendar" })
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await guest.PostAsync($"/classes/1?handler={act}", ("id", "1"), ("starts", "2020-02-09T10:00"))).Answer.StatusCode
            );
        Assert.Equal(HttpStatusCode.NotFound, (await guest.PostAsync("/classes/1/edit", Sleep)).Answer.StatusCode);
        // A sign-up of another class than that of the page.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await guest.PostAsync("/classes/4?handler=off", ("id", "1"))).Answer.StatusCode);
        Assert.Equal(before, await house.DumpAsync());
    }

    /// <summary>邵卫东 can be written to in private, on a channel that carries nothing here.</summary>
    private static Task OpenPrivateAsync(ConsoleHouse house) =>
        house.DoAsync(async db =>
            db.Accounts.Add(
                new()
                {
                    Person = await db.SignUps.Where(it => it.Guest == "王阿姨").Select(it => it.Person).SingleAsync(),
                    Channel = "room",
                    ExternalId = "p99",
                    PrivateChat = "p99",
                    ReachableSince = ConsoleCast.Now,
                }
            )
        );

    private static async Task<List<string>> ToldAsync(ConsoleHouse house)
    {
        await using var db = house.Read();
        return await db.Outbox.Where(it => it.ChatId == "p99" && it.Kind == OutboxKind.Send).Select(it => it.Text).ToListAsync();
    }

    private static async Task<string> TitleAsync(ConsoleHouse house)
    {
        await using var db = house.Read();
        return await db.Classes.Where(it => it.Number == 1).Select(it => it.Title).SingleAsync();
    }

    [GeneratedRegex("name=\"seen\" value=\"(?<seen>[0-9]+)\"")]
    private static partial Regex Stamp();

    [GeneratedRegex("http://127[^\"< ]+\\.ics")]
    private static partial Regex Link();
}
