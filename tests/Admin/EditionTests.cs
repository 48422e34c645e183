using System.Net;
using Microsoft.EntityFrameworkCore;
using MutualAid.Admin.Pages;
using MutualAid.Core.Accounts;
using MutualAid.Core.Content;

namespace MutualAid.Tests.Admin;

/// <summary>What a text said before: shown with what changed, and put back.</summary>
public sealed class EditionTests
{
    [Fact]
    public async Task An_old_edition_stands_again_and_so_does_the_one_it_replaced()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var first = await BodyAsync(house);
        await CorrectAsync(guest, house, "先收阳台，再关窗。");
        var (_, told) = await guest.GetAsync("/posts/2");
        Assert.Matches("<b>加上</b>\\s*<ins>先收阳台，再关窗。</ins>", told);
        Assert.Matches("<b>删去</b>\\s*<del>", told);
        await guest.PostAsync("/posts/2?handler=return", ("edition", "1"));
        Assert.Equal(first, await BodyAsync(house));
        Assert.Contains("用回第 1 版了", (await guest.GetAsync("/posts/2")).Text, StringComparison.Ordinal);
        await guest.PostAsync("/posts/2?handler=return", ("edition", "2"));
        Assert.Equal("先收阳台，再关窗。", await BodyAsync(house));
        await using var db = house.Read();
        Assert.Equal([1, 2, 3], await db.PostRevisions.Select(it => it.Edition).Order().ToListAsync());
        Assert.Equal(2, await db.Audit.CountAsync(it => it.Act == "posts/{number:int} return"));
        Assert.Equal(3, await db.Due.CountAsync(it => it.Kind == ContentDesk.Redraw));
    }

    [Fact]
    public async Task What_stands_already_or_never_stood_changes_nothing()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await CorrectAsync(guest, house, "先收阳台。");
        await guest.PostAsync("/posts/2?handler=return", ("edition", "1"));
        await using var db = house.Read();
        var editions = await db.PostRevisions.CountAsync();
        await guest.PostAsync("/posts/2?handler=return", ("edition", "1"));
        var (none, _) = await guest.PostAsync("/posts/2?handler=return", ("edition", "9"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
        Assert.Equal(editions, await db.PostRevisions.CountAsync());
        var other = await new ConsoleGuest(house).EnterAsAsync("段小满", ConsoleRole.Editor, 2);
        await other.GetAsync("/posts/new");
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync("/posts/2?handler=return", ("edition", "1"))).Answer.StatusCode);
    }

    [Theory]
    [InlineData("一。二。三。", "一。三。", "=一。-二。=三。")]
    [InlineData("一。二。", "一。两。二。", "=一。+两。=二。")]
    [InlineData("题\n旧。", "题\n新。", "=题-旧。+新。")]
    [InlineData("", "新。", "+新。")]
    [InlineData("同。", "同。", "=同。")]
    public void Two_editions_differ_by_sentences(string before, string after, string told) =>
        Assert.Equal(told, string.Concat(TextChanges.Of(before, after).Select(it => "=-+"[(int)it.Change] + it.Text)));

    private static async Task CorrectAsync(ConsoleGuest guest, ConsoleHouse house, string body)
    {
        await using var db = house.Read();
        var post = await db.Posts.SingleAsync(it => it.Number == 2);
        var seen = post.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await guest.GetAsync("/posts/2/edit");
        await guest.PostAsync(
            "/posts/2/edit",
            ("title", post.Title),
            ("body", body),
            ("column", "1"),
            ("language", "zh-CN"),
            ("seen", seen)
        );
    }

    private static async Task<string> BodyAsync(ConsoleHouse house)
    {
        await using var db = house.Read();
        return await db.Posts.Where(it => it.Number == 2).Select(it => it.Body).SingleAsync();
    }
}
