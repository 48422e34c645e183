using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Volunteers;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Volunteers;

/// <summary>A 接龙 pasted for a shift, and a shift that is moved.</summary>
public sealed class ListsAndMoves
{
    private const string Chain = """
        #接龙
        明早7–9点 南门岗
        1. 段丽华
        2. 巩文斌 能到
        3. 小王
        4. 苗秀莲
        """;

    [Fact]
    public async Task Those_found_are_put_on_it_as_far_as_there_is_place()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Wen, "值班表 后天早7–9点 南门岗 4人");
        await bot.Says(Cast.Wen, "值班表 明早7–9点 南门岗 2人");
        var preview = await bot.Gets(bot.Text(Cast.Wen, Chain) with { ToBot = true });
        Assert.Equal(
            [
                "#2 南门岗｜缺2人 11月23日 周一 07:00–09:00（还有1天）",
                "读到 4 行，排上 2 人：",
                "段丽华、巩文斌",
                "群里没找到或不止一位：小王",
                "还缺2人，排不下：苗秀莲",
            ],
            preview.Post.Text.Split('\n')
        );
        var done = await bot.Presses(Cast.Wen, preview.Post, "确认排班");
        Assert.Contains("已满", done.Card(2).Text, StringComparison.Ordinal);
        Assert.Equal([Cast.Gong, Cast.Duan], done.Posts.Select(post => post.Chat).Order(StringComparer.Ordinal));
        Assert.Equal([Cast.Duan, Cast.Gong], await OnAsync(bot, 2));
        Assert.Empty(await OnAsync(bot, 1));
    }

    [Fact]
    public async Task Answered_to_the_card_it_adds_who_is_new_and_only_for_who_leads()
    {
        await using var bot = await TestBot.StartedAsync();
        var card = (await bot.Says(Cast.Wen, "值班表 明早7–9点 南门岗 4人")).Post;
        await bot.Says(Cast.Miao, "值班 1");
        Assert.Equal("这个要带班的人或管理员来办。", (await bot.Replies(Cast.Lu, card, "1. 段丽华\n2. 白建平")).Post.Text);
        var preview = await bot.Replies(Cast.Wen, card, "1. 苗秀莲\n2. 白建平");
        Assert.Contains("排上 1 人：\n白建平\n已在班上：苗秀莲", preview.Post.Text, StringComparison.Ordinal);
        await bot.Presses(Cast.Wen, preview.Post, "确认排班");
        Assert.Equal("名单上的人都在1号班上了。", (await bot.Replies(Cast.Wen, card, "1. 苗秀莲\n2. 白建平")).Post.Text);
        Assert.Equal([Cast.Miao, Cast.Bai], await OnAsync(bot, 1));
    }

    [Fact]
    public async Task Who_is_elsewhere_at_that_time_is_named_with_the_reason()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Wen, "值班表 明早8–10点 北门岗 2人");
        await bot.Says(Cast.Duan, "值班 1");
        var card = (await bot.Says(Cast.Wen, "值班表 明早7–9点 南门岗 4人")).Post;
        var preview = await bot.Replies(Cast.Wen, card, "1. 段丽华\n2. 白建平");
        var done = await bot.Presses(Cast.Wen, preview.Post, "确认排班");
        Assert.Equal("段丽华：那时在1号班（北门岗），排不了2号班。", Assert.Single(done.InGroup).Text);
        Assert.Equal([Cast.Bai], await OnAsync(bot, 2));
    }

    [Theory]
    [InlineData("8点", "08:00–10:00")]
    [InlineData("9–10点", "09:00–10:00")]
    public async Task A_moved_shift_asks_whether_its_people_are_kept(string hours, string shown)
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Wen, "值班表 明早7–9点 南门岗 2人");
        await bot.Says(Cast.Duan, "值班 1");
        await bot.Says(Cast.Bai, "值班 1");
        var asked = await bot.Says(Cast.Wen, $"@小助手 1号班改到后天早上{hours}");
        Assert.Equal(("已排的2人保留吗？", "[保留][清空]"), (asked.Post.Text, asked.Post.LabelsInOne));
        var moved = await bot.Presses(Cast.Wen, asked.Post, "保留");
        Assert.Contains($"11月24日 周二 {shown}", moved.Card(1).Text, StringComparison.Ordinal);
        Assert.Equal([Cast.Duan, Cast.Bai], moved.Posts.Select(post => post.Chat).Order(StringComparer.Ordinal));
        Assert.StartsWith("1号班（南门岗）改到 11月24日", moved.In(Cast.Bai)[0].Text, StringComparison.Ordinal);
        Assert.Empty((await bot.Until("2026-11-22 21:00")).Posts);
        Assert.Equal(
            [Cast.Duan, Cast.Bai],
            (await bot.Until("2026-11-23 20:01")).Posts.Select(post => post.Chat).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Cleared_it_is_empty_and_who_has_another_shift_then_is_taken_off()
    {
        await using var bot = await TestBot.StartedAsync();
        var card = (await bot.Says(Cast.Wen, "值班表 明早7–9点 南门岗 4人")).Post;
        await bot.Says(Cast.Wen, "值班表 后天早7–9点 北门岗 4人");
        await bot.Says(Cast.Duan, "值班 1");
        await bot.Says(Cast.Duan, "值班 2");
        await bot.Says(Cast.Bai, "值班 1");
        var asked = await bot.Replies(Cast.Wen, card, "改到后天早上8点");
        var kept = await bot.Presses(Cast.Wen, asked.Post, "保留");
        Assert.Equal("段丽华那时有别的班，已退出。", Assert.Single(kept.InGroup).Text);
        Assert.Equal([Cast.Bai], await OnAsync(bot, 1));
        var again = await bot.Says(Cast.Wen, "@小助手 1号班改到后天下午3点");
        await bot.Presses(Cast.Wen, again.Post, "清空");
        Assert.Empty(await OnAsync(bot, 1));
        Assert.Equal("这个要带班的人或管理员来办。", (await bot.Says(Cast.Lu, "@小助手 1号班改到后天下午4点")).Post.Text);
    }

    private static async Task<List<string>> OnAsync(TestBot bot, int number) =>
        [.. (await bot.Look(db => db.Shifts.WithAll().SingleAsync(it => it.Number == number))).On().Select(place => place.Person.Name)];
}
