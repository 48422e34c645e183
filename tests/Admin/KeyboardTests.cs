using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using MutualAid.Core.Supplies;
using MutualAid.Tests.Channels.Room;
using Xunit.Abstractions;

namespace MutualAid.Tests.Admin;

/// <summary>What people do most, on a narrow screen, without a mouse and without scripts.</summary>
public sealed class KeyboardTests(ITestOutputHelper output)
{
    [SkippableTheory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task The_twelve_tasks_are_done_by_keyboard_without_scripts(string language)
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        await new ConsoleGuest(house).EnterAsync();
        var context = await browser.Browser.NewContextAsync(
            new()
            {
                JavaScriptEnabled = false,
                Locale = language,
                TimezoneId = "Asia/Shanghai",
                ViewportSize = new() { Width = 360, Height = 740 },
                AcceptDownloads = true,
            }
        );
        // A busy machine must not decide.
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        var keys = new Keys(page, house.Address);
        await SignInAsync(keys);
        await NeedsAsync(keys);
        await ClassAsync(keys);
        await WordsAsync(keys);
        await GoodsAndPeopleAsync(keys);
        await CopyAsync(keys, page);
        output.WriteLine($"{language}: {keys.Tabs} tabs");
        await using var db = house.Read();
        var need = await db.Needs.WithAll().SingleAsync(it => it.Number == 2);
        Assert.NotNull(need.VerifiedAt);
        Assert.Equal(5m, need.Lines.Sum(line => line.Claims.Sum(it => it.Quantity - it.Released)));
        var made = await db.Classes.SingleAsync(it => it.Number == 5);
        Assert.Equal(new DateTime(2020, 3, 8, 7, 0, 0), made.StartsAt);
        Assert.NotNull((await db.Posts.SingleAsync(it => it.Title == "Ventilate")).ApprovedAt);
        var sent = await db.Broadcasts.SingleAsync(it => it.Body == "No water");
        Assert.Null(sent.ConfirmedAt);
        Assert.Equal(1, await db.Donations.CountAsync(it => it.Lines.Any(line => line.Item == "milk")));
        Assert.Equal(2, await db.Shifts.Where(it => it.Number == 1).SelectMany(it => it.Assignments).CountAsync(it => it.LeftAt == null));
    }

    /// <summary>Sign in; see what needs me.</summary>
    private static async Task SignInAsync(Keys keys)
    {
        await keys.OpenAsync("/sign-in");
        await keys.TypeAsync("#name", ConsoleGuest.Owner);
        await keys.TypeAsync("#password", ConsoleGuest.Password);
        await keys.PressAsync("button.main", ".asks");
    }

    /// <summary>From what needs me to a need; verify it, claim for somebody, give it back in part.</summary>
    private static async Task NeedsAsync(Keys keys)
    {
        await keys.OpenAsync("/");
        await keys.PressAsync(".asks a[href='/needs?state=unverified']", "a[href='/needs/2']");
        await keys.OpenAsync("/needs?state=unverified");
        await keys.PressAsync("a[href='/needs/2']", "form[action$='verify']");
        await keys.OpenAsync("/needs/2");
        await keys.PressAsync("form[action$='verify'] button", ".notice");
        await keys.TypeAsync("#name", "Bai Jianping");
        await keys.TypeAsync("#quantity", "5");
        await keys.PressAsync("form[action$='claim'] button", ".notice");
    }

    /// <summary>Make a class after a look at it; move it.</summary>
    private static async Task ClassAsync(Keys keys)
    {
        await keys.OpenAsync("/classes/new");
        await keys.TypeAsync("#title", "First aid");
        await keys.ChooseAsync("#group", 1);
        await keys.TypeTimeAsync("#starts");
        await keys.PressAsync("button[formaction$='preview']", "#preview");
        await keys.PressAsync("#preview button", ".notice");
        await keys.PressAsync("a[href$='ask=move']", "#move");
        await keys.ToAsync("#starts");
        await keys.KeyAsync("ArrowUp");
        await keys.PressAsync("#move button", ".notice");
    }

    /// <summary>Write and publish a post; a broadcast, held and taken back.</summary>
    private static async Task WordsAsync(Keys keys)
    {
        await keys.OpenAsync("/posts/new");
        await keys.ChooseAsync("#column", 1);
        await keys.TypeAsync("#title", "Ventilate");
        await keys.TypeAsync("#body", "Twice a day.");
        await keys.PressAsync("button.main", "form[action$='approve']");
        await keys.PressAsync("form[action$='approve'] button", ".notice");
        await keys.OpenAsync("/broadcasts/new");
        await keys.TypeAsync("#body", "No water");
        await keys.PressAsync("button.main", "#send");
        await keys.PressAsync("a[href$='ask=aim#aim']", "#aim");
        await keys.ToAsync("#aim input[name=kind]");
        await keys.KeyAsync("ArrowDown");
        await keys.KeyAsync("ArrowUp");
        await keys.PressAsync("#aim button", ".notice");
        await keys.PressAsync("button[form=confirm]", "form[action$='withdraw']");
        await keys.PressAsync("form[action$='withdraw'] button", "#send");
    }

    /// <summary>Note a donation; put somebody on a shift.</summary>
    private static async Task GoodsAndPeopleAsync(Keys keys)
    {
        await keys.OpenAsync("/donations");
        await keys.PressAsync("a[href='/donations/new']", "#what");
        await keys.OpenAsync("/donations/new");
        await keys.TypeAsync("#what", "milk 10");
        await keys.PressAsync("button.main", ".notice");
        await keys.OpenAsync("/shifts/1");
        await keys.ChooseAsync("#person", 1);
        await keys.PressAsync("form[action$='assign'] button", ".notice");
    }

    /// <summary>Find a person and take their copy.</summary>
    private static async Task CopyAsync(Keys keys, IPage page)
    {
        await keys.OpenAsync("/people");
        await keys.TypeAsync("input[name=q]", "邵");
        await keys.KeyAsync("Enter");
        await page.Locator("input[name=q][value='邵']").WaitForAsync();
        await keys.OpenAsync("/people?q=邵");
        await keys.PressAsync("a[href^='/people/']", "form[action$='copy']");
        var copy = await page.RunAndWaitForDownloadAsync(async () =>
        {
            await keys.ToAsync("form[action$='copy'] button[value=csv]");
            await keys.KeyAsync("Enter");
        });
        Assert.EndsWith(".csv", copy.SuggestedFilename, StringComparison.Ordinal);
    }
}
