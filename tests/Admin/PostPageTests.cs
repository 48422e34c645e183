using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Content;
using MutualAid.Core.Data;

namespace MutualAid.Tests.Admin;

public sealed partial class PostPageTests
{
    [Fact]
    public async Task The_list_is_found_through_by_state_column_language_and_words()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        (string Path, int[] Shown)[] told =
        [
            ("/posts", [1, 4, 6]),
            ("/posts?state=draft", [3]),
            ("/posts?state=scheduled", [5]),
            ("/posts?state=published", [2]),
            ("/posts?state=withdrawn", []),
            ("/posts?state=all&q=阳台", [2]),
            ("/posts?state=all&q=%235", [5]),
            ("/posts?state=all&language=en", [4]),
            ("/posts?state=all&column=1", [2, 4, 5]),
            ("/posts?state=nonsense&page=99", [1, 4, 6]),
        ];
        foreach (var (path, shown) in told)
        {
            var text = (await guest.GetAsync(path)).Text;
            Assert.Equal(
                shown,
                Enumerable.Range(1, 6).Where(it => System.Text.RegularExpressions.Regex.IsMatch(text, $"href=\"/posts/{it}[?\"]"))
            );
        }
    }

    [Fact]
    public async Task A_post_is_written_previewed_saved_and_published()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.GetAsync("/posts/new");
        (string, string)[] typed =
        [
            ("title", "停水前先接水"),
            ("body", "**桶和锅**都接满。<script>alert(1)</script>"),
            ("column", "1"),
            ("language", "zh-CN"),
            ("source", "水务集团"),
            ("sourceLink", "https://water.example/"),
            ("checkedOn", "2020-02-04"),
        ];
        var before = await house.DumpAsync();
        await guest.PostAsync("/posts/new?handler=preview", typed);
        var (_, seen) = await guest.GetAsync("/posts/new?draft=look");
        Assert.Contains("【小贴士】<b>停水前先接水</b>\n<b>桶和锅</b>都接满。&lt;script&gt;", seen, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://water.example/\">水务集团</a>（2020年2月4日核对）", seen, StringComparison.Ordinal);
        Assert.Equal(before, await house.DumpAsync());
        await guest.PostAsync("/posts/new", typed);
        Assert.Contains("还没有人看得到", (await guest.GetAsync("/posts/7")).Text, StringComparison.Ordinal);
        await guest.PostAsync("/posts/7?handler=submit");
        await guest.PostAsync("/posts/7?handler=approve");
        await using var db = house.Read();
        Assert.Equal(PostState.Published, (await db.Posts.SingleAsync(it => it.Number == 7)).State(house.Clock.GetUtcNow().UtcDateTime));
    }

    [Fact]
    public async Task A_form_with_faults_keeps_what_was_typed_and_stores_nothing()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.GetAsync("/posts/new");
        var before = await house.DumpAsync();
        (string, string)[][] wrong =
        [
            [],
            [("title", ""), ("body", "有字"), ("column", "1")],
            [("title", "有题目"), ("body", "有字"), ("column", "99")],
            [("title", "有题目"), ("body", "有字"), ("column", "1"), ("sourceLink", "javascript:alert(1)")],
            [("title", "有题目"), ("body", "有字"), ("column", "1"), ("checkedOn", "昨天")],
            [("title", "有题目"), ("body", "有字"), ("column", "3"), ("validFrom", "2020-03-01"), ("validUntil", "2020-02-01")],
            [("title", "有题目"), ("body", "有字"), ("column", "1"), ("community", "没有的社区")],
            [("title", "有题目"), ("body", "有字"), ("column", "1"), ("supersedes", "#99")],
            [("title", "有题目"), ("body", "有字"), ("column", "1"), ("group", "99")],
            [("title", new string('长', 61)), ("body", "有字"), ("column", "1")],
        ];
        foreach (var form in wrong)
        {
            var (answer, text) = await guest.PostAsync("/posts/new", form);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("没有保存", text, StringComparison.Ordinal);
            if (form.Length > 2)
                Assert.Contains("有字</textarea>", text, StringComparison.Ordinal);
        }

        Assert.Equal(before, await house.DumpAsync());
    }

    [Fact]
    public async Task A_correction_keeps_what_stood_there_and_draws_the_messages_anew()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.PostAsync("/posts/2/edit", await FormAsync(guest, 2, "先收阳台，再关窗"));
        var text = (await guest.GetAsync("/posts/2")).Text;
        Assert.Contains("更正好了", text, StringComparison.Ordinal);
        Assert.Contains("已更正 12:00", text, StringComparison.Ordinal);
        Assert.Contains("第 1 版，温静宜", text, StringComparison.Ordinal);
        await using var db = house.Read();
        Assert.Equal("市应急管理局", (await db.Posts.SingleAsync(it => it.Number == 2)).Source);
        Assert.Equal(1, await db.Due.CountAsync(it => it.Kind == ContentDesk.Redraw));
        // Nothing changed is nothing stored.
        await guest.PostAsync("/posts/2/edit", await FormAsync(guest, 2, "先收阳台，再关窗"));
        Assert.Equal(1, await db.PostRevisions.CountAsync());
    }

    [Fact]
    public async Task Of_two_editors_the_second_sees_both_versions_before_one_is_stored()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var first = await new ConsoleGuest(house).EnterAsync();
        var second = await new ConsoleGuest(house).EnterAsAsync("邵卫东", ConsoleRole.Editor, null);
        var mine = await FormAsync(second, 3, "我改的");
        await first.PostAsync("/posts/3/edit", await FormAsync(first, 3, "她改的"));
        var (answer, text) = await second.PostAsync("/posts/3/edit", mine);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("别人刚改过", text, StringComparison.Ordinal);
        Assert.Contains("<p class=\"version\">她改的</p>", text, StringComparison.Ordinal);
        Assert.Contains("我改的</textarea>", text, StringComparison.Ordinal);
        Assert.Equal("她改的", await BodyAsync(house, 3));
        // Both were seen: now it is meant.
        var stamp = Stamp().Match(text).Groups["seen"].Value;
        await second.PostAsync("/posts/3/edit", [.. mine.Where(it => it.Name != "seen"), ("seen", stamp)]);
        Assert.Equal("我改的", await BodyAsync(house, 3));
    }

    [Fact]
    public async Task Many_are_approved_at_once_after_the_question()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        Assert.Contains("等审核的文章", (await guest.GetAsync("/")).Text, StringComparison.Ordinal);
        await guest.PostAsync("/posts?handler=approve", ("pick", "6"));
        Assert.Contains("》发布了，不会马上发到群里", (await guest.GetAsync("/posts")).Text, StringComparison.Ordinal);
        var (_, asked) = await guest.GetAsync("/posts?ask=all");
        Assert.Contains("发布这 2 篇？", asked, StringComparison.Ordinal);
        Assert.Contains("name=\"numbers\" value=\"1,4\"", asked, StringComparison.Ordinal);
        await guest.PostAsync("/posts?handler=approve", ("numbers", "1,4"));
        await guest.PostAsync("/posts?handler=approve", ("numbers", "1,4,3,99,x"));
        Assert.Contains("没有改动", (await guest.GetAsync("/posts")).Text, StringComparison.Ordinal);
        await using var db = house.Read();
        Assert.Equal([1, 2, 4, 5, 6], await db.Posts.Where(it => it.ApprovedAt != null).Select(it => it.Number).Order().ToListAsync());
    }

    [Fact]
    public async Task A_time_and_a_figure_are_read_and_the_calendar_shows_the_day()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (late, _) = await guest.PostAsync("/posts/3?handler=schedule", ("when", "2020-02-05T11:00"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        await guest.PostAsync("/posts/3?handler=schedule", ("when", "2020-02-20T08:30"));
        var (_, month) = await guest.GetAsync("/posts/calendar?month=2020-02");
        Assert.Matches("2020-02-20\"[^!]*小区出入登记办法[^!]*2020-02-29\"[^!]*最后一天有效", month);
        Assert.Contains("这个月还没有安排", (await guest.GetAsync("/posts/calendar?month=2020-03")).Text, StringComparison.Ordinal);
        var (bad, _) = await guest.PostAsync(
            "/posts/2?handler=figure",
            ("kind", "Reads"),
            ("value", "-4"),
            ("date", "2020-02-04"),
            ("source", "公众号")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
        await guest.PostAsync(
            "/posts/2?handler=figure",
            ("kind", "Reads"),
            ("value", "1,280"),
            ("date", "2020-02-04"),
            ("source", "公众号")
        );
        Assert.Matches("公众号</dt><dd>阅读 1,280<small>2月4日 周二 为止，温静宜 记", (await guest.GetAsync("/posts/2")).Text);
    }

    [Fact]
    public async Task An_editor_of_one_group_decides_about_its_posts_and_only_reads_what_is_for_all()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsAsync("段小满", ConsoleRole.Editor, 2);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync("/posts/1")).Answer.StatusCode);
        Assert.DoesNotContain("handler=withdraw", (await guest.GetAsync("/posts/2")).Text, StringComparison.Ordinal);
        await guest.GetAsync("/posts/new");
        var before = await house.DumpAsync();
        foreach (var number in new[] { 1, 2, 3, 4 })
        foreach (var act in new[] { "submit", "approve", "withdraw" })
            Assert.Equal(HttpStatusCode.NotFound, (await guest.PostAsync($"/posts/{number}?handler={act}")).Answer.StatusCode);
        await guest.PostAsync("/posts?handler=approve", ("numbers", "1,4"));
        Assert.Equal(HttpStatusCode.NotFound, (await guest.PostAsync("/posts/2/edit", ("title", "改"), ("body", "改"))).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.PostAsync("/posts/columns", ("name", "新栏目"))).Answer.StatusCode);
        foreach (var group in new[] { "", "1" })
            await guest.PostAsync("/posts/new", ("title", "改"), ("body", "改"), ("column", "1"), ("group", group));
        Assert.Equal(before, await house.DumpAsync());
        await guest.PostAsync("/posts/6?handler=approve");
        Assert.NotEqual(before, await house.DumpAsync());
    }

    /// <summary>The form of a post as the browser would send it back, with another text.</summary>
    private static async Task<(string Name, string Value)[]> FormAsync(ConsoleGuest guest, int number, string body)
    {
        var (_, text) = await guest.GetAsync($"/posts/{number}/edit");
        var fields = Field()
            .Matches(text[text.IndexOf("name=\"seen\"", StringComparison.Ordinal)..])
            .Select(it => (it.Groups["name"].Value, WebUtility.HtmlDecode(it.Groups["value"].Value)))
            .Where(it => it.Item1 != "__RequestVerificationToken");
        var column = Chosen().Match(text).Groups["value"].Value;
        return [("seen", Stamp().Match(text).Groups["seen"].Value), .. fields, ("body", body), ("column", column), ("language", "zh-CN")];
    }

    private static async Task<string> BodyAsync(ConsoleHouse house, int number)
    {
        await using Db db = house.Read();
        return await db.Posts.Where(it => it.Number == number).Select(it => it.Body).SingleAsync();
    }

    [GeneratedRegex("name=\"seen\" value=\"(?<seen>[0-9]+)\"")]
    private static partial Regex Stamp();

    [GeneratedRegex("<input id=\"[^\"]+\" name=\"(?<name>[^\"]+)\"[^>]*? value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Field();

    [GeneratedRegex("<option value=\"(?<value>[0-9]+)\" selected")]
    private static partial Regex Chosen();
}
