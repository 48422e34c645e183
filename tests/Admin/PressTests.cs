using Microsoft.Playwright;
using MutualAid.Tests.Channels.Room;

namespace MutualAid.Tests.Admin;

/// <summary>What one press does where there are scripts or a small screen.</summary>
public sealed class PressTests
{
    [SkippableFact]
    public async Task A_card_opens_wherever_it_is_pressed_and_its_tick_only_ticks()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var house = await ConsoleHouse.StartAsync();
        var page = await EnterAsync(browser, house);
        await page.GotoAsync(new Uri(house.Address, "needs").ToString());
        var card = page.Locator(".rows tbody tr", new() { HasText = "#1 " }).First;
        await card.Locator("input[type=checkbox]").CheckAsync();
        Assert.EndsWith("/needs", page.Url, StringComparison.Ordinal);
        await card.Locator("td:not(.pick, .deed)").First.ClickAsync(new() { Force = true });
        await page.WaitForURLAsync("**/needs/1");
    }

    [SkippableFact]
    public async Task A_link_to_hand_on_is_copied_at_one_press()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var house = await ConsoleHouse.StartAsync();
        var page = await EnterAsync(browser, house);
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GotoAsync(new Uri(house.Address, "groups/1").ToString());
        await page.Locator("form[action$='invite'] button").ClickAsync();
        await page.Locator(".notice button", new() { HasText = "复制" }).ClickAsync();
        await page.Locator(".notice button", new() { HasText = "复制好了" }).WaitForAsync();
        var copied = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Equal(await page.Locator("#link").InputValueAsync(), copied);
        Assert.StartsWith("http", copied, StringComparison.Ordinal);
    }

    private static async Task<IPage> EnterAsync(RoomBrowser browser, ConsoleHouse house)
    {
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var page = await browser.PageAsync(new Uri(house.Address, "sign-in"), 360, 740);
        await page.Context.AddCookiesAsync(
            guest.Cookies.Select(it => new Cookie
            {
                Name = it.Key,
                Value = it.Value,
                Url = house.Address.ToString(),
            })
        );
        return page;
    }
}
