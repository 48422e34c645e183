using System.Net;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Content;

namespace MutualAid.Tests.Admin;

/// <summary>A text before it is out, and what can still be done about it.</summary>
public sealed class PostTimeTests
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
    public async Task The_same_time_again_changes_nothing_and_says_so()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (_, shown) = await guest.GetAsync("/posts/5");
        var time = PageForm.In("", shown).SelectMany(it => it.Fields).First(it => it.Name == "when").Value;
        var before = await house.DumpAsync();
        await guest.PostAsync("/posts/5?handler=schedule", ("when", time));
        var (_, told) = await guest.GetAsync("/posts/5");
        Assert.Contains("时间没有变，还是 ", told, StringComparison.Ordinal);
        Assert.DoesNotContain("自动发布。", told, StringComparison.Ordinal);
        Assert.Equal(before, await house.DumpAsync());
    }

    [Fact]
    public async Task Only_what_a_chat_has_shown_is_spoken_of_as_standing_there()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (_, unseen) = await guest.GetAsync("/posts/2?ask=withdraw");
        Assert.Contains("它还没在聊天里出现过", unseen, StringComparison.Ordinal);
        Assert.DoesNotContain("群里的那条", unseen, StringComparison.Ordinal);
        await house.DoAsync(async db =>
        {
            var (post, group) = (await db.Posts.SingleAsync(it => it.Number == 2), await db.Groups.FirstAsync());
            new ContentDesk(db, house.Clock).Show(post, group, null, pushed: true);
        });
        Assert.Contains("群里的那条会改成", (await guest.GetAsync("/posts/2?ask=withdraw")).Text, StringComparison.Ordinal);
        foreach (var number in new[] { 2, 5 })
            await guest.PostAsync($"/posts/{number}?handler=withdraw");
        Assert.Contains("群里现在只看到「已撤下」", (await guest.GetAsync("/posts/2")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("群里现在", (await guest.GetAsync("/posts/5")).Text, StringComparison.Ordinal);
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
