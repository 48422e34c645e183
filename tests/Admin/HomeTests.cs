using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;

namespace MutualAid.Tests.Admin;

/// <summary>What needs a person now, by who looks.</summary>
public sealed partial class HomeTests
{
    [Fact]
    public async Task Shifts_without_people_stand_before_texts_for_who_leads_and_texts_first_for_editors()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var leader = await new ConsoleGuest(house).EnterAsAsync("江文", ConsoleRole.Organiser, 1);
        var asks = Asks((await leader.GetAsync("/")).Text);
        Assert.Equal("/shifts?state=gaps", asks[0].Href);
        Assert.Equal(("/posts", true), asks[^1]);
        Assert.Contains(("/volunteers/hours", false), asks);
        var editor = await new ConsoleGuest(house).EnterAsAsync("许知秋", ConsoleRole.Editor, 1);
        // Once somebody is an editor, texts are theirs.
        Assert.DoesNotContain(Asks((await leader.GetAsync("/")).Text), it => it.Href == "/posts");
        asks = Asks((await editor.GetAsync("/")).Text);
        Assert.Contains(("/posts", false), asks);
        Assert.True(asks.FindIndex(it => it.Href == "/posts") < asks.FindIndex(it => it.Href == "/needs?state=unverified"));
        Assert.DoesNotContain(asks, it => it.Href == "/shifts?state=gaps");
    }

    [Fact]
    public async Task What_still_lacks_something_is_counted_as_its_list_shows_it_and_what_burns_stands_first()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var leader = await new ConsoleGuest(house).EnterAsAsync("江文", ConsoleRole.Organiser, 1);
        var (_, home) = await leader.GetAsync("/");
        var count = Regex.Match(home, "state=lacking\"><b>([0-9]+)</b>").Groups[1].Value;
        Assert.Equal(count, $"{Regex.Count((await leader.GetAsync("/needs?state=lacking")).Text, "<th scope=\"row\">")}");
        var colours = Regex.Matches(home, "<li class=\"(fire|amber) ?\"><a").Select(it => it.Groups[1].Value).ToList();
        Assert.Equal(colours.OrderDescending(StringComparer.Ordinal), colours);
        Assert.Contains("fire", colours);
    }

    [Fact]
    public async Task A_gap_far_ahead_is_nothing_for_today()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        await house.DoAsync(async db =>
        {
            foreach (var shift in await db.Shifts.ToListAsync())
                (shift.StartsAt, shift.EndsAt) = (shift.StartsAt.AddDays(9), shift.EndsAt.AddDays(9));
        });
        var guest = await new ConsoleGuest(house).EnterAsync();
        Assert.DoesNotContain(Asks((await guest.GetAsync("/")).Text), it => it.Href == "/shifts?state=gaps");
    }

    [Fact]
    public async Task What_is_brought_in_and_taken_away_is_drawn_apart()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (_, menu) = await guest.GetAsync("/menu");
        string Sign(string page) => Regex.Match(menu, $"<li><a href=\"/{page}\">.*?signs.svg#([a-z]+)\"").Groups[1].Value;
        Assert.Equal(4, new[] { "imports", "exports", "relays", "offers" }.Select(Sign).Where(it => it.Length > 0).Distinct().Count());
        var (_, signs) = await guest.GetAsync("/console/signs.svg");
        Assert.All(
            new[] { "imports", "exports", "relays", "offers" },
            page => Assert.Contains($"id=\"{Sign(page)}\"", signs, StringComparison.Ordinal)
        );
    }

    private static List<(string Href, bool IsQuiet)> Asks(string text) =>
        [
            .. Ask()
                .Matches(text)
                .Select(it =>
                    (
                        System.Net.WebUtility.HtmlDecode(it.Groups["href"].Value),
                        it.Groups["class"].Value.Contains("quiet", StringComparison.Ordinal)
                    )
                ),
        ];

    [GeneratedRegex("<li class=\"(?<class>[a-z ]+)\"><a href=\"(?<href>[^\"]+)\"><b>")]
    private static partial Regex Ask();
}
