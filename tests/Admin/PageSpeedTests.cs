using System.Diagnostics;
using System.Globalization;
using System.Text;
using MutualAid.Core.Accounts;
using Xunit.Abstractions;

namespace MutualAid.Tests.Admin;

/// <summary>Every list at the size of years, as its owner sees it and as one group's organiser does. DEEP: 100,000 needs and 10,000 people.</summary>
public sealed class PageSpeedTests(ITestOutputHelper output)
{
    private static readonly bool IsDeep = Environment.GetEnvironmentVariable("DEEP") == "1";
    private static readonly int Needs = IsDeep ? 100_000 : 5_000;
    private static readonly int Rounds = IsDeep ? 15 : 2;

    private const int MostBytes = 150 << 10;

    private static readonly string[] Pages =
    [
        "/",
        "/needs",
        "/needs?state=urgent",
        "/needs?state=unverified",
        "/needs?state=lacking",
        "/needs?state=closed",
        "/needs?q=口罩12",
        "/missed",
        "/donations",
        "/donations?q=牛奶3",
        "/offers",
        "/people",
        "/people?q=邻居77",
        "/people/1049",
        "/communities",
        "/groups",
        "/groups/110",
        "/messages",
        "/messages?state=sent",
        "/schedule",
        "/audit",
        "/audit?by=邻居77",
        "/posts",
        "/posts?state=all",
        "/posts?q=第%2077",
        "/posts/calendar",
        "/classes",
        "/classes?state=past",
        "/broadcasts",
        "/shifts",
        "/volunteers",
        "/volunteers?q=邻居77",
        "/volunteers/hours",
        "/search?q=%2331",
        "/search?q=口罩12",
        "/search?q=邻居77",
    ];

    [Fact]
    public async Task Lists_stay_small_and_quick_when_they_grow_long()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await CrowdedHouse.FillAsync(house, Needs);
        (string Who, ConsoleGuest Guest)[] guests =
        [
            ("owner", await new ConsoleGuest(house).EnterAsync()),
            ("organiser", await new ConsoleGuest(house).EnterAsAsync("段小满", ConsoleRole.Organiser, 110)),
        ];
        var large = new List<string>();
        foreach (var page in Pages)
        {
            foreach (var (who, guest) in guests)
            {
                var bytes = Encoding.UTF8.GetByteCount((await guest.GetAsync(page)).Text);
                var times = new List<double>();
                for (var round = 0; round < Rounds; round++)
                {
                    var start = Stopwatch.GetTimestamp();
                    var (answer, _) = await guest.GetAsync(page);
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                    Assert.True(answer.IsSuccessStatusCode, $"{page} as {who}: {answer.StatusCode}");
                }

                times.Sort();
                var (best, half, most) = (times[0], times[times.Count / 2], times[(int)Math.Ceiling(times.Count * 0.95) - 1]);
                output.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{who, -9} {page, -28} best {best, 6:0.0} ms  p50 {half, 6:0.0} ms  p95 {most, 6:0.0} ms  {bytes / 1024, 4} KB"
                    )
                );
                if (bytes > MostBytes)
                    large.Add($"{page} as {who}: {bytes}");
            }
        }

        Assert.Equal([], large);
    }
}
