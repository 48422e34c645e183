using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Classes;
using MutualAid.Core.Groups;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Classes;

/// <summary>每周三 晚8点 共4讲: one message, a class for each date, a place in one or in all.</summary>
public sealed class SeriesTests
{
    private const string Announced = "新课《睡个好觉》 每周三 晚8点 共3讲 主讲 沈安澜 限2人";

    [Fact]
    public async Task One_message_makes_a_class_for_each_date()
    {
        await using var bot = await TestBot.StartedAsync();
        var card = (await bot.Says(Cast.Wen, Announced)).Post;
        Assert.Equal(
            [
                "《睡个好觉》｜共3讲｜主讲 沈安澜｜限2人",
                "第1讲 #1 11月25日 周三 20:00（还有3天）｜已报0/2",
                "第2讲 #2 12月2日 周三 20:00（还有10天）｜已报0/2",
                "第3讲 #3 12月9日 周三 20:00（还有17天）｜已报0/2",
            ],
            card.Text.Split('\n')
        );
        Assert.Equal("[报名全部][第1讲][第2讲][第3讲]", card.LabelsInOne);
        Assert.Equal([1, 1, 1], await bot.Look(db => db.Classes.OrderBy(it => it.Number).Select(it => it.Series!.Value).ToListAsync()));

        var one = await bot.Presses(Cast.Lu, card, "第2讲");
        Assert.Contains("第2讲 #2 12月2日 周三 20:00（还有10天）｜已报1/2", one.Edits.Single().Text, StringComparison.Ordinal);
        var all = await bot.Presses(Cast.Miao, card, "报名全部");
        Assert.Equal("3讲都报好了", all.Toast);
        var late = await bot.Replies(Cast.Bai, card, "报名");
        Assert.Equal(
            [
                [Cast.Miao, Cast.Bai],
                [Cast.Lu, Cast.Miao],
                [Cast.Miao, Cast.Bai],
            ],
            await GoingAsync(bot)
        );
        Assert.Contains("第2讲 #2 12月2日 周三 20:00（还有10天）｜已报2/2", late.Edits.Single().Text, StringComparison.Ordinal);
        Assert.Equal([Cast.Bai], (await bot.ClassAsync(2)).Waiting().Names());
        Assert.Equal("1号课您已经报过了。", (await bot.Presses(Cast.Miao, card, "报名全部")).Toast);
    }

    [Fact]
    public async Task Each_has_its_own_card_when_it_is_near_and_is_moved_alone()
    {
        await using var bot = await TestBot.StartedAsync();
        var series = (await bot.Says(Cast.Wen, Announced)).Post;
        Assert.Empty((await bot.Until("2026-11-23 19:00")).InGroup);
        var first = Assert.Single((await bot.Until("2026-11-23 20:02")).InGroup);
        Assert.StartsWith("#1 《睡个好觉》｜主讲 沈安澜｜限2人\n11月25日 周三 20:00（还有2天）", first.Text, StringComparison.Ordinal);
        await bot.Says(Cast.Wen, "@小助手 2号课改到12月3日晚8点");
        Assert.Contains(
            "第2讲 #2 12月3日 周四 20:00",
            (await bot.LookAsync()).Single(post => post.Id == series.Id).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(Stage.At("2026-12-09 20:00").UtcDateTime, (await bot.ClassAsync(3)).StartsAt);
        Assert.DoesNotContain((await bot.Until("2026-11-30 23:00")).InGroup, post => post.Text.StartsWith("#2", StringComparison.Ordinal));
        Assert.Contains((await bot.Until("2026-12-01 20:02")).InGroup, post => post.Text.StartsWith("#2 《", StringComparison.Ordinal));
    }

    [Fact]
    public async Task How_many_is_asked_and_too_many_are_refused_with_an_example()
    {
        await using var bot = await TestBot.StartedAsync();
        var asked = await bot.Says(Cast.Wen, "新课《防火》 每周一、四晚7点半");
        Assert.Equal(("一共几讲？", "[共4讲][共8讲][共12讲]"), (asked.Post.Text, asked.Post.LabelsInOne));
        await bot.Presses(Cast.Wen, asked.Post, "共4讲");
        var starts = await bot.Look(db => db.Classes.OrderBy(it => it.Number).Select(it => it.StartsAt).ToListAsync());
        Assert.Equal(
            ["11-23 19:30", "11-26 19:30", "11-30 19:30", "12-03 19:30"],
            starts.Select(at => new Group().Local(at).ToString("MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture))
        );
        var many = await bot.Says(Cast.Wen, "新课《防震》 每周三晚8点 共99讲");
        Assert.Equal("一个系列2到30讲。可以这样发：新课《防震》 每周三 晚8点 共4讲", many.Post.Text);
        var clock = await bot.Says(Cast.Wen, "@小助手 新课《防震》 每周三 共4讲");
        Assert.StartsWith("每次几点？", clock.Post.Text, StringComparison.Ordinal);
        Assert.Equal(4, await bot.Look(db => db.Classes.CountAsync()));
    }

    [Fact]
    public async Task A_series_is_taken_back_as_one()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Wen, Announced);
        await bot.Says(Cast.Wen, "撤销");
        Assert.Equal(0, await bot.Look(db => db.Classes.CountAsync()));
    }

    private static Task<List<List<string>>> GoingAsync(TestBot bot) =>
        bot.Look(async db =>
            (await db.Classes.WithAll().OrderBy(it => it.Number).ToListAsync()).ConvertAll(it => it.Going().Names().ToList())
        );
}
