using Microsoft.Playwright;
using MutualAid.Tests.Channels.Room;

namespace MutualAid.Tests.Admin;

/// <summary>Lists that are printed and hung up.</summary>
public sealed class PaperTests
{
    private const string Pressed = "nav, button, .button, .filters, .top, .foot, .acts";

    [Theory]
    [InlineData("/needs")]
    [InlineData("/donations")]
    [InlineData("/offers")]
    [InlineData("/volunteers")]
    [InlineData("/shifts")]
    public async Task On_paper_a_list_is_its_title_and_its_table(string path)
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var page = await browser.PageAsync(new Uri(house.Address, "sign-in"), 700, 990, dark: true);
        await page.Context.AddCookiesAsync(
            guest.Cookies.Select(it => new Cookie
            {
                Name = it.Key,
                Value = it.Value,
                Url = house.Address.ToString(),
            })
        );
        await page.GotoAsync(new Uri(house.Address, path).ToString());
        Assert.NotEqual(0, await Seen(page, Pressed));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal(0, await Seen(page, Pressed));
        Assert.Equal(1, await Seen(page, "h1"));
        Assert.NotEqual(0, await Seen(page, "table.rows thead th"));
        Assert.NotEqual(0, await Seen(page, "table.rows tbody th"));
        // Ink on white, whatever the screen shows.
        Assert.Equal(
            "rgb(255, 255, 255)",
            await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('table.rows')).backgroundColor")
        );
        if (Environment.GetEnvironmentVariable("PAPER") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, path.Trim('/') + "-paper.png"), FullPage = true });
    }

    private static Task<int> Seen(IPage page, string selector) => page.Locator(selector).Locator("visible=true").CountAsync();
}
