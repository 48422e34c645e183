using System.Net;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Groups;
using MutualAid.Core.Supplies;

namespace MutualAid.Tests.Admin;

/// <summary>What a leader of volunteers stumbled over in the fourth round of trials.</summary>
public sealed class FourthRoundTests
{
    private static readonly (string, string)[] NorthGate =
    [
        ("group", "1"),
        ("place", "北门"),
        ("day", "2020-02-06"),
        ("from", "07:00"),
        ("to", "09:00"),
        ("people", "2"),
    ];

    [Fact]
    public async Task Who_cannot_be_written_to_is_called_and_the_look_at_the_number_is_written_down()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (lead, helper) = (await IdAsync(house, "段丽华"), await IdAsync(house, "邵卫东"));
        await guest.PostAsync("/shifts/1?handler=assign", ("person", lead));
        var (_, told) = await guest.GetAsync("/shifts/1");
        Assert.Contains("排上了，群里的卡片马上更新。段丽华收不到消息，要打电话。", told, StringComparison.Ordinal);
        Assert.Contains("看邵卫东的电话", told, StringComparison.Ordinal);
        Assert.DoesNotContain("138", told, StringComparison.Ordinal);
        var (_, called) = await guest.PostAsync("/shifts/1?handler=phone", ("person", helper));
        Assert.Contains("href=\"tel:13800138000\"", called, StringComparison.Ordinal);
        Assert.Contains("看了值班人的电话：班", (await guest.GetAsync("/audit")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.PostAsync("/shifts/3?handler=phone", ("person", helper))).Answer.StatusCode);
    }

    [Fact]
    public async Task A_shift_like_one_that_stands_is_made_only_when_asked_for_again()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        Assert.Contains("明天 2月6日 周四", (await guest.GetAsync("/shifts/new")).Text, StringComparison.Ordinal);
        await guest.PostAsync("/shifts/new", NorthGate);
        var (_, asked) = await guest.PostAsync("/shifts/new", NorthGate);
        Assert.Contains("「北门」2月6日 周四 07:00 已经有一班了：#4，排了 0 / 2 人。再排一班吗？", asked, StringComparison.Ordinal);
        await using var db = house.Read();
        Assert.Equal(4, await db.Shifts.CountAsync());
        await guest.PostAsync("/shifts/new", [.. NorthGate, ("again", "true")]);
        Assert.Equal(5, await db.Shifts.CountAsync());
        Assert.Contains(
            "取消 #5「北门」2月6日 周四 07:00 这一班？",
            (await guest.GetAsync("/shifts/5?ask=cancel")).Text,
            StringComparison.Ordinal
        );
        await guest.PostAsync("/shifts/5?handler=cancel");
        Assert.DoesNotContain("点群里卡片上的按钮", (await guest.GetAsync("/shifts/5")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shift_is_put_right_and_back_again()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (_, form) = await guest.GetAsync("/shifts/1/edit");
        Assert.Contains("value=\"南门岗\"", form, StringComparison.Ordinal);
        var seen = Field(form, "seen");
        (string, string)[] right =
        [
            ("seen", seen),
            ("place", "东门岗"),
            ("date", "2020-02-06"),
            ("from", "22:00"),
            ("to", "01:00"),
            ("people", "4"),
        ];
        await guest.PostAsync("/shifts/1/edit", right);
        var (_, text) = await guest.GetAsync("/shifts/1");
        Assert.Contains("改好了，群里的卡片马上更新。邵卫东收不到消息，要打电话。", text, StringComparison.Ordinal);
        Assert.Contains("2月6日 周四 22:00 – 01:00", WebUtility.HtmlDecode(text), StringComparison.Ordinal);
        Assert.Contains("1 / 4", text, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await guest.PostAsync("/shifts/1/edit", [.. right[..^1], ("people", "5")])).Answer.StatusCode
        );
        await guest.PostAsync("/shifts/1?handler=undo", ("step", Field(text, "step")));
        await using var db = house.Read();
        var it = await db.Shifts.SingleAsync(it => it.Number == 1);
        Assert.Equal(("南门岗", 3, ConsoleCast.Now.AddDays(1)), (it.Place, it.People, it.StartsAt));
    }

    [Fact]
    public async Task A_need_that_is_partly_brought_waits_to_be_verified_wherever_it_is_counted()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        await house.DoAsync(async db =>
        {
            var group = await db.Groups.SingleAsync(it => it.Id == 1);
            var helper = new Actor(await db.People.FirstAsync(it => it.Name == "邵卫东"), group);
            var desk = new SupplyDesk(db, house.Clock);
            await desk.ClaimAsync(2, helper, 30, null);
            await db.SaveChangesAsync();
            await desk.DeliverAsync(2, helper, 20, null);
        });
        var guest = await new ConsoleGuest(house).EnterAsync();
        Assert.Contains("<b>3</b> <span>等核实", (await guest.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/needs/2\"", (await guest.GetAsync("/needs?state=unverified")).Text, StringComparison.Ordinal);
        await house.DoAsync(async db =>
        {
            var group = await db.Groups.SingleAsync(it => it.Id == 1);
            var helper = new Actor(await db.People.FirstAsync(it => it.Name == "邵卫东"), group);
            await new SupplyDesk(db, house.Clock).DeliverAsync(2, helper, 10, null);
        });
        Assert.Contains("<b>2</b> <span>等核实", (await guest.GetAsync("/")).Text, StringComparison.Ordinal);
        var (_, brought) = await guest.GetAsync("/needs/2");
        Assert.DoesNotContain("handler=verify", brought, StringComparison.Ordinal);
        Assert.DoesNotContain("待核实", brought, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_trail_speaks_of_what_was_done_to_what_and_to_whom_without_the_words_of_the_database()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.PostAsync("/shifts/1?handler=assign", ("person", await IdAsync(house, "段丽华")));
        await guest.PostAsync("/shifts/1?handler=cancel");
        await guest.PostAsync("/exports", ("what", "donations"), ("format", "csv"));
        await guest.GetAsync("/volunteers/roster.csv");
        await guest.GetAsync("/imports/2/bad.xlsx");
        await guest.PostAsync("/donations/1?handler=takeBack");
        Assert.Contains("#1 牛奶 10箱、口罩 200个 删掉了", (await guest.GetAsync("/donations")).Text, StringComparison.Ordinal);
        var text = WebUtility.HtmlDecode((await guest.GetAsync("/audit")).Text);
        var lines = text.Split("<li>").Select(it => System.Text.RegularExpressions.Regex.Replace(it, "<[^>]*>|\\s+", " ")).ToList();
        Assert.Contains(lines, it => Squeezed(it).Contains("安排了一位：班#1南门岗段丽华", StringComparison.Ordinal));
        Assert.Contains("班：取消时间 从 （空） 改成 2月5日 周三 12:00", text, StringComparison.Ordinal);
        Assert.Contains(lines, it => Squeezed(it).Contains("导出了一张表：捐赠", StringComparison.Ordinal));
        Assert.Contains(lines, it => Squeezed(it).Contains("下载了有问题的行：志愿者名册名册.xlsx", StringComparison.Ordinal));
        Assert.Contains("下载了志愿者名册", text, StringComparison.Ordinal);
        foreach (var word in new[] { "DueRow", "CancelledAt", "Version", "Id ", "Z," })
            Assert.DoesNotContain(
                word,
                text[text.IndexOf("class=\"history trail\"", StringComparison.Ordinal)..],
                StringComparison.Ordinal
            );
    }

    [Fact]
    public async Task A_page_is_found_by_its_name_what_is_done_there_and_its_first_letters_where_it_may_be_opened()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        foreach (
            var (words, path) in new[]
            {
                ("导入", "/imports"),
                ("DR", "/imports"),
                ("名册", "/volunteers"),
                ("czjl", "/audit"),
                ("时区", "/first/place"),
                ("排一班", "/shifts/new"),
            }
        )
            Assert.Contains($"<a href=\"{path}\">", Found(await guest.GetAsync("/search?q=" + words)), StringComparison.Ordinal);
        var viewer = await new ConsoleGuest(house).EnterAsAsync("林小满", ConsoleRole.Viewer, 1);
        Assert.DoesNotContain("/imports", Found(await viewer.GetAsync("/search?q=导入")), StringComparison.Ordinal);
        Assert.Contains("<a href=\"/classes\">", Found(await viewer.GetAsync("/search?q=课堂")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_can_be_brought_as_a_sheet_says_so_where_its_list_is()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        foreach (
            var (path, kind) in new[]
            {
                ("/volunteers", "Volunteers"),
                ("/communities", "Communities"),
                ("/donations", "Donations"),
                ("/offers", "Resources"),
                ("/posts", "Posts"),
            }
        )
            Assert.Contains($"href=\"/imports?kind={kind}\"", (await guest.GetAsync(path)).Text, StringComparison.Ordinal);
        var viewer = await new ConsoleGuest(house).EnterAsAsync("林小满", ConsoleRole.Viewer, 1);
        Assert.DoesNotContain("/imports", (await viewer.GetAsync("/donations")).Text, StringComparison.Ordinal);
    }

    private static string Field(string text, string name) =>
        PageForm.In("", text).SelectMany(it => it.Fields).First(it => it.Name == name).Value;

    private static string Found((HttpResponseMessage Answer, string Text) page) =>
        page.Text[page.Text.IndexOf("role=\"search\"", StringComparison.Ordinal)..];

    private static string Squeezed(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private static async Task<string> IdAsync(ConsoleHouse house, string name)
    {
        await using var db = house.Read();
        return $"{await db.Members.Where(it => it.Person.Name == name).Select(it => it.PersonId).FirstAsync()}";
    }
}
