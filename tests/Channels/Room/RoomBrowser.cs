using Microsoft.Playwright;

namespace MutualAid.Tests.Channels.Room;

/// <summary>Chromium, when it is installed; on the build server its absence is a failure.</summary>
internal sealed class RoomBrowser : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private readonly IPlaywright playwright;

    private RoomBrowser(IPlaywright playwright, IBrowser browser) => (this.playwright, Browser) = (playwright, browser);

    public IBrowser Browser { get; }

    public static async Task<RoomBrowser> StartAsync(bool inChinese = false)
    {
        var chromium = Places.FirstOrDefault(File.Exists);
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.True(chromium is not null, "Chromium is not installed");
        Skip.If(chromium is null, "skipped: Chromium is not installed");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = chromium,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
                Env = Surroundings(inChinese),
            }
        );
        return new RoomBrowser(playwright, browser);
    }

    // The browser's own words, as in boxes for dates.
    private static Dictionary<string, string>? Surroundings(bool inChinese)
    {
        if (!inChinese)
            return null;
        var all = Environment
            .GetEnvironmentVariables()
            .Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(it => (string)it.Key, it => (string?)it.Value ?? "", StringComparer.Ordinal);
        all["LANGUAGE"] = "zh_CN";
        return all;
    }

    /// <summary>A person of their own: nothing is shared with the other pages.</summary>
    public async Task<IPage> PageAsync(Uri address, int width = 360, int height = 740, bool dark = false, string language = "zh-CN")
    {
        var context = await Browser.NewContextAsync(
            new()
            {
                Locale = language,
                TimezoneId = "Asia/Shanghai",
                ViewportSize = new() { Width = width, Height = height },
                ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
                Permissions = ["clipboard-read", "clipboard-write"],
            }
        );
        context.SetDefaultTimeout(10_000);
        var page = await context.NewPageAsync();
        await page.GotoAsync(address.ToString());
        return page;
    }

    public async Task<IPage> EnterAsync(
        Uri address,
        string name,
        int width = 360,
        int height = 740,
        bool dark = false,
        string language = "zh-CN"
    )
    {
        var page = await PageAsync(address, width, height, dark, language);
        await page.Locator("#name").FillAsync(name);
        await page.Locator("button[type=submit]").ClickAsync();
        await page.Locator("#say-group").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
    }
}
