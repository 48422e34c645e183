using Microsoft.Playwright;
using MutualAid.Tests.Channels.Room;
using MutualAid.Tests.HouseRules;

namespace MutualAid.Tests.Admin;

/// <summary>Every page has its pictures in docs/images/console, in both sizes and both schemes. SHOTS=1 takes them anew.</summary>
public sealed class ConsoleShotsTests
{
    private const int Tallest = 1300;
    private const int TallestWide = 900;
    private const int Short = 640;
    private static readonly int[] Qualities = [30, 18, 8];
    private static readonly ColorScheme[] Schemes = [ColorScheme.Light, ColorScheme.Dark];
    private const int MostBytes = 60 << 10;

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Every_page_has_its_pictures(int width)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Sources.Root, "docs/images/console")).FullName;
        if (Environment.GetEnvironmentVariable("SHOTS") == "1")
            await TakeAsync(folder, width);
        var wanted = ConsoleLooksTests.Pages.SelectMany(path => Schemes.Select(scheme => FileOf(folder, $"{Name(path)}-{width}", scheme)));
        Assert.Equal([], wanted.Where(file => !File.Exists(file) || new FileInfo(file).Length > MostBytes));
    }

    private static async Task TakeAsync(string folder, int width)
    {
        await using var browser = await RoomBrowser.StartAsync(inChinese: true);
        await using var house = await ConsoleHouse.StartAsync(adjust: it => it.Configuration["Backup:Folder"] = "/data/backups");
        await ConsoleCast.FillAsync(house);
        await SchedulePageTests.PlanAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var page = await browser.PageAsync(new Uri(house.Address, "sign-in"), width, 800);
        await ShootAsync(page, folder, $"sign-in-{width}");
        await page.Context.AddCookiesAsync(
            guest.Cookies.Select(it => new Cookie
            {
                Name = it.Key,
                Value = it.Value,
                Url = house.Address.ToString(),
            })
        );
        foreach (var path in ConsoleLooksTests.Pages)
        {
            await page.GotoAsync(new Uri(house.Address, path).ToString());
            await ShootAsync(page, folder, $"{Name(path)}-{width}");
        }
    }

    private static string Name(string path) =>
        path == "/"
            ? "now"
            : path.Trim('/')
                .Replace('/', '-')
                .Replace('?', '-')
                .Replace('=', '-')
                .Replace('&', '-')
                .Replace("口罩", "word", StringComparison.Ordinal);

    private static string FileOf(string folder, string name, ColorScheme scheme) =>
        Path.Combine(folder, $"{name}-{scheme}.jpg".ToLowerInvariant());

    private static async Task ShootAsync(IPage page, string folder, string name)
    {
        // The bar stands at the bottom of the screen: the screen is as tall as the page.
        var width = page.ViewportSize!.Width;
        await page.SetViewportSizeAsync(width, Short);
        var height = await page.EvaluateAsync<int>("document.documentElement.scrollHeight");
        await page.SetViewportSizeAsync(width, Math.Clamp(height, Short, width > 600 ? TallestWide : Tallest));
        foreach (var scheme in Schemes)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var file = FileOf(folder, name, scheme);
            foreach (var quality in Qualities)
            {
                await page.ScreenshotAsync(
                    new()
                    {
                        Path = file,
                        Type = ScreenshotType.Jpeg,
                        Quality = quality,
                    }
                );
                if (new FileInfo(file).Length <= MostBytes)
                    break;
            }
        }
    }
}
