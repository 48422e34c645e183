using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Classes;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Classes;

/// <summary>新课: what one message says, what is asked, what is refused with a line that works.</summary>
public sealed class Announcing
{
    [Fact]
    public async Task One_message_says_it_all()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(
            Cast.Wen,
            "新课《限时不限人》 11月28日下午3点 主讲 沈安澜 单位：晨光社工站 90分钟 地点：杏花台活动室二楼 限三十人 讲课费200元 签到口令 早睡"
        );
        var it = await bot.ClassAsync(1);
        Assert.Equal(
            ("限时不限人", "沈安澜", "晨光社工站", "杏花台活动室二楼", "早睡"),
            (it.Title, it.Speaker, it.Organisation, it.Venue, it.Code)
        );
        Assert.Equal((30, 20_000, TimeSpan.FromMinutes(90)), (it.Places, it.FeeCents, it.EndsAt - it.StartsAt));
        Assert.Equal(Stage.At("2026-11-28 15:00").UtcDateTime, it.StartsAt);
    }

    [Theory]
    [InlineData("新课《防火》 明晚8点 zoom 987 654 3210 免收", "zoom 987 654 3210", null, 0L, ClassKind.Talk)]
    [InlineData("新课《防火》 明晚8点 一个半小时 https://meet.example/abc 最多20人", "https://meet.example/abc", 20, null, ClassKind.Talk)]
    [InlineData("新课 例会《本周安排》 明晚8点 腾讯会议：123456789", "腾讯会议：123456789", null, null, ClassKind.Meeting)]
    [InlineData("新课 活动《包饺子》 明晚8点 地点 食堂，名额12", "食堂", 12, null, ClassKind.Activity)]
    [InlineData("新课《防火》 明晚8点", null, null, null, ClassKind.Talk)]
    public async Task Details_are_said_in_many_ways(string said, string? venue, int? places, long? fee, ClassKind kind)
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Wen, said);
        var it = await bot.ClassAsync(1);
        Assert.Equal((venue, places, fee, kind), (it.Venue, it.Places, it.FeeCents, it.Kind));
    }

    [Fact]
    public async Task Every_door_makes_the_same_row()
    {
        await using var bot = await TestBot.StartedAsync();
        foreach (var door in new[] { "/class", "/class_new", "新课", "@小助手 新建课程：" })
            await bot.Says(Cast.Wen, $"{door} 《睡个好觉》 明晚8点 主讲 沈安澜 限2人");
        var made = await bot.Look(db => db.Classes.ToListAsync());
        Assert.Equal([1, 2, 3, 4], made.Select(it => it.Number).Order());
        Assert.Single(made.Select(it => (it.Title, it.Speaker, it.StartsAt, it.EndsAt, it.Places)).Distinct());
    }

    [Fact]
    public async Task What_is_missing_is_asked_one_thing_at_a_time()
    {
        await using var bot = await TestBot.StartedAsync();
        var what = await bot.Says(Cast.Wen, "/class");
        Assert.StartsWith("讲什么、什么时候、谁讲？", what.Post.Text, StringComparison.Ordinal);
        var when = await bot.Replies(Cast.Wen, what.Post, "《睡个好觉》 主讲 沈安澜");
        Assert.StartsWith("《睡个好觉》什么时候？", when.Post.Text, StringComparison.Ordinal);
        Assert.True((await bot.Says(Cast.Lu, "明晚8点")).IsSilent);
        Assert.True((await bot.Says(Cast.Wen, "大家明晚8点都在吧")).IsSilent);
        var made = await bot.Says(Cast.Wen, "明晚8点");
        Assert.StartsWith("#1 《睡个好觉》｜主讲 沈安澜\n11月23日 周一 20:00（还有1天）", made.Post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_alone_is_asked_for_its_hour_and_a_time_alone_for_its_title()
    {
        await using var bot = await TestBot.StartedAsync();
        var clock = await bot.Says(Cast.Wen, "新课《睡个好觉》 11月26日");
        Assert.Empty(clock.InGroup);
        clock = await bot.Says(Cast.Wen, "/class 《睡个好觉》 11月26日");
        Assert.StartsWith("11月26日几点？", clock.Post.Text, StringComparison.Ordinal);
        Assert.Contains("11月26日 周四 20:00", (await bot.Says(Cast.Wen, "晚8点")).Post.Text, StringComparison.Ordinal);
        var title = await bot.Says(Cast.Wen, "/class 明晚8点");
        Assert.StartsWith("叫什么题目？", title.Post.Text, StringComparison.Ordinal);
        Assert.StartsWith("#2 《防火》", (await bot.Replies(Cast.Wen, title.Post, "防火")).Post.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/class 《睡个好觉》 2月30日晚8点 主讲 沈安澜")]
    [InlineData("/class 《睡个好觉》 2026年11月20日晚8点 主讲 沈安澜")]
    public async Task A_time_that_cannot_be_is_refused_with_a_line_that_works(string said)
    {
        await using var bot = await TestBot.StartedAsync();
        var refused = await bot.Says(Cast.Wen, said);
        Assert.Contains("新课《睡个好觉》 明晚8点 主讲 沈安澜", refused.Post.Text, StringComparison.Ordinal);
        Assert.Empty(await bot.Look(db => db.Classes.ToListAsync()));
        var line = refused.Post.Text[refused.Post.Text.IndexOf("新课", StringComparison.Ordinal)..];
        Assert.StartsWith("#1 《睡个好觉》｜主讲 沈安澜", (await bot.Says(Cast.Wen, line)).Post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_organisers_announce_move_and_call_off()
    {
        await using var bot = await TestBot.StartedAsync();
        Assert.Equal("这个要管理员来办。", (await bot.Says(Cast.Lu, Lessons.Announced)).Post.Text);
        await bot.Says(Cast.Wen, Lessons.Announced);
        var before = await Nouns.DumpAsync(bot);
        Assert.Equal("这个要管理员来办。", (await bot.Says(Cast.Lu, "@小助手 1号课改到后天晚8点")).Post.Text);
        Assert.Contains("没有您的报名", (await bot.Says(Cast.Lu, "@小助手 取消1号课")).Post.Text, StringComparison.Ordinal);
        Assert.Equal(before, await Nouns.DumpAsync(bot));
    }

    [Fact]
    public async Task A_question_left_alone_changes_nothing_and_can_be_cancelled()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Wen, "/class 《睡个好觉》");
        await bot.Says(Cast.Wen, "取消");
        Assert.True((await bot.Says(Cast.Wen, "明晚8点")).IsSilent);
        Assert.Empty(await bot.Look(db => db.Classes.ToListAsync()));
    }

    [Theory]
    [InlineData("新课《睡个好觉》 明晚8点 主讲 沈安澜", null)]
    [InlineData("报名 1", null)]
    [InlineData("取消报名 1", "报名 1")]
    public async Task Done_and_undone_leaves_the_rows_as_they_were(string act, string? before)
    {
        await using var bot = await TestBot.StartedAsync();
        var who = act.StartsWith("新课", StringComparison.Ordinal) ? Cast.Wen : Cast.Miao;
        if (who == Cast.Miao)
            await bot.Says(Cast.Wen, Lessons.Announced);
        if (before is not null)
            await bot.Says(who, before);
        var rows = await Nouns.DumpAsync(bot);
        await bot.Says(who, act);
        Assert.NotEqual(rows, await Nouns.DumpAsync(bot));
        await bot.Says(who, "/undo");
        Assert.Equal(rows, await Nouns.DumpAsync(bot));
    }

    [Fact]
    public async Task The_timetable_shows_what_comes_and_in_private_where_ones_own_are()
    {
        await using var bot = await TestBot.StartedAsync();
        Assert.Contains("现在没有排好的课", (await bot.Says(Cast.Lu, "课程表")).Post.Text, StringComparison.Ordinal);
        await bot.Says(Cast.Wen, Lessons.Announced);
        await bot.Says(Cast.Miao, "报名 1");
        var listed = (await bot.Says(Cast.Lu, "课程表")).Post.Text;
        Assert.Contains("#1 《睡个好觉》 11月23日 周一 20:00（还有1天）｜沈安澜｜已报1/2", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("123-456-789", listed, StringComparison.Ordinal);
        Assert.Contains("123-456-789", Assert.Single((await bot.Whispers(Cast.Miao, "课程表")).Posts).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("123-456-789", Assert.Single((await bot.Whispers(Cast.Lu, "课程表")).Posts).Text, StringComparison.Ordinal);
    }
}
