using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Content;
using MutualAid.Core.Messaging;
using MutualAid.Core.Schedule;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Content;

public sealed class MorningTests
{
    [Theory]
    [MemberData(nameof(ScenarioTests.Doors), MemberType = typeof(ScenarioTests))]
    public async Task S4_one_message_in_the_morning(string door)
    {
        await using var bot = await ScenarioTests.OpenAsync(door);
        await NightAsync(bot);
        await bot.PublishAsync(ColumnKind.Tip, "洗手七步", "回家先洗手。");
        var policy = await bot.PublishAsync(ColumnKind.Policy, "核酸检测", "进楼凭48小时内核酸。", from: new DateOnly(2026, 11, 20));

        var morning = await bot.Until("2026-11-25 08:01");
        var digest = Assert.Single(morning.InGroup);
        Assert.Equal(
            [
                "早上好，11月25日 周三",
                "还差 3 条，急的在前：",
                "#32【急】 手套 10双｜未登记社区｜待核实",
                "#30 血压计 1个｜未登记社区｜待核实",
                "#31 手套 10双｜未登记社区｜待核实",
                "【小贴士】洗手七步",
                "回家先洗手。",
                "【政策法规】核酸检测",
                "进楼凭48小时内核酸。",
                "2026年11月20日起有效",
            ],
            digest.Text.Split('\n')
        );

        await RestartAsync(bot);
        Assert.Empty((await bot.Until("2026-11-25 09:00")).InGroup);

        await bot.Until("2026-11-25 11:19");
        bot.Clock.MoveTo(Stage.At("2026-11-25 11:20").UtcDateTime);
        await CorrectAsync(bot, policy, "进楼凭24小时内核酸。");
        var corrected = await bot.Until("2026-11-25 11:22");
        Assert.Empty(corrected.InGroup);
        var edit = Assert.Single(corrected.Edits);
        Assert.Equal(digest.Id, edit.Id);
        Assert.Contains("进楼凭24小时内核酸。\n2026年11月20日起有效\n已更正 11:20", edit.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("48小时", edit.Text, StringComparison.Ordinal);

        bot.Clock.MoveTo(Stage.At("2026-11-25 11:25").UtcDateTime);
        var asked = (await bot.Says(Cast.Qin, "/policy 核酸")).Post.Text;
        Assert.Equal("【政策法规】核酸检测\n进楼凭24小时内核酸。\n2026年11月20日起有效\n已更正 11:20", asked);

        Assert.Empty((await bot.Until("2026-11-26 09:00")).InGroup);
    }

    [Fact]
    public async Task Each_group_hears_once_a_date_whatever_the_clock_does()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.RunJobsAsync();
        for (var tip = 0; tip < 40; tip++)
            await bot.PublishAsync(ColumnKind.Tip, $"贴士{tip}", "一句话。");
        var dice = new Random(11);
        for (var step = 0; step < 150; step++)
        {
            bot.Clock.Move(TimeSpan.FromMinutes(dice.Next(-300, 700)));
            if (dice.Next(3) == 0)
                await RestartAsync(bot);
            var ringing = Enumerable.Range(0, 2).Select(_ => ActivatorUtilities.CreateInstance<DueJob>(bot.Services).RunAsync(default));
            await Task.WhenAll(ringing);
        }

        var dates = await bot.Look(db => db.Digests.Select(digest => digest.Date).ToListAsync());
        Assert.True(dates.Count > 5, $"{dates.Count}");
        Assert.Equal(dates.Distinct(), dates);
        Assert.Equal(dates.Count, await bot.Look(db => db.Cards.CountAsync(card => card.Key.StartsWith("digest:"))));
    }

    [Fact]
    public async Task While_muted_it_waits_and_then_says_what_is_true_by_then()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.RunJobsAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        await bot.Says(Cast.Shao, "需求 手套 10双");
        await bot.Until("2026-11-23 07:45");
        await bot.Says(Cast.Wen, "/mute 2h");
        Assert.Empty((await bot.Until("2026-11-23 08:30")).InGroup);
        await bot.Says(Cast.Duan, "认领 1");
        var digest = Assert.Single((await bot.Until("2026-11-23 10:00")).InGroup);
        Assert.Equal(["早上好，11月23日 周一", "还差 1 条，急的在前：", "#2 手套 10双｜未登记社区｜待核实"], digest.Text.Split('\n'));

        await bot.Until("2026-11-24 07:50");
        await bot.Says(Cast.Wen, "/mute 24h");
        Assert.Empty((await bot.Until("2026-11-25 07:49")).InGroup);
        var next = (await bot.Until("2026-11-25 08:01")).InGroup.Where(post => post.Text.StartsWith("早上好", StringComparison.Ordinal));
        Assert.StartsWith("早上好，11月25日 周三", Assert.Single(next).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-23 08:01", "早上好，11月23日 周一")]
    [InlineData("2026-11-23 10:30", "（补发）早上好，11月23日 周一")]
    [InlineData("2026-11-23 12:30", null)]
    public async Task After_a_stop_it_is_marked_and_after_noon_left_out(string back, string? head)
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.RunJobsAsync();
        await bot.PublishAsync(ColumnKind.Tip, "洗手七步", "回家先洗手。");
        bot.Clock.MoveTo(Stage.At(back).UtcDateTime);
        Assert.Equal(head, (await bot.Until(back)).InGroup.SingleOrDefault()?.Text.Split('\n')[0]);
    }

    [Fact]
    public async Task What_came_up_in_the_night_stands_in_it_and_nowhere_else()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.RunJobsAsync();
        bot.Clock.MoveTo(Stage.At("2026-11-22 23:00").UtcDateTime);
        await SayAwakeAsync(bot, "活动室的钥匙在门岗。");
        Assert.Empty((await bot.Until("2026-11-23 07:59")).InGroup);
        var digest = Assert.Single((await bot.Until("2026-11-23 09:00")).InGroup);
        Assert.Equal("早上好，11月23日 周一\n活动室的钥匙在门岗。", digest.Text);
        Assert.Equal(["活动室的钥匙在门岗。"], (await SayAwakeAsync(bot, "活动室的钥匙在门岗。")).Select(post => post.Text));

        await bot.Says(Cast.Wen, "/settings 早报 关");
        bot.Clock.MoveTo(Stage.At("2026-11-23 23:00").UtcDateTime);
        await SayAwakeAsync(bot, "水停到明早。");
        Assert.Equal("水停到明早。", Assert.Single((await bot.Until("2026-11-24 09:00")).InGroup).Text);
    }

    [Fact]
    public async Task Who_switches_it_off_keeps_it_off()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.PublishAsync(ColumnKind.Tip, "洗手七步", "回家先洗手。");
        Assert.Contains("早报：8点｜每日小贴士：关", (await bot.Says(Cast.Wen, "/settings")).Post.Text, StringComparison.Ordinal);
        var settings = (await bot.LookAsync())[^1];
        Assert.Equal("好的，早报关了。", (await bot.Presses(Cast.Wen, settings, "关早报")).Toast);
        await bot.RunJobsAsync();
        Assert.Empty((await bot.Until("2026-11-24 09:00")).InGroup);
        Assert.Contains("好的，早报每天9点发。", (await bot.Says(Cast.Wen, "/settings 早报 九点")).Post.Text, StringComparison.Ordinal);
        Assert.Empty((await bot.Until("2026-11-25 08:59")).InGroup);
        Assert.Contains("洗手七步", (await bot.Until("2026-11-25 09:01")).Post.Text, StringComparison.Ordinal);
    }

    private static async Task NightAsync(Stage bot)
    {
        await Setup.NeedsAsync(bot, 29);
        await bot.Writer.DoAsync("test", async db => (await db.Groups.SingleAsync()).ConfirmedAt ??= bot.Clock.GetUtcNow().UtcDateTime);
        await bot.RunJobsAsync();
        bot.Clock.MoveTo(Stage.At("2026-11-22 10:45").UtcDateTime);
        await Setup.NeedAsync(bot, "血压计", 1, "个");
        await Setup.NeedAsync(bot, "手套", 10, "双");
        await Setup.NeedAsync(bot, "手套", 10, "双");
        await bot.Writer.DoAsync("test", async db => (await db.Needs.SingleAsync(need => need.Number == 32)).Urgent = true);
        await bot.Until("2026-11-24 22:35");
        bot.Clock.MoveTo(Stage.At("2026-11-24 22:40").UtcDateTime);
        await bot.Says(Cast.Lu, "@小助手 急需退烧药20盒 梧桐口小区");
        await bot.Says(Cast.Jiang, "认领 33");
    }

    // As after a kill: the rules are read anew, and a clock that runs behind sees eight o'clock once more.
    private static async Task RestartAsync(Stage bot)
    {
        bot.Clock.Move(-TimeSpan.FromMinutes(3));
        await bot.Writer.DoAsync(
            "test",
            async db =>
            {
                foreach (var rule in await db.Rules.Include(rule => rule.Group).ToListAsync())
                    await new ScheduleDesk(db, bot.Clock).ReplanAsync(rule);
            }
        );
    }

    private static Task<bool> CorrectAsync(Stage bot, int number, string text) =>
        bot.EditAsync(
            async (_, desk, editor) =>
            {
                var post = (await desk.FindAsync(number))!;
                Assert.True((await desk.CorrectAsync(number, editor, new PostWords(post.Title, text))).Done);
                return true;
            }
        );

    private static async Task<IReadOnlyList<Shown>> SayAwakeAsync(TestBot bot, string text)
    {
        var parts = bot.Services.GetRequiredService<EngineParts>();
        bot.Courier.Carry(
            await bot.Writer.DoAsync(
                "test",
                async db =>
                {
                    var group = await db.Groups.SingleAsync();
                    var notices = new Notices(db, parts);
                    await notices.PostAwakeAsync(group, text, Why.Notice);
                    return await notices.SaveAsync();
                }
            )
        );
        return (
            await bot.Until(
                bot.Clock.GetUtcNow()
                    .ToOffset(TimeSpan.FromHours(8))
                    .AddSeconds(5)
                    .ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)
            )
        ).InGroup;
    }

    [Fact]
    public async Task Todays_class_stands_in_the_morning_message_which_never_speaks_into_a_class()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.RunJobsAsync();
        await bot.Says(Cast.Wen, "新课《睡个好觉》 明晚8点 主讲 沈安澜");
        var digest = Assert.Single((await bot.Until("2026-11-23 08:01")).InGroup);
        Assert.Contains("今天有课 1 堂：\n#1 《睡个好觉》 11月23日 周一 20:00", digest.Text, StringComparison.Ordinal);
        await bot.Says(Cast.Wen, "新课《早操》 明天早上7:30 主讲 沈安澜");
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        Assert.DoesNotContain(
            (await bot.Until("2026-11-24 08:10")).InGroup,
            post => post.Text.StartsWith("早上好", StringComparison.Ordinal)
        );
        Assert.Contains((await bot.Until("2026-11-24 12:00")).InGroup, post => post.Text.StartsWith("早上好", StringComparison.Ordinal));
    }
}
