using System.Net;
using System.Text.RegularExpressions;
using MutualAid.Bot.Engine;
using MutualAid.Bot.Host;
using MutualAid.Core.Accounts;
using MutualAid.Core.Data;
using MutualAid.Core.People;

namespace MutualAid.Bench;

/// <summary>What the chats lose while ten organisers look through the console, a page every two seconds each, in turns with a console that nobody opens.</summary>
internal static partial class Clicking
{
    private const int Organisers = 10;
    private static readonly TimeSpan Reading = TimeSpan.FromSeconds(2);

    private static readonly string[] Pages =
    [
        "",
        "needs",
        "needs?q=口罩",
        "needs/7",
        "donations",
        "people",
        "messages",
        "schedule",
        "audit",
        "search?q=口罩",
    ];

    public static async Task RunAsync(int updates, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("mutual-aid-clicks-");
        var channel = new BenchChannel(TimeSpan.Zero) { Awaited = updates };
        var console = new Uri($"http://127.0.0.1:{Starts.FreePort()}/");
        await using (var app = await StartAsync(folder.FullName, console, channel))
        {
            var browsers = await EnterAsync(app, console);
            var (intake, number) = (app.Services.GetRequiredService<IIntake>(), 0);
            await Load.RunAsync(updates, channel, intake, number++);
            var ratios = new List<double>();
            for (var round = 1; round <= rounds; round++)
            {
                channel.Restart();
                var alone = await Load.RunAsync(updates, channel, intake, number++);
                channel.Restart();
                using var stop = new CancellationTokenSource();
                var clicks = Task.WhenAll(browsers.Select((browser, first) => ClickAsync(browser, first, stop.Token)));
                var watched = await Load.RunAsync(updates, channel, intake, number++);
                await stop.CancelAsync();
                var times = (await clicks).SelectMany(it => it).Order().ToList();
                ratios.Add(watched.Stored / alone.Stored);
                Console.WriteLine($"{updates} needs, round {round}\n  alone    {alone}\n  clicked  {watched}");
                Console.WriteLine($"  {times.Count} pages, p50 {times[times.Count / 2]:0} ms, p95 {times[times.Count * 95 / 100]:0} ms");
            }

            Console.WriteLine($"  clicked / alone, median {ratios.Order().ElementAt(ratios.Count / 2):0.000}");
            foreach (var browser in browsers)
                browser.Dispose();
            await app.StopAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static async Task<WebApplication> StartAsync(string folder, Uri console, IChannel channel)
    {
        string[] args =
        [
            $"--Storage:ConnectionString={Path.Combine(folder, "mutualaid.db")}",
            $"--Room:DataFolder={folder}",
            $"--Public:Listen=http://127.0.0.1:{Starts.FreePort()}",
            $"--Console:Listen={console.ToString().TrimEnd('/')}",
        ];
        var app = await House.BuildAsync(args, adjust: builder => builder.Services.AddSingleton(channel));
        await app.StartAsync();
        return app;
    }

    private static async Task<List<HttpClient>> EnterAsync(WebApplication app, Uri console)
    {
        var keys = new List<string>();
        await app
            .Services.GetRequiredService<Writer>()
            .DoAsync(
                "bench",
                async db =>
                {
                    var desk = new AccountDesk(db, TimeProvider.System);
                    for (var i = 0; i < Organisers; i++)
                    {
                        var (_, account) = await desk.CreateAsync($"管理员{i}", new Person { Name = $"管理员{i}" });
                        await desk.GrantAsync(account!, ConsoleRole.Owner, group: null, by: 0);
                        keys.Add(await desk.LinkAsync(account!, AccountDesk.InvitationLasts));
                    }
                }
            );
        var browsers = new List<HttpClient>();
        foreach (var key in keys)
        {
            var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = console };
            var form = FormToken().Match(await browser.GetStringAsync($"enter?key={key}")).Groups[1].Value;
            var fields = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["key"] = key,
                ["__RequestVerificationToken"] = WebUtility.HtmlDecode(form),
            };
            (await browser.PostAsync("enter", new FormUrlEncodedContent(fields))).EnsureSuccessStatusCode();
            browsers.Add(browser);
        }

        return browsers;
    }

    /// <summary>Milliseconds of each page.</summary>
    private static async Task<List<double>> ClickAsync(HttpClient browser, int first, CancellationToken stop)
    {
        var times = new List<double>();
        using var eye = new PeriodicTimer(Reading);
        // They did not all begin at the same moment.
        await Task.Delay(Reading * first / Organisers, CancellationToken.None);
        for (var page = first; !stop.IsCancellationRequested; page++)
        {
            var start = System.Diagnostics.Stopwatch.GetTimestamp();
            (await browser.GetAsync(Pages[page % Pages.Length], CancellationToken.None)).EnsureSuccessStatusCode();
            times.Add(System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await eye.WaitForNextTickAsync(CancellationToken.None);
        }

        return times;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
