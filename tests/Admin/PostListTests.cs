using System.Net;
using Microsoft.EntityFrameworkCore;

namespace MutualAid.Tests.Admin;

/// <summary>Texts as they are found, listed and counted.</summary>
public sealed class PostListTests
{
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
        var (approved, _) = await guest.PostAsync("/posts/1?language=zh-CN&handler=approve");
        var (_, done) = await guest.GetAsync(approved.Headers.Location!.ToString());
        Assert.Contains("<a class=\"button main\" href=\"/posts/6?language=zh-CN\">下一篇：", done, StringComparison.Ordinal);
        Assert.Contains("href=\"/posts?language=zh-CN\">回到列表", done, StringComparison.Ordinal);
        var (last, _) = await guest.PostAsync("/posts/6?language=zh-CN&handler=approve");
        Assert.DoesNotContain("下一篇", (await guest.GetAsync(last.Headers.Location!.ToString())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_published_says_where_people_see_it()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        (int Number, string Where)[] told =
        [
            (4, "大家要小贴士、看早报时就会看到"),
            (3, "大家查政策、看早报时就会看到"),
            (6, "大家看社区经验时就会看到"),
        ];
        foreach (var (number, where) in told)
        {
            var (done, _) = await guest.PostAsync($"/posts/{number}?handler=approve");
            var (_, text) = await guest.GetAsync(done.Headers.Location!.ToString());
            Assert.Contains($"》发布了，不会马上发到群里：{where}。", text, StringComparison.Ordinal);
        }

        // And so it is: nothing waits to be sent to a group.
        await using var db = house.Read();
        Assert.Empty(await db.PostShowings.Where(it => told.Select(one => one.Number).Contains(it.Post.Number)).ToListAsync());
    }

    [Fact]
    public async Task A_correction_leads_back_to_the_list_it_was_opened_from()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        const string List = "?state=published&column=1";
        var (_, shown) = await guest.GetAsync("/posts/2" + List);
        Assert.Contains("href=\"/posts/2/edit?state=published&amp;column=1\"", shown, StringComparison.Ordinal);
        var (_, form) = await guest.GetAsync("/posts/2/edit" + List);
        Assert.Contains("action=\"/posts/2/edit?state=published&amp;column=1\"", form, StringComparison.Ordinal);
        (string, string)[] typed =
        [
            ("title", "换了题目"),
            ("body", "换了正文"),
            ("column", "1"),
            ("language", "zh-CN"),
            ("seen", SeenIn(form)),
        ];
        var (looked, _) = await guest.PostAsync($"/posts/2/edit{List}&handler=preview", typed);
        Assert.Equal($"/posts/2/edit{List}&draft=look", looked.Headers.Location!.ToString());
        var (saved, _) = await guest.PostAsync("/posts/2/edit" + List, typed);
        var (_, told) = await guest.GetAsync(saved.Headers.Location!.ToString());
        Assert.Contains("href=\"/posts?state=published&amp;column=1\">回到列表", told, StringComparison.Ordinal);
        Assert.Contains("更正好了", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("now", "published")]
    [InlineData("later", "scheduled")]
    [InlineData("draft", "draft")]
    public async Task A_new_text_leads_to_the_list_in_which_it_stands(string go, string state)
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.GetAsync("/posts/new");
        var (made, _) = await guest.PostAsync(
            "/posts/new",
            ("title", "停水前先接水"),
            ("body", "桶和锅都接满。"),
            ("column", "1"),
            ("language", "zh-CN"),
            ("go", go),
            ("at", "2020-02-06T08:00")
        );
        var (_, told) = await guest.GetAsync(made.Headers.Location!.ToString());
        Assert.Contains($"href=\"/posts?state={state}\">回到列表", told, StringComparison.Ordinal);
        Assert.Contains("停水前先接水", (await guest.GetAsync($"/posts?state={state}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_columns_one_is_chosen_before_a_text_is_saved()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (_, form) = await guest.GetAsync("/posts/new");
        Assert.Matches("<select id=\"column\"[^>]*>\\s*<option value=\"\">请选栏目</option>", form);
        var before = await house.DumpAsync();
        (string, string)[] words = [("title", "停水前先接水"), ("body", "桶和锅都接满。"), ("language", "zh-CN")];
        var (answer, asked) = await guest.PostAsync("/posts/new", [.. words, ("column", "")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("请选一个栏目", asked, StringComparison.Ordinal);
        Assert.Equal(before, await house.DumpAsync());
        await guest.PostAsync("/posts/new", [.. words, ("column", "2")]);
        var (_, next) = await guest.GetAsync("/posts/new");
        Assert.Contains("<option value=\"2\" selected", next, StringComparison.Ordinal);
        Assert.DoesNotContain("请选栏目", next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_in_several_columns_is_counted_by_column()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (_, all) = await guest.GetAsync("/posts");
        Assert.Contains("<a href=\"/posts?column=1\">小贴士 1</a>", all, StringComparison.Ordinal);
        Assert.Matches("<a href=\"/posts\\?column=2\">[^<]+ 2</a>", all);
        var (_, one) = await guest.GetAsync("/posts?column=1");
        Assert.Contains("<a href=\"/posts?column=1\" aria-current=\"true\">小贴士 1</a>", one, StringComparison.Ordinal);
        Assert.DoesNotContain("小贴士 1</a>", (await guest.GetAsync("/posts?state=published")).Text, StringComparison.Ordinal);
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

    private static string SeenIn(string form) => PageForm.In("", form).SelectMany(it => it.Fields).First(it => it.Name == "seen").Value;
}
