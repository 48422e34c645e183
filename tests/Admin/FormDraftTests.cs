using System.Net;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.People;
using MutualAid.Tests.Channels.Room;

namespace MutualAid.Tests.Admin;

public sealed class FormDraftTests
{
    [Fact]
    public async Task What_was_typed_and_not_saved_is_offered_beside_what_is_stored_and_goes_with_saving()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (_, form) = await guest.GetAsync("/posts/3/edit");
        (string, string)[] typed =
        [
            ("seen", Field(form, "seen")),
            ("title", "小区出入登记"),
            ("body", "凭出入证进出，来访要登记。"),
            ("column", "3"),
            ("language", "zh-CN"),
        ];
        await guest.PostAsync("/posts/3/edit?handler=preview", typed);
        var (_, back) = await guest.GetAsync("/posts/3/edit");
        Assert.Contains("2月5日 周三 12:00 写的还没有保存", back, StringComparison.Ordinal);
        Assert.Contains("<p class=\"version\">凭出入证进出，每户一天一人。</p>", back, StringComparison.Ordinal);
        Assert.Contains("<p class=\"version\">凭出入证进出，来访要登记。</p>", back, StringComparison.Ordinal);
        Assert.Contains("value=\"小区出入登记办法\"", back, StringComparison.Ordinal);
        var (_, gone) = await guest.GetAsync("/posts/3/edit?draft=use");
        Assert.Contains("value=\"小区出入登记\"", gone, StringComparison.Ordinal);
        Assert.Contains("来访要登记。</textarea>", gone, StringComparison.Ordinal);
        var other = await new ConsoleGuest(house).EnterAsAsync("段小满", ConsoleRole.Owner, null);
        Assert.DoesNotContain("来访要登记", (await other.GetAsync("/posts/3/edit?draft=use")).Text, StringComparison.Ordinal);
        await guest.PostAsync("/posts/3/edit", typed);
        await using var db = house.Read();
        Assert.Empty(await db.FormDrafts.ToListAsync());
        // Keeping is no act: the trail tells of the one that was saved.
        Assert.Equal(["posts/{number:int}/edit"], await db.Audit.Select(it => it.Act).ToListAsync());
    }

    [Fact]
    public async Task It_is_dropped_when_it_is_not_wanted_and_when_somebody_in_it_is_forgotten()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.PostAsync("/posts/new?handler=preview", ("title", "没写完"), ("body", ""));
        Assert.Contains("没写完", (await guest.GetAsync("/posts/new")).Text, StringComparison.Ordinal);
        await guest.PostAsync("/posts/new?handler=drop");
        Assert.DoesNotContain("没写完", (await guest.GetAsync("/posts/new")).Text, StringComparison.Ordinal);
        await guest.PostAsync("/posts/new?handler=preview", ("title", "谢谢邵卫东"), ("body", "半夜送药。"));
        await house.DoAsync(async db =>
        {
            var person = await db.Members.Where(it => it.Person.Name == "邵卫东").Select(it => it.Person).FirstAsync();
            await new PrivacyDesk(db, house.Clock).EraseAsync(person);
        });
        await using var db = house.Read();
        Assert.Empty(await db.FormDrafts.ToListAsync());
    }

    [Fact]
    public async Task A_class_that_was_looked_at_is_a_page_to_go_back_to()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        (string, string)[] typed = [("group", "1"), ("title", "急救"), ("starts", "2020-02-08T15:00")];
        var (answer, _) = await guest.PostAsync("/classes/new?handler=preview", typed);
        Assert.Equal("/classes/new?draft=look", answer.Headers.Location?.ToString());
        await guest.PostAsync("/classes/new", typed);
        var (there, look) = await guest.GetAsync("/classes/new?draft=look");
        Assert.Equal(HttpStatusCode.OK, there.StatusCode);
        Assert.Contains("value=\"急救\"", look, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task While_one_writes_it_is_kept_and_shown_and_a_crash_loses_nothing()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var context = await browser.Browser.NewContextAsync();
        await context.AddCookiesAsync(
            guest.Cookies.Select(it => new Microsoft.Playwright.Cookie
            {
                Name = it.Key,
                Value = it.Value,
                Url = house.Address.ToString(),
            })
        );
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(house.Address, "/posts/new").ToString());
        await page.SelectOptionAsync("#column", "1");
        await page.FillAsync("#title", "停水前先接水");
        await page.FillAsync("#body", "**桶和锅**都接满。");
        await page.Locator("#preview b", new() { HasTextString = "桶和锅" }).WaitForAsync();
        await page.CloseAsync();
        await using var db = house.Read();
        Assert.Contains("桶和锅", (await db.FormDrafts.SingleAsync()).Fields, StringComparison.Ordinal);
        Assert.Contains("停水前先接水", (await guest.GetAsync("/posts/new")).Text, StringComparison.Ordinal);
    }

    private static string Field(string text, string name) =>
        PageForm.In("", text).SelectMany(it => it.Fields).First(it => it.Name == name).Value;
}
