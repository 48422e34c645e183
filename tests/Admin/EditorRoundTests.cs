using System.Net;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Content;

namespace MutualAid.Tests.Admin;

/// <summary>What an editor stumbled over in the fifth round of trials.</summary>
public sealed class EditorRoundTests
{
    [Fact]
    public async Task What_is_scheduled_is_moved_and_taken_back_and_never_spoken_of_as_published()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (_, shown) = await guest.GetAsync("/posts/5");
        Assert.Contains("几时发布（北京时间）", shown, StringComparison.Ordinal);
        foreach (var word in new[] { "更正", "转发到微信群", "谁发布", "记阅读数" })
            Assert.DoesNotContain(word, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("已经发布", (await guest.GetAsync("/posts/5/edit")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("群里的那条", (await guest.GetAsync("/posts/5?ask=withdraw")).Text, StringComparison.Ordinal);
        await guest.PostAsync("/posts/5?handler=schedule", ("when", "2020-02-21T08:00"));
        Assert.Contains("》2月21日 周五 08:00（北京时间） 自动发布。", (await guest.GetAsync("/posts/5")).Text, StringComparison.Ordinal);
        Assert.Contains("value=\"2020-02-21T08:00\"", (await guest.GetAsync("/posts/5")).Text, StringComparison.Ordinal);
        await guest.PostAsync("/posts/5?handler=unschedule");
        Assert.Equal(PostState.Draft, await StateAsync(house, 5));
        // What is out has no other time.
        var (late, _) = await guest.PostAsync("/posts/2?handler=unschedule");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
    }

    [Fact]
    public async Task What_was_withdrawn_unseen_comes_back_as_a_draft_and_what_was_seen_does_not()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        foreach (var number in new[] { 2, 5, 6 })
            await guest.PostAsync($"/posts/{number}?handler=withdraw");
        Assert.Contains("拿回来，存成草稿", (await guest.GetAsync("/posts/5")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("拿回来", (await guest.GetAsync("/posts/2")).Text, StringComparison.Ordinal);
        foreach (var number in new[] { 2, 5, 6 })
            await guest.PostAsync($"/posts/{number}?handler=restore");
        Assert.Equal(
            [PostState.Withdrawn, PostState.Draft, PostState.Draft],
            [await StateAsync(house, 2), await StateAsync(house, 5), await StateAsync(house, 6)]
        );
    }

    [Fact]
    public async Task What_nobody_saw_is_changed_without_a_correction()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.GetAsync("/posts/5/edit");
        await guest.PostAsync(
            "/posts/5/edit",
            ("title", "换了题目"),
            ("body", "换了正文"),
            ("column", "1"),
            ("language", "zh-CN"),
            ("seen", await SeenAsync(house, 5))
        );
        Assert.Contains("保存好了", (await guest.GetAsync("/posts/5")).Text, StringComparison.Ordinal);
        await guest.PostAsync(
            "/posts/2/edit",
            ("title", "换了题目"),
            ("body", "换了正文"),
            ("column", "1"),
            ("language", "zh-CN"),
            ("seen", await SeenAsync(house, 2))
        );
        Assert.Contains("还没在聊天里出现过", (await guest.GetAsync("/posts/2")).Text, StringComparison.Ordinal);
        await using var db = house.Read();
        Assert.Equal([2], await db.Posts.Where(it => it.CorrectedAt != null).Select(it => it.Number).ToListAsync());
    }

    [Fact]
    public async Task Words_are_found_in_every_state_and_go_on_with_the_chips()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (_, found) = await guest.GetAsync("/posts?in=review&q=阳台");
        Assert.Contains("href=\"/posts/2?q=", found, StringComparison.Ordinal);
        Assert.Contains("已发布</span>", found, StringComparison.Ordinal);
        Assert.Contains("href=\"/posts?state=draft&amp;q=%E9%98%B3%E5%8F%B0\"", found, StringComparison.Ordinal);
        var (_, none) = await guest.GetAsync("/posts?state=draft&q=阳台");
        Assert.Contains("<a class=\"button\" href=\"/posts?q=%E9%98%B3%E5%8F%B0\">在所有文章里找</a>", none, StringComparison.Ordinal);
        var (_, empty) = await guest.GetAsync("/posts?state=draft&column=2");
        Assert.Contains("<a class=\"button\" href=\"/posts/new?column=2\">写一篇</a>", empty, StringComparison.Ordinal);
        Assert.Contains("<option value=\"2\" selected", (await guest.GetAsync("/posts/new?column=2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_one_is_published_the_next_of_the_same_list_is_offered()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (_, first) = await guest.GetAsync("/posts/4?column=1");
        Assert.Contains("通过并发布", first, StringComparison.Ordinal);
        await guest.GetAsync("/posts/1?language=zh-CN");
        await guest.PostAsync("/posts/1?language=zh-CN&handler=approve");
        var (_, done) = await guest.GetAsync("/posts/1?language=zh-CN");
        Assert.Contains("<a class=\"button main\" href=\"/posts/6?language=zh-CN\">下一篇：", done, StringComparison.Ordinal);
        Assert.Contains("href=\"/posts?language=zh-CN\">回到列表", done, StringComparison.Ordinal);
        await guest.PostAsync("/posts/6?language=zh-CN&handler=approve");
        Assert.DoesNotContain("下一篇", (await guest.GetAsync("/posts/6?language=zh-CN")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tip_for_tomorrow_morning_is_one_form()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        Assert.Contains("value=\"2020-02-06T08:00\"", (await guest.GetAsync("/posts/new")).Text, StringComparison.Ordinal);
        (string, string)[] words = [("title", "停水前先接水"), ("body", "桶和锅都接满。"), ("column", "1"), ("language", "zh-CN")];
        var before = await house.DumpAsync();
        var (past, asked) = await guest.PostAsync("/posts/new", [.. words, ("go", "later"), ("at", "2020-02-05T08:00")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, past.StatusCode);
        Assert.Contains("请选一个以后的时间", asked, StringComparison.Ordinal);
        Assert.Equal(before, await house.DumpAsync());
        await guest.PostAsync("/posts/new", [.. words, ("go", "later"), ("at", "2020-02-06T08:00")]);
        Assert.Contains(
            "《停水前先接水》2月6日 周四 08:00（北京时间） 自动发布。",
            (await guest.GetAsync("/posts/7")).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(PostState.Scheduled, await StateAsync(house, 7));
        await guest.PostAsync("/posts/new", [.. words, ("go", "now")]);
        Assert.Equal(PostState.Published, await StateAsync(house, 8));
    }

    [Fact]
    public async Task The_calendar_has_every_day_and_a_free_one_starts_a_text()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (_, month) = await guest.GetAsync("/posts/calendar?month=2020-02");
        Assert.Contains("<h1>日历</h1>", month, StringComparison.Ordinal);
        Assert.Matches("href=\"/posts/new\\?day=2020-02-27\">.*>2月27日 周四，空着，写一篇</span></a>", month);
        Assert.DoesNotContain("day=2020-02-04", month, StringComparison.Ordinal);
        var (_, form) = await guest.GetAsync("/posts/new?day=2020-02-27");
        Assert.Contains("value=\"2020-02-27T08:00\"", form, StringComparison.Ordinal);
        Assert.Matches("value=\"later\"[^>]* checked", form);
    }

    [Fact]
    public async Task A_figure_and_a_column_are_ready_to_be_noted()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (_, shown) = await guest.GetAsync("/posts/2");
        Assert.Contains("name=\"source\" maxlength=\"60\" required value=\"公众号\"", shown, StringComparison.Ordinal);
        Assert.Contains("name=\"date\" type=\"date\" required value=\"2020-02-05\"", shown, StringComparison.Ordinal);
        await guest.GetAsync("/posts/columns");
        var (made, _) = await guest.PostAsync("/posts/columns", ("name", "居家养老"), ("kind", "Other"));
        var (_, columns) = await guest.GetAsync(made.Headers.Location!.ToString());
        Assert.Matches("<tbody>\\s*<tr>\\s*<th scope=\"row\"><a [^>]*>居家养老", columns);
    }

    private static async Task<PostState> StateAsync(ConsoleHouse house, int number)
    {
        await using var db = house.Read();
        return (await db.Posts.SingleAsync(it => it.Number == number)).State(house.Clock.GetUtcNow().UtcDateTime);
    }

    private static async Task<string> SeenAsync(ConsoleHouse house, int number)
    {
        await using var db = house.Read();
        return (await db.Posts.Where(it => it.Number == number).Select(it => it.Version).SingleAsync()).ToString(
            System.Globalization.CultureInfo.InvariantCulture
        );
    }
}
