using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Classes;
using MutualAid.Core.Schedule;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Classes;

/// <summary>S3, a class from its announcement to the speaker's fee, word for word, through every door there is.</summary>
public sealed class ClassScenarioTests
{
    [Theory]
    [MemberData(nameof(ScenarioTests.Doors), MemberType = typeof(ScenarioTests))]
    public async Task S3_a_class(string door)
    {
        await using var bot = await ScenarioTests.OpenAsync(door);
        await Lessons.EarlierAsync(bot, 8);

        var made = await bot.Says(Cast.Wen, Lessons.Announced);
        var card = made.Post;
        Assert.StartsWith("#9 《睡个好觉》｜主讲 沈安澜｜限2人", card.Text, StringComparison.Ordinal);
        Assert.Contains("11月23日 周一 20:00（还有1天）", card.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("123-456-789", card.Text, StringComparison.Ordinal);
        Assert.Equal("[报名]", card.LabelsInOne);

        var first = await bot.Replies(Cast.Miao, card, "+1");
        Assert.Contains("\n1 苗秀莲", first.Card(9).Text, StringComparison.Ordinal);
        Assert.Empty(first.Posts);

        var guest = await bot.Replies(Cast.Duan, card, "+1 王阿姨");
        Assert.Contains("\n2 王阿姨（段丽华代），已满", guest.Card(9).Text, StringComparison.Ordinal);
        Assert.Empty(guest.Posts);

        var late = await bot.Says(Cast.Bai, "报名 9");
        Assert.Contains("\n候补1 白建平", late.Card(9).Text, StringComparison.Ordinal);
        Assert.Contains("候补第1位", Assert.Single(late.Posts).Text, StringComparison.Ordinal);
        Assert.Equal(Cast.Bai, late.Posts[0].Chat);

        var left = await bot.Replies(Cast.Duan, card, "王阿姨来不了了");
        Assert.DoesNotContain("王阿姨", left.Card(9).Text, StringComparison.Ordinal);
        Assert.Empty(left.Posts);
        var offer = Assert.Single((await bot.Until("2026-11-22 10:02")).Posts);
        Assert.Equal(Cast.Bai, offer.Chat);
        Assert.StartsWith("有空位，10分钟内点[要]", offer.Text, StringComparison.Ordinal);
        Assert.Equal("[要]", offer.LabelsInOne);

        var taken = await bot.Presses(Cast.Bai, offer, "要");
        Assert.Contains("\n2 白建平", taken.Card(9).Text, StringComparison.Ordinal);
        Assert.Empty(taken.InGroup);

        var uid = await CalendarAsync(bot);
        var asked = await bot.Says(Cast.Wen, "@小助手 9号课改到后天晚8点");
        Assert.Equal("已报的2人保留吗？", asked.Post.Text);
        Assert.Equal("[保留][清空]", asked.Post.LabelsInOne);
        var moved = await bot.Presses(Cast.Wen, asked.Post, "保留");
        Assert.Contains("11月24日 周二 20:00", moved.Card(9).Text, StringComparison.Ordinal);
        Assert.Contains("\n2 白建平", moved.Card(9).Text, StringComparison.Ordinal);
        Assert.Empty(moved.InGroup);
        Assert.Equal((uid.Uid, uid.Sequence + 1), await CalendarAsync(bot));

        Assert.Empty((await bot.Until("2026-11-23 21:00")).InGroup);
        var soon = await bot.Until("2026-11-24 19:55");
        var reminder = Assert.Single(soon.InGroup);
        Assert.Equal("《睡个好觉》还有10分钟开始（20:00）\n腾讯会议 123-456-789\n苗秀莲、白建平", reminder.Text);
        Assert.Equal(made.Said, reminder.ReplyTo);

        bot.Clock.MoveTo(Stage.At("2026-11-24 20:05").UtcDateTime);
        Assert.True((await bot.Says(Cast.Lu, "开课了，大家快进")).IsSilent);
        Assert.Empty((await bot.Until("2026-11-24 20:06")).Posts);

        var there = await bot.Says(Cast.Miao, "签到");
        Assert.Contains("到课1", there.Card(9).Text, StringComparison.Ordinal);
        Assert.Empty(there.Posts);

        var after = await bot.Until("2026-11-25 12:00");
        var fee = Assert.Single(after.Posts);
        Assert.Equal(Cast.Wen, fee.Chat);
        Assert.StartsWith("讲课费：200／免收？", fee.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            after.Posts.Concat(after.Edits),
            post => post.Chat == Stage.Group && post.Text.Contains("未到", StringComparison.Ordinal)
        );
        await bot.Presses(Cast.Wen, fee, "200");
        Assert.Equal(20_000, (await bot.ClassAsync(9)).FeeCents);
    }

    private static async Task<(string Uid, int Sequence)> CalendarAsync(Stage bot)
    {
        var it = await bot.ClassAsync(9);
        var lines = CalendarText.Write("", [it], it.MadeAt, withVenue: true).Split("\r\n");
        return (lines.Single(line => line.StartsWith("UID:", StringComparison.Ordinal)), it.Sequence);
    }

    [Fact]
    public async Task All_reminders_move_with_the_class_and_go_with_it()
    {
        await using var bot = await TestBot.StartedAsync();
        var card = (await bot.Says(Cast.Wen, "新课《睡个好觉》 11月26日20:00 主讲 沈安澜 腾讯会议 123-456-789")).Post;
        await bot.Replies(Cast.Miao, card, "报名");
        Assert.Equal(["25T20:00", "26T19:00", "26T19:50"], await RemindersAsync(bot));
        await bot.Presses(Cast.Wen, (await bot.Says(Cast.Wen, "@小助手 1号课改到11月25日19:30")).Post, "保留");
        Assert.Equal(["24T19:30", "25T18:30", "25T19:20"], await RemindersAsync(bot));
        var day = (await bot.Until("2026-11-24 20:00")).Posts;
        // Who signed up, and, as the speaker is from elsewhere, who can remind them.
        Assert.Equal([Cast.Wen, Cast.Miao], day.Select(post => post.Chat).Order(StringComparer.Ordinal));
        Assert.All(day, post => Assert.Contains("腾讯会议 123-456-789", post.Text, StringComparison.Ordinal));
        var called = await bot.Says(Cast.Wen, "@小助手 取消1号课");
        Assert.Equal("取消《睡个好觉》？已报的1人会收到通知。", called.Post.Text);
        var gone = await bot.Presses(Cast.Wen, called.Post, "取消这堂课");
        Assert.Contains("已取消", gone.Card(1).Text, StringComparison.Ordinal);
        Assert.Contains("取消了", Assert.Single(gone.In(Cast.Miao)).Text, StringComparison.Ordinal);
        Assert.Empty((await bot.Until("2026-11-27 20:00")).Posts);
    }

    private static Task<List<string>> RemindersAsync(Stage bot) =>
        bot.Look(async db =>
            (await db.Due.Waiting().Where(row => row.Kind == ClassDue.Reminder).OrderBy(row => row.At).ToListAsync()).ConvertAll(row =>
                row.At.AddHours(8).ToString("dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture)
            )
        );
}
