using Microsoft.Playwright;
using MutualAid.Tests.Channels.Room;

namespace MutualAid.Tests.Admin;

/// <summary>What the console's script spares people.</summary>
public sealed class ScriptTests
{
    [SkippableFact]
    public async Task The_end_moves_with_the_beginning_until_it_is_written()
    {
        await using var browser = await RoomBrowser.StartAsync(inChinese: true);
        await using var house = await ConsoleHouse.StartAsync();
        var page = await EnterAsync(browser, house);
        await page.GotoAsync(new Uri(house.Address, "shifts/1/edit").ToString());
        Assert.Equal("13:30", await page.Locator("#to").InputValueAsync());
        await SetAsync(page, "#from", "23:00");
        Assert.Equal("01:00", await page.Locator("#to").InputValueAsync());
        await SetAsync(page, "#to", "02:00");
        await SetAsync(page, "#from", "22:00");
        Assert.Equal("02:00", await page.Locator("#to").InputValueAsync());
    }

    [SkippableFact]
    public async Task The_bar_covers_nothing_that_is_ticked_next()
    {
        await using var browser = await RoomBrowser.StartAsync(inChinese: true);
        await using var house = await ConsoleHouse.StartAsync();
        var page = await EnterAsync(browser, house);
        await page.GotoAsync(new Uri(house.Address, "needs").ToString());
        var boxes = page.Locator("td.pick input");
        // The first stands just above where the bar comes up.
        await boxes.First.EvaluateAsync("box => window.scrollBy(0, box.getBoundingClientRect().bottom - innerHeight + 140)");
        await boxes.First.CheckAsync();
        Assert.Equal("改选中的 1 条（标急、核实…）", await page.Locator("[data-bar] button:visible").InnerTextAsync());
        await LookAsync(page, "needs-bar");
        Assert.True(
            await boxes
                .Nth(1)
                .EvaluateAsync<bool>(
                    "box => { const at = box.getBoundingClientRect(); return document.elementFromPoint(at.x + at.width / 2, at.y + at.height / 2) === box; }"
                )
        );
    }

    private static async Task<IPage> EnterAsync(RoomBrowser browser, ConsoleHouse house)
    {
        var page = await browser.PageAsync(new Uri(house.Address, "sign-in"), 360, 560);
        await page.GotoAsync(house.Link);
        await page.Locator("#name").FillAsync(ConsoleGuest.Owner);
        await page.Locator("#password").FillAsync(ConsoleGuest.Password);
        await page.Locator("button.main").ClickAsync();
        await page.Locator("nav.bar, nav.side").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await ConsoleCast.FillAsync(house);
        return page;
    }

    private static async Task SetAsync(IPage page, string field, string time)
    {
        await page.Locator(field).FillAsync(time);
        await page.Locator(field).DispatchEventAsync("change");
    }

    private static async Task LookAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"console-{name}.png") });
    }
}
