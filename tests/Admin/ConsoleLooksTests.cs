using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using MutualAid.Tests.Channels.Room;

namespace MutualAid.Tests.Admin;

public sealed class ConsoleLooksTests
{
    [SkippableTheory]
    [InlineData(360, false, "zh-CN")]
    [InlineData(360, true, "en")]
    [InlineData(1280, false, "en")]
    [InlineData(1280, true, "zh-CN")]
    public async Task The_console_has_no_accessibility_faults_and_never_scrolls_sideways(int width, bool dark, string language)
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var house = await ConsoleHouse.StartAsync();
        var name = $"{width}-{(dark ? "dark" : "light")}";
        var page = await browser.PageAsync(new Uri(house.Address, "sign-in"), width, 800, dark, language);
        await IsGoodAsync(page, $"sign-in-{name}");
        await page.GotoAsync(house.Link);
        await IsGoodAsync(page, $"setup-{name}");
        await page.Locator("button.main").ClickAsync();
        await page.Locator("#groups").WaitForAsync();
        await IsGoodAsync(page, $"empty-{name}");
        await ConsoleCast.FillAsync(house);
        await page.GotoAsync(house.Address.ToString());
        await page.Locator("#groups summary").First.ClickAsync();
        await page.Locator("#communities summary").First.ClickAsync();
        await IsGoodAsync(page, $"full-{name}");
        await page.Locator("#groups .people button").First.ClickAsync();
        await page.Locator(".notice").WaitForAsync();
        await IsGoodAsync(page, $"link-{name}");
        await page.Locator("#communities summary").First.ClickAsync();
        await page.Locator("#name-1").FillAsync("");
        await page.Locator("#communities button.main").First.ClickAsync();
        await page.Locator(".notice.wrong").WaitForAsync();
        Assert.Contains("wrong", await page.EvaluateAsync<string>("document.activeElement.className"), StringComparison.Ordinal);
        await IsGoodAsync(page, $"refused-{name}");
    }

    [SkippableFact]
    public async Task The_switches_work_without_scripts()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var house = await ConsoleHouse.StartAsync();
        var context = await browser.Browser.NewContextAsync(new() { JavaScriptEnabled = false, Locale = "zh-CN" });
        var page = await context.NewPageAsync();
        await page.GotoAsync(house.Link);
        await page.Locator("button[lang=en]").ClickAsync();
        await page.Locator("html[lang=en]").WaitForAsync();
        await page.Locator("button[value=dark]").ClickAsync();
        await page.Locator("html[data-look=dark]").WaitForAsync();
        await page.Locator("button.main").ClickAsync();
        await page.Locator("h1").WaitForAsync();
        Assert.Equal("How things stand", await page.Locator("h1").InnerTextAsync());
    }

    private static async Task IsGoodAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"console-{name}.png"), FullPage = true });
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), name);
        var result = await page.RunAxe();
        Assert.True(
            result.Violations.Length == 0,
            $"{name}: {string.Join('\n', result.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(' ', v.Nodes.Select(n => n.Html))}"))}"
        );
    }
}
