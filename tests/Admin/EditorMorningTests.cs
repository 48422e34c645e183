using System.Net;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Schedule;
using MutualAid.Tests.Channels.Room;

namespace MutualAid.Tests.Admin;

/// <summary>What an editor meets each morning: lists that tell, forms that say what they do, ways back.</summary>
public sealed class EditorMorningTests
{
    [Fact]
    public async Task The_list_tells_noted_figures_and_where_the_words_stand()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (_, before) = await guest.GetAsync("/posts?state=published");
        Assert.DoesNotContain("0 / 0", before, StringComparison.Ordinal);
        Assert.DoesNotContain("没写出处", before, StringComparison.Ordinal);
        await guest.GetAsync("/posts/2");
        await guest.PostAsync("/posts/2?handler=figure", ("kind", "Reads"), ("value", "320"), ("date", "2020-02-05"), ("source", "公众号"));
        Assert.Contains("公众号阅读 320", (await guest.GetAsync("/posts?state=published")).Text, StringComparison.Ordinal);
        await house.DoAsync(async db =>
        {
            var post = await db.Posts.SingleAsync(it => it.Number == 2);
            (post.Body, post.SearchKey) = ("先把花盆拿进屋，**再关窗户**，最后收衣服。", "先把花盆拿进屋,再关窗户,最后收衣服");
        });
        Assert.Contains(
            "<small class=\"hit\">先把花盆拿进屋，再关窗户，最后收衣服。</small>",
            (await guest.GetAsync("/posts?q=窗户")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Publishing_all_says_how_many_they_are()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        Assert.Contains("等审核的 3 篇都发布…", (await guest.GetAsync("/posts")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("都发布…", (await guest.GetAsync("/posts?state=draft")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_an_act_the_way_back_is_where_one_came_from()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.GetAsync("/posts/new");
        var (written, _) = await guest.PostAsync("/posts/new", ("title", "停水前先接水"), ("body", "桶和锅都接满。"), ("column", "2"));
        var (_, told) = await guest.GetAsync(written.Headers.Location!.ToString());
        Assert.Contains("再写一篇", told, StringComparison.Ordinal);
        Assert.DoesNotContain("下一篇", told, StringComparison.Ordinal);
        Assert.Contains("<option value=\"2\" selected", (await guest.GetAsync("/posts/new")).Text, StringComparison.Ordinal);
        var (_, month) = await guest.GetAsync("/posts/calendar?month=2020-02");
        Assert.Contains("href=\"/posts/5?month=2020-02\"", month, StringComparison.Ordinal);
        await guest.GetAsync("/posts/5?month=2020-02");
        var (moved, _) = await guest.PostAsync("/posts/5?month=2020-02&handler=schedule", ("when", "2020-03-02T08:00"));
        var (_, back) = await guest.GetAsync(moved.Headers.Location!.ToString());
        Assert.Contains("href=\"/posts/calendar?month=2020-03#on-2\">回到日历", back, StringComparison.Ordinal);
        Assert.DoesNotContain("下一篇", back, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_withdrawn_is_written_anew_from_a_copy()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.PostAsync("/posts/2?handler=withdraw");
        Assert.Contains(
            "href=\"/posts/new?copy=2\">另写一篇（抄这一篇）",
            (await guest.GetAsync("/posts/2")).Text,
            StringComparison.Ordinal
        );
        var (_, form) = await guest.GetAsync("/posts/new?copy=2");
        Assert.Matches("name=\"title\"[^>]* value=\"台风要来，先收阳台\"", form);
        Assert.Contains("name=\"seen\" value=\"0\"", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_broadcast_would_do_at_once_is_asked_first()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        await SchedulePageTests.PlanAsync(house);
        await house.DoAsync(async db =>
            await new ScheduleDesk(db, house.Clock).PlanAsync("broadcast.feed", "feed", house.Clock.GetUtcNow().UtcDateTime.AddHours(3))
        );
        await using var db = house.Read();
        var id = await db.Due.Where(it => it.Key == "feed").Select(it => it.Id).SingleAsync();
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (_, list) = await guest.GetAsync("/schedule");
        Assert.Contains($"href=\"/schedule?state=next&amp;ask=run&amp;id={id}\"", list, StringComparison.Ordinal);
        Assert.DoesNotContain($"name=\"id\" value=\"{id}\"", list, StringComparison.Ordinal);
        var (_, asked) = await guest.GetAsync($"/schedule?ask=run&id={id}");
        Assert.Contains("马上就有人收到", asked, StringComparison.Ordinal);
        Assert.Contains($"name=\"id\" value=\"{id}\"", asked, StringComparison.Ordinal);
        var answer = await guest.PostAsync("/schedule?handler=drop", ("id", $"{id}"), ("state", "next"));
        Assert.Equal(HttpStatusCode.Redirect, answer.Answer.StatusCode);
        Assert.Equal(DueState.Dropped, await house.Read().Due.Where(it => it.Id == id).Select(it => it.State).SingleAsync());
    }

    [Fact]
    public async Task The_button_that_saves_says_what_becomes_of_it()
    {
        await using var browser = await RoomBrowser.StartAsync(inChinese: true);
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        Assert.Contains(">保存</button>", (await guest.GetAsync("/posts/new")).Text, StringComparison.Ordinal);
        var page = await browser.PageAsync(new Uri(house.Address, "sign-in"), 360, 740);
        await page.Context.AddCookiesAsync(
            guest.Cookies.Select(it => new Microsoft.Playwright.Cookie
            {
                Name = it.Key,
                Value = it.Value,
                Url = house.Address.ToString(),
            })
        );
        await page.GotoAsync(new Uri(house.Address, "/posts/new").ToString());
        var save = page.Locator("button.main[data-says]");
        Assert.Equal("存草稿", await save.TextContentAsync());
        await page.Locator("#go-now").CheckAsync();
        Assert.Equal("发布", await save.TextContentAsync());
        await page.Locator("#at").FillAsync("2020-02-06T09:30");
        Assert.Equal("定时 明天 09:30", await save.TextContentAsync());
        Assert.True(await page.Locator("#go-later").IsCheckedAsync());
        await page.Locator("#at").FillAsync("2020-02-08T08:00");
        Assert.Equal("定时 2月8日 08:00", await save.TextContentAsync());
        // A filter that is chosen needs no second press.
        await page.GotoAsync(new Uri(house.Address, "/posts").ToString());
        await page.Locator(".sift summary").ClickAsync();
        await page.Locator("select[name=column]").SelectOptionAsync("1");
        await page.WaitForURLAsync("**column=1**");
        Assert.Contains("小贴士", await page.Locator(".sift summary").TextContentAsync() ?? "", StringComparison.Ordinal);
    }
}
