using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using MutualAid.Core.Accounts;
using MutualAid.Tests.Channels.Room;
using Xunit.Abstractions;

namespace MutualAid.Tests.Admin;

/// <summary>What people wrote is shown as they wrote it and never runs: every page, with three hundred attempts in the rows.</summary>
public sealed partial class HostileCrawlTests(ITestOutputHelper output)
{
    private const int Most = 200;

    // The listener of the policy, and what would stand in a page if one of them had become a part of it.
    private const string Listener = """
        window.found = [];
        document.addEventListener('securitypolicyviolation', it => window.found.push(it.violatedDirective + ' ' + it.blockedURI + ' ' + it.sample));
        """;
    private const string Parts = """
        [...document.querySelectorAll(
          'script:not([src="/console/console.js"]), iframe, object, embed, base, style, video, audio, marquee, math, meta[http-equiv], '
          + 'link:not([href^="/console/"]), img:not([src^="/console/"]):not([src^="data:image/png"]):not(.cover[src$="/picture"]), form[action^="//"], '
          + 'a[href^="javascript" i], a[href^="data" i], [formaction^="javascript" i], [xlink\\:href]'
        ), ...[...document.querySelectorAll('*')].filter(it => [...it.attributes].some(one => one.name.startsWith('on')))]
          .map(it => it.outerHTML.slice(0, 160)).concat(window.found, window.hit ? ['it ran'] : [], document.title === 'hit' ? ['title'] : [])
        """;

    [SkippableFact]
    public async Task Three_hundred_attempts_in_every_field_end_as_words()
    {
        Assert.Equal(300, HostileWords.All.Count);
        await using var browser = await RoomBrowser.StartAsync();
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var made = await PlantAsync(house, guest);
        var page = await browser.PageAsync(new Uri(house.Address, "sign-in"));
        await page.Context.AddInitScriptAsync(Listener);
        await page.Context.AddCookiesAsync(
            guest.Cookies.Select(it => new Microsoft.Playwright.Cookie
            {
                Name = it.Key,
                Value = it.Value,
                Url = house.Address.ToString(),
            })
        );
        var findings = new ConcurrentBag<string>();
        page.Dialog += async (_, dialog) =>
        {
            findings.Add($"dialog {dialog.Message}");
            await dialog.DismissAsync();
        };
        page.Console += (_, said) =>
        {
            if (said.Type == "error" && !said.Text.Contains("404", StringComparison.Ordinal))
                findings.Add($"{page.Url} {said.Text}");
        };
        page.PageError += (_, error) => findings.Add($"{page.Url} {error}");
        page.Request += (_, request) =>
        {
            if (
                !request.Url.StartsWith(house.Address.ToString(), StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal)
            )
                findings.Add($"{page.Url} asked for {request.Url}");
        };
        var seen = await CrawlAsync(house, page, findings);
        output.WriteLine($"{made} rows made by forms, {seen} pages seen");
        Assert.True(made > 100, $"{made} rows");
        Assert.True(seen > 100, $"{seen} pages");
        Assert.Equal([], findings.Distinct());
    }

    [Fact]
    public async Task A_number_stands_on_no_page_but_behind_its_button()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        const string canary = "13988887777";
        await house.DoAsync(async db =>
        {
            (await db.Volunteers.OrderBy(it => it.Id).FirstAsync()).Contact = canary;
        });
        var owner = await new ConsoleGuest(house).EnterAsync();
        var viewer = await new ConsoleGuest(house).EnterAsAsync("钱大川", ConsoleRole.Viewer, 1);
        foreach (var path in ConsoleLooksTests.Pages.Append("/people/2").Append("/people/3").Append("/volunteers/roster.csv"))
        {
            foreach (var guest in new[] { owner, viewer })
                Assert.DoesNotContain(
                    canary,
                    (await guest.GetAsync(path)).Text.Replace(" ", "", StringComparison.Ordinal),
                    StringComparison.Ordinal
                );
        }

        foreach (var what in MutualAid.Admin.Exports.Tables.Names)
            Assert.DoesNotContain(canary, (await owner.PostAsync("/exports", ("what", what))).Text, StringComparison.Ordinal);
        foreach (var path in new[] { "/board", "/board/echo" })
            Assert.DoesNotContain(canary, await house.Http.GetStringAsync(new Uri(house.PublicAddress, path)), StringComparison.Ordinal);
        await using var db = house.Read();
        var whose = await db.Volunteers.Where(it => it.Contact == canary).Select(it => it.PersonId).SingleAsync();
        Assert.Contains(canary, (await owner.PostAsync($"/people/{whose}?handler=contact")).Text, StringComparison.Ordinal);
    }

    /// <summary>By the forms where there are such, the others as chats would bring them.</summary>
    private static async Task<int> PlantAsync(ConsoleHouse house, ConsoleGuest guest)
    {
        (string Path, Func<string, string, (string, string)[]> Form)[] forms =
        [
            ("/donations/new", (a, b) => [("what", a + " 3个"), ("donors", b), ("date", "2020-02-05"), ("group", "1")]),
            (
                "/classes/new",
                (a, b) => [("title", a), ("speaker", b), ("venue", a), ("organisation", b), ("starts", "2020-02-08T15:00"), ("group", "1")]
            ),
            (
                "/posts/new",
                (a, b) => [("title", a), ("body", $"{a}\n\n{b}"), ("summary", b), ("source", a), ("column", "1"), ("language", "zh-CN")]
            ),
            ("/broadcasts/new", (a, b) => [("body", $"{a}\n{b}")]),
            (
                "/shifts/new",
                (a, b) =>
                    [
                        ("place", a),
                        ("skill", b),
                        ("date", "2020-02-08"),
                        ("from", "15:00"),
                        ("to", "17:00"),
                        ("people", "2"),
                        ("group", "1"),
                    ]
            ),
            ("/communities", (a, b) => [("id", "1"), ("name", a), ("contact", b), ("dropOff", a)]),
        ];
        var (words, made) = (HostileWords.All, 0);
        for (var at = 0; at < words.Count; at += 2)
        {
            var (path, form) = forms[at / 2 % forms.Length];
            var (answer, _) = await guest.PostAsync(path, form(Cut(words[at], 60), Cut(words[at + 1], 60)));
            Assert.True((int)answer.StatusCode < 500, $"{path} {words[at]}");
            made += answer.StatusCode == HttpStatusCode.Redirect ? 1 : 0;
        }

        await house.DoAsync(db => ChatAsync(db, words));
        return made;
    }

    private static async Task ChatAsync(Core.Data.Db db, IReadOnlyList<string> words)
    {
        var (group, asker) = (await db.Groups.SingleAsync(it => it.Id == 1), await db.People.SingleAsync(it => it.Id == 1));
        group.Title = words[1];
        for (var at = 0; at < words.Count; at++)
        {
            var person = new Core.People.Person { Name = words[at], FirstSeenAt = ConsoleCast.Now };
            db.Members.Add(
                new Core.Groups.Member
                {
                    Group = group,
                    Person = person,
                    JoinedAt = ConsoleCast.Now,
                }
            );
            var need = new Core.Supplies.Need
            {
                Number = 1000 + at,
                Group = group,
                AskedBy = at % 2 == 0 ? person : asker,
                AskedAt = ConsoleCast.Now,
                LastActAt = ConsoleCast.Now,
            };
            need.Lines.Add(
                new Core.Supplies.NeedLine
                {
                    Item = words[at],
                    ItemKey = $"k{at}",
                    Quantity = 3,
                    Unit = Cut(words[^(at + 1)], 20),
                }
            );
            db.Needs.Add(need);
            if (at % 10 == 0)
                db.Missed.Add(
                    new Core.Supplies.MissedLine
                    {
                        Group = group,
                        SaidBy = person,
                        SaidAt = ConsoleCast.Now,
                        Text = words[at],
                    }
                );
        }
    }

    private static string Cut(string words, int most) => words.Length <= most ? words : words[..most];

    /// <summary>Every page that a link leads to, each kind and number once, up to so many.</summary>
    private static async Task<int> CrawlAsync(ConsoleHouse house, IPage page, ConcurrentBag<string> findings)
    {
        var waiting = new Queue<string>(ConsoleLooksTests.Pages);
        var known = new HashSet<string>(waiting, StringComparer.Ordinal);
        var perKind = new Dictionary<string, int>(StringComparer.Ordinal);
        var seen = 0;
        while (seen < Most && waiting.TryDequeue(out var path))
        {
            await page.GotoAsync(new Uri(house.Address, path).ToString(), new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            seen++;
            foreach (var part in await page.EvaluateAsync<string[]>(Parts))
                findings.Add($"{path} {part}");
            foreach (
                var link in await page.EvaluateAsync<string[]>(
                    "[...document.querySelectorAll('main a[href^=\"/\"]')].map(it => it.getAttribute('href').split('#')[0])"
                )
            )
            {
                var kind = Digits().Replace(link, "0");
                if (
                    !link.Contains(".csv", StringComparison.Ordinal)
                    && known.Add(link)
                    && (perKind[kind] = perKind.GetValueOrDefault(kind) + 1) <= 8
                )
                    waiting.Enqueue(link);
            }
        }

        return seen;
    }

    [GeneratedRegex("\\d+|%[0-9A-F]{2}|[^/?=&a-z]+", RegexOptions.IgnoreCase)]
    private static partial Regex Digits();
}
