using Microsoft.Playwright;
using MutualAid.Core.Accounts;
using MutualAid.Tests.Channels;
using MutualAid.Tests.Channels.Room;

namespace MutualAid.Tests.Admin;

public sealed class ConsoleLooksTests
{
    internal static readonly string[] Pages =
    [
        "/",
        "/menu",
        "/needs",
        "/needs?state=closed",
        "/needs/1",
        "/needs/many?pick=1&pick=2",
        "/needs/many?all=true&act=Verify",
        "/needs/1?ask=cancel",
        "/needs/3",
        "/relays",
        "/relays/needs/1",
        "/relays/classes/1",
        "/relays/posts/2",
        "/missed",
        "/donations",
        "/donations/new",
        "/donations/1",
        "/offers",
        "/offers/1",
        "/exports",
        "/people",
        "/people/1",
        "/people/1?ask=erase",
        "/audit",
        "/search",
        "/search?q=口罩",
        "/backups",
        "/groups",
        "/groups/1",
        "/groups/2",
        "/communities",
        "/messages",
        "/messages?state=sent",
        "/schedule",
        "/schedule?state=failed",
        "/posts",
        "/posts?ask=all",
        "/posts?state=all",
        "/posts/new",
        "/posts/1",
        "/posts/2",
        "/posts/2?ask=withdraw",
        "/posts/3/edit",
        "/posts/1/cover",
        "/posts/calendar",
        "/posts/columns",
        "/posts/columns?ask=new",
        "/classes",
        "/classes?state=past",
        "/classes/new",
        "/classes/1",
        "/classes/1?ask=cancel",
        "/classes/1?ask=move",
        "/classes/1/edit",
        "/classes/3",
        "/broadcasts",
        "/broadcasts/new",
        "/broadcasts/1",
        "/broadcasts/1?ask=takeBack",
        "/broadcasts/2",
        "/broadcasts/2?ask=aim",
        "/broadcasts/2?ask=edit",
        "/shifts",
        "/shifts/new",
        "/shifts/1",
        "/shifts/1/edit",
        "/shifts/1?ask=cancel",
        "/shifts/2",
        "/volunteers",
        "/volunteers/teams",
        "/volunteers/teams/new",
        "/volunteers/teams/new?group=1",
        "/volunteers/teams/1",
        "/volunteers/hours",
        "/volunteers/hours/new?group=1",
        "/imports",
        "/imports/1",
        "/imports/2",
        "/accounts",
        "/accounts/1",
        "/accounts/1?ask=close",
        "/running",
        "/first/telegram",
        "/first/place",
        "/prove",
        "/me",
        "/me/codes",
        "/nowhere",
    ];

    private static readonly string[] Office =
    [
        "/posts",
        "/posts/calendar",
        "/posts/columns",
        "/classes",
        "/broadcasts",
        "/shifts",
        "/volunteers",
        "/volunteers/teams",
        "/volunteers/hours",
    ];

    /// <summary>What an empty installation shows there is looked at as well.</summary>
    private static readonly string[] Lists =
    [
        "/",
        "/needs",
        "/missed",
        "/donations",
        "/offers",
        "/people",
        "/audit",
        "/backups",
        "/groups",
        "/communities",
        "/messages",
        "/schedule",
        "/running",
        .. Office,
    ];

    /// <summary>Every page in light and dark and in both sizes of type.</summary>
    private static readonly (ColorScheme Scheme, string Size)[] Looks =
    [
        (ColorScheme.Light, "normal"),
        (ColorScheme.Light, "large"),
        (ColorScheme.Dark, "normal"),
        (ColorScheme.Dark, "large"),
    ];

    [SkippableTheory]
    [InlineData(360, "zh-CN")]
    [InlineData(1280, "zh-CN")]
    [InlineData(320, "en")]
    [InlineData(1280, "en")]
    public async Task The_console_has_no_accessibility_faults_and_never_scrolls_sideways(int width, string language)
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var house = await ConsoleHouse.StartAsync();
        var look = $"{width}-{language}";
        var page = await browser.PageAsync(new Uri(house.Address, "sign-in"), width, 800, language: language);
        await IsGoodAsync(page, $"sign-in-first-{look}");
        await page.GotoAsync(house.Link);
        await IsGoodAsync(page, $"setup-{look}");
        await page.Locator("#name").FillAsync(ConsoleGuest.Owner);
        await page.Locator("#password").FillAsync("short");
        await page.Locator("button.main").ClickAsync();
        await page.Locator(".notice.wrong").WaitForAsync();
        Assert.Contains("wrong", await page.EvaluateAsync<string>("document.activeElement.className"), StringComparison.Ordinal);
        await IsGoodAsync(page, $"setup-wrong-{look}");
        await page.Locator("#password").FillAsync(ConsoleGuest.Password);
        await page.Locator("button.main").ClickAsync();
        await page.Locator("nav.bar, nav.side").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        foreach (var path in Lists)
            await LookAsync(house, page, path, $"empty{Name(path)}-{look}");
        await ConsoleCast.FillAsync(house);
        await SchedulePageTests.PlanAsync(house);
        foreach (var path in Pages)
            await LookAsync(house, page, path, $"full{Name(path)}-{look}");
        await page.GotoAsync(new Uri(house.Address, "groups/1").ToString());
        await page.Locator(".people button").First.ClickAsync();
        await page.Locator(".notice").WaitForAsync();
        await IsGoodAsync(page, $"link-{look}");
        await page.GotoAsync(new Uri(house.Address, "communities").ToString());
        await page.Locator("summary").First.ClickAsync();
        await page.Locator("#name-1").FillAsync("");
        await page.Locator("details[open] button.main").ClickAsync();
        await page.Locator(".notice.wrong").WaitForAsync();
        await IsGoodAsync(page, $"refused-{look}");
        await page.GotoAsync(new Uri(house.Address, "me").ToString());
        await page.Locator("form[action='/me?handler=leave'] button").ClickAsync();
        await IsGoodAsync(page, $"sign-in-{look}");
        var key = await house.InviteAsync("段丽华", ConsoleRole.Viewer, 1);
        await page.GotoAsync(new Uri(house.Address, $"enter?key={key}").ToString());
        await IsGoodAsync(page, $"enter-{look}");
        await page.Locator("button.main").ClickAsync();
        await LookAsync(house, page, "/", $"viewer-{look}");
        await LookAsync(house, page, "/running", $"refused-page-{look}");
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
        await page.Locator("button[value=large]").ClickAsync();
        await page.Locator("html[data-size=large]").WaitForAsync();
        await page.Locator("#name").FillAsync(ConsoleGuest.Owner);
        await page.Locator("#password").FillAsync(ConsoleGuest.Password);
        await page.Locator("button.main").ClickAsync();
        await page.Locator("nav.side").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        Assert.Equal("Connect Telegram", await page.Locator("h1").InnerTextAsync());
        await page.Locator("form[action$='later'] button").ClickAsync();
        await page.Locator("#zone").WaitForAsync();
        await page.Locator("form[action$='later'] button").ClickAsync();
        await page.Locator("ul.asks, .calm").First.WaitForAsync();
        Assert.Equal("What needs you now", await page.Locator("h1").InnerTextAsync());
    }

    private static async Task LookAsync(ConsoleHouse house, IPage page, string path, string name)
    {
        await page.GotoAsync(new Uri(house.Address, path).ToString());
        await IsGoodAsync(page, name);
    }

    private static string Name(string path) => path.Replace('/', '-').Replace('?', '-').Replace('=', '-');

    private static async Task IsGoodAsync(IPage page, string name)
    {
        foreach (var (scheme, size) in Looks)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.EvaluateAsync("size => document.documentElement.dataset.size = size", size);
            await IsGoodLookAsync(page, $"{name}-{scheme}-{size}", isRestyled: (scheme, size) != Looks[0]);
        }
    }

    private static async Task IsGoodLookAsync(IPage page, string name, bool isRestyled)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"console-{name}.png"), FullPage = true });
        var wide = await page.EvaluateAsync<string>(
            """
            document.documentElement.scrollWidth <= window.innerWidth ? ''
              : 'wider than the screen: ' + [...document.querySelectorAll('body *')]
                .filter(it => it.getBoundingClientRect().right > window.innerWidth + 0.5).map(it => it.outerHTML.slice(0, 120)).join('\n')
            """
        );
        Assert.True(wide.Length == 0, $"{name}: {wide}");
        var small = await page.EvaluateAsync<string>(
            """
            [...document.querySelectorAll('button, a.button, .bar a, .side a, summary, input:not([type=hidden]), select')]
              .filter(it => !it.closest('.side') || !matchMedia('(pointer: fine)').matches)
              .filter(it => it.getClientRects().length && it.getBoundingClientRect().height < (document.documentElement.dataset.size === 'large' ? 60 : 44) - 0.5)
              .map(it => it.outerHTML.slice(0, 80)).join('\n')
            """
        );
        Assert.True(small.Length == 0, $"{name}: too small to tap: {small}");
        var faults = await Axe.FaultsAsync(page, isRestyled);
        Assert.True(faults.Length == 0, $"{name}: {faults}");
    }
}
