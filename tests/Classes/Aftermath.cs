using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Classes;
using MutualAid.Core.Groups;
using MutualAid.Core.Reports;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Classes;

/// <summary>What is asked and said of a class, and how it was found.</summary>
public sealed class Aftermath
{
    [Fact]
    public async Task Questions_answered_to_the_card_are_kept_for_the_organiser()
    {
        await using var bot = await TestBot.StartedAsync();
        var card = (await bot.Says(Cast.Wen, "新课《睡个好觉》 明晚8点 免收")).Post;
        await bot.Replies(Cast.Miao, card, "睡前能喝茶吗？");
        var second = await bot.Replies(Cast.Lu, card, "提问：打呼噜怎么办");
        Assert.Contains("\n提问2", second.Card(1).Text, StringComparison.Ordinal);
        Assert.Empty(second.Posts);
        Assert.Equal("[报名][提问2]", second.Card(1).LabelsInOne);
        Assert.Equal("收到提问2条，交给管理员和主讲了", (await bot.Presses(Cast.Lu, second.Card(1), "提问2")).Toast);
        var told = await bot.Presses(Cast.Wen, second.Card(1), "提问2");
        Assert.Equal(
            "#1 《睡个好觉》收到提问 2 条：\n1. 苗秀莲：睡前能喝茶吗？\n2. 卢国庆：提问：打呼噜怎么办",
            Assert.Single(told.In(Cast.Wen)).Text
        );
        Assert.Empty(told.InGroup);
        await bot.Replies(Cast.Miao, card, "辛苦了老师");
        Assert.Equal(2, await bot.Look(db => db.ClassQuestions.CountAsync()));
        var after = await bot.Until("2026-11-23 21:01");
        Assert.Contains(after.In(Cast.Wen), post => post.Text.StartsWith("#1 《睡个好觉》收到提问 2 条", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Recap_and_replay_stand_on_the_card_and_said_in_private_are_told_in_the_group()
    {
        await using var bot = await TestBot.StartedAsync();
        var made = await bot.Says(Cast.Wen, "新课《睡个好觉》 明晚8点 免收");
        await bot.Replies(Cast.Miao, made.Post, "+1");
        await bot.Until("2026-11-23 21:02");
        var recap = await bot.Replies(Cast.Wen, made.Post, "提纲 3个要点：早起、少茶、关灯");
        Assert.Contains("\n提纲：3个要点：早起、少茶、关灯", recap.Card(1).Text, StringComparison.Ordinal);
        Assert.Empty(recap.InGroup);
        Assert.StartsWith("这不是网址。", (await bot.Replies(Cast.Wen, made.Post, "回放 群文件里")).Post.Text, StringComparison.Ordinal);
        Assert.Equal("这个要管理员来办。", (await bot.Replies(Cast.Lu, made.Post, "回放 https://video.example/1")).Post.Text);
        var replay = await bot.Whispers(Cast.Wen, "回放 1 https://video.example/1");
        Assert.Equal("#1 《睡个好觉》回放：https://video.example/1", replay.Post.Text);
        Assert.Equal(made.Said, replay.Post.ReplyTo);
        Assert.Contains("\n回放：https://video.example/1", replay.Card(1).Text, StringComparison.Ordinal);
        Assert.True((await bot.Says(Cast.Lu, "回放")).IsSilent);
        var feed = CalendarText.Write("群", [await bot.ClassAsync(1)], bot.Clock.GetUtcNow().UtcDateTime, withVenue: false);
        Assert.Contains("URL:https://video.example/1\r\n", feed, StringComparison.Ordinal);
        Assert.Contains("DESCRIPTION:3个要点：早起、少茶、关灯", feed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_there_rates_once_and_the_average_says_by_how_many()
    {
        await using var bot = await TestBot.StartedAsync();
        var card = (await bot.Says(Cast.Wen, "新课《睡个好觉》 明晚8点 免收")).Post;
        foreach (var who in new[] { Cast.Miao, Cast.Bai, Cast.Duan })
            await bot.Replies(who, card, "+1");
        bot.Clock.MoveTo(Stage.At("2026-11-23 20:05").UtcDateTime);
        await bot.Says(Cast.Miao, "签到");
        var running = await bot.Says(Cast.Duan, "签到");
        Assert.DoesNotContain("分]", running.Card(1).LabelsInOne, StringComparison.Ordinal);
        var over = (await bot.Until("2026-11-23 21:02")).Card(1);
        Assert.Equal("[1分][2分][3分][4分][5分]", over.LabelsInOne);
        Assert.DoesNotContain("评分", over.Text, StringComparison.Ordinal);
        Assert.Null(await RatingAsync(bot));

        Assert.Equal("到课的人才能给1号课评分。", (await bot.Presses(Cast.Bai, over, "5分")).Toast);
        var first = await bot.Presses(Cast.Miao, over, "5分");
        Assert.Equal("谢谢，5分记下了", first.Toast);
        Assert.Contains("\n评分 5.0（1人）", first.Card(1).Text, StringComparison.Ordinal);
        await bot.Presses(Cast.Duan, first.Card(1), "2分");
        var changed = await bot.Presses(Cast.Duan, first.Card(1), "4分");
        Assert.Contains("\n评分 4.5（2人）", changed.Card(1).Text, StringComparison.Ordinal);
        Assert.Empty(changed.Posts);
        Assert.Equal(new RatingFigure(4.5m, 2), await RatingAsync(bot));
    }

    private static async Task<RatingFigure?> RatingAsync(TestBot bot)
    {
        var day = new DateOnly(2026, 11, 23);
        var report = await bot.Look(db => ClosingReportQuery.ClosingReportAsync(db, day, day, new Group().Zone()));
        Assert.Equal(report.Classes[0].Rating is not null, ReportJson.Write(report).Contains("\"rating\"", StringComparison.Ordinal));
        return Assert.Single(report.Classes).Rating;
    }
}
