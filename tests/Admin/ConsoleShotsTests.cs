using Microsoft.Playwright;
using MutualAid.Tests.Channels.Room;
using MutualAid.Tests.HouseRules;

namespace MutualAid.Tests.Admin;

/// <summary>SHOTS=1: takes the pictures of docs/images/console anew, every page in both sizes and both schemes.</summary>
public sealed class ConsoleShotsTests
{
    private const int Tallest = 1600;
    private static readonly int[] Qualities = [45, 25, 10];
    private const int MostBytes = 60 << 10;

    [SkippableTheory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Every_page_has_its_pictures(int width)
    {
        Skip.If(Environment.GetEnvironmentVariable("SHOTS") != "1", "skipped: SHOTS=1 takes them");
        var folder = Directory.CreateDirectory(Path.Combine(Sources.Root, "docs/images/console")).FullName;
        await using var browser = await RoomBrowser.StartAsync();
        await using var house = await ConsoleHouse.StartAsync();
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
            : path.Trim('/').Replace('/', '-').Replace('?', '-').Replace('=', '-').Replace("口罩", "word", StringComparison.Ordinal);

    private static async Task ShootAsync(IPage page, string folder, string name)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var (height, file) = (
                await page.EvaluateAsync<int>("document.documentElement.scrollHeight"),
                Path.Combine(folder, $"{name}-{scheme}.jpg".ToLowerInvariant())
            );
            var clip = new Clip
            {
                X = 0,
                Y = 0,
                Width = page.ViewportSize!.Width,
                Height = Math.Min(Math.Max(height, page.ViewportSize.Height), Tallest),
            };
            foreach (var quality in Qualities)
            {
                await page.ScreenshotAsync(
                    new()
                    {
                        Path = file,
                        Type = ScreenshotType.Jpeg,
                        Quality = quality,
                        FullPage = true,
                        Clip = clip,
                    }
                );
                if (new FileInfo(file).Length <= MostBytes)
                    break;
            }

            Assert.True(new FileInfo(file).Length <= MostBytes, $"{file} is too large");
        }
    }
}
