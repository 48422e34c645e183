using System.Net;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;

namespace MutualAid.Tests.Admin;

/// <summary>A double tap, or a form sent again from behind the back button, makes one thing.</summary>
public sealed class OncePostTests
{
    /// <summary>Every act that makes something new or promises something, with a form that is complete.</summary>
    private static readonly (string Path, (string, string)[] Fields)[] Making =
    [
        ("/donations/new", [("what", "牛奶 10箱"), ("date", "2020-02-05"), ("group", "1")]),
        ("/classes/new", [("title", "怎样睡得好"), ("starts", "2020-02-08T15:00"), ("group", "1"), ("yes", "true")]),
        ("/posts/new", [("title", "开窗通风"), ("body", "每天两次。"), ("column", "1"), ("language", "zh-CN")]),
        ("/posts/columns", [("name", "邻里"), ("kind", "Other")]),
        ("/broadcasts/new", [("body", "明早停水。")]),
        ("/shifts/new", [("place", "西门"), ("date", "2020-02-08"), ("from", "15:00"), ("to", "17:00"), ("people", "2"), ("group", "1")]),
        ("/accounts", [("name", "段小满"), ("role", "Viewer"), ("group", "1")]),
        ("/accounts/1?handler=grant", [("role", "Editor"), ("group", "1")]),
        ("/missed?handler=register", [("id", "1"), ("what", "口罩 50个")]),
        ("/needs/2?handler=claim", [("person", "{helper}"), ("quantity", "5")]),
        ("/offers/1?handler=match", [("need", "1"), ("quantity", "5")]),
        ("/shifts/1?handler=assign", [("person", "{asker}")]),
        ("/shifts/1?handler=called", [("person", "{asker}")]),
        ("/volunteers/teams/new?group=1", [("name", "北门队"), ("lead", "{asker}"), ("people", "{helper}")]),
        ("/volunteers/teams/1?handler=dissolve", []),
        ("/volunteers/hours/new?group=1", [("what", "北门岗"), ("date", "2020-02-04"), ("hours", "2"), ("people", "{helper}")]),
        ("/needs?handler=verify", [("id", "1")]),
        ("/groups?handler=invite", [("chat", "g1")]),
        ("/needs/2?handler=verify", []),
        ("/backups", []),
    ];

    [Fact]
    public async Task The_same_form_twice_at_once_and_once_more_later_acts_once()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.GetAsync("/needs");
        var wrong = new List<string>();
        foreach (var (path, fields) in Making)
        {
            var form = (await FilledAsync(house, fields)).Append(("once", "form-of" + path)).ToArray();
            await guest.ProveAsync();
            var before = await ActsAsync(house);
            var both = await Task.WhenAll(guest.PostAsync(path, form), guest.PostAsync(path, form));
            house.Clock.Move(TimeSpan.FromMinutes(5));
            var later = await guest.PostAsync(path, form);
            var went = both.Append(later).Select(it => $"{it.Answer.StatusCode} {it.Answer.Headers.Location}").Distinct().ToList();
            var told = WebUtility.HtmlDecode((await guest.GetAsync(later.Answer.Headers.Location?.ToString() ?? path)).Text);
            if (went.Count != 1 || both[0].Answer.StatusCode != HttpStatusCode.Redirect)
                wrong.Add($"{path}: {string.Join(", ", went)}");
            if (await ActsAsync(house) - before != 1)
                wrong.Add($"{path}: acted {await ActsAsync(house) - before} times");
            if (!told.Contains("role=\"status\"", StringComparison.Ordinal))
                wrong.Add($"{path}: tells nothing");
        }

        Assert.Equal([], wrong);
    }

    [Fact]
    public async Task A_form_that_was_refused_is_filled_in_and_sent_again()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.GetAsync("/donations/new");
        (string, string)[] form = [("date", "2020-02-05"), ("group", "1"), ("once", "a1")];
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await guest.PostAsync("/donations/new", [.. form, ("what", "")])).Answer.StatusCode
        );
        Assert.Equal(HttpStatusCode.Redirect, (await guest.PostAsync("/donations/new", [.. form, ("what", "盐 3袋")])).Answer.StatusCode);
        await using var db = house.Read();
        Assert.Equal(1, await db.Donations.CountAsync(it => it.Lines.Any(line => line.Item == "盐")));
    }

    [Fact]
    public async Task The_number_of_a_form_counts_in_its_own_session_and_on_its_own_address()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var owner = await new ConsoleGuest(house).EnterAsync();
        var other = await new ConsoleGuest(house).EnterAsAsync("段小满", ConsoleRole.Organiser, 1);
        (string, string)[] form = [("what", "盐 3袋"), ("date", "2020-02-05"), ("group", "1"), ("body", "领盐"), ("once", "same")];
        foreach (var guest in new[] { owner, other })
            await guest.PostAsync("/donations/new", form);
        await owner.PostAsync("/broadcasts/new", form);
        await using var db = house.Read();
        Assert.Equal(2, await db.Donations.CountAsync(it => it.Lines.Any(line => line.Item == "盐")));
        Assert.Equal(1, await db.Broadcasts.CountAsync(it => it.Body == "领盐"));
    }

    [Fact]
    public async Task A_number_is_forgotten_after_half_a_day()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var posts = house.App.Services.GetRequiredService<MutualAid.Admin.OncePosts>();
        Task<MutualAid.Admin.Outcome?> Done() => Task.FromResult<MutualAid.Admin.Outcome?>(new("/needs", null));
        Assert.Null(await posts.DoAsync("1 /a  x", Done));
        Assert.NotNull(await posts.DoAsync("1 /a  x", Done));
        house.Clock.Move(MutualAid.Admin.OncePosts.KeptFor + TimeSpan.FromMinutes(1));
        Assert.Null(await posts.DoAsync("1 /a  y", Done));
        Assert.Equal(1, posts.Count);
        Assert.Null(await posts.DoAsync("1 /a  x", Done));
    }

    private static async Task<int> ActsAsync(ConsoleHouse house)
    {
        await using var db = house.Read();
        return await db.Audit.CountAsync();
    }

    private static async Task<IEnumerable<(string, string)>> FilledAsync(ConsoleHouse house, (string Name, string Value)[] fields)
    {
        await using var db = house.Read();
        var people = await db
            .Members.Where(it => it.GroupId == 1)
            .Select(it => new { it.Person.Name, it.PersonId })
            .ToDictionaryAsync(it => it.Name, it => it.PersonId);
        return fields.Select(it =>
            (
                it.Name,
                it.Value.Replace("{helper}", $"{people["邵卫东"]}", StringComparison.Ordinal)
                    .Replace("{asker}", $"{people["段丽华"]}", StringComparison.Ordinal)
            )
        );
    }
}
