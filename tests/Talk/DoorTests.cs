using Microsoft.EntityFrameworkCore;

namespace MutualAid.Tests.Talk;

/// <summary>Each act through its doors gives the same rows, and what was done can be undone.</summary>
public sealed class DoorTests
{
    // Where it came from differs, what it says does not; the clock goes on between the acts.
    private static readonly string[] Source = ["Need.SourceMessage", "Offer.SourceMessage"];

    public static TheoryData<string, string, string[]> Acts =>
        new()
        {
            {
                "邵卫东",
                "",
                [
                    "/need 口罩 100个 杏花台社区",
                    "需求 口罩 100个 杏花台社区",
                    "@小助手 我们杏花台社区需要口罩100个",
                    "/需求 口罩 100个 杏花台社区",
                ]
            },
            { "段丽华", "", ["/claim 1 60", "认领 1 60", "@小助手 1号我出60个"] },
            { "段丽华", "", ["/claim 1", "认领 1", "[认领]"] },
            { "段丽华", "段丽华:认领 1 60", ["/release 1", "退回认领 1", "撤销认领 1", "放弃 1"] },
            { "段丽华", "段丽华:认领 1 60", ["/delivered 1", "送达 1", "[送到了]", "@小助手 1号送到了"] },
            { "邵卫东", "段丽华:认领 1 60|段丽华:送达 1", ["/received 1", "签收 1", "[签收]", "@小助手 1号签收了"] },
            { "温静宜", "", ["/verify 1", "核实 1", "[核实]"] },
            { "邵卫东", "", ["/renew 1", "还需要 1", "仍需要 1"] },
            { "邵卫东", "", ["/cancel 1", "取消 1"] },
            { "段丽华", "", ["/offer 手套 50双", "提供 手套 50双", "可支援 手套 50双", "@小助手 我这有手套50双可以支援"] },
            {
                "温静宜",
                "",
                ["/donation 牛奶 10箱，来自 晨露超市", "捐赠登记 牛奶 10箱，来自 晨露超市", "收到捐赠 牛奶 10箱，来自 晨露超市"]
            },
            { "段丽华", "", ["/join 柳湾社区", "登记社区 柳湾社区", "加入 柳湾社区", "@小助手 我是柳湾社区的"] },
        };

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Every_door_leads_to_the_same_row_and_back(string who, string before, string[] doors)
    {
        string? expected = null;
        foreach (var door in doors)
        {
            await using var bot = await TestBot.StartedAsync();
            await bot.Says(Cast.Shao, "需求 口罩 100个 杏花台社区");
            foreach (var step in before.Split('|', StringSplitOptions.RemoveEmptyEntries))
                await bot.Says(step.Split(':')[0], step.Split(':')[1]);
            bot.Clock.MoveTo(Stage.At("2026-11-22 11:00").UtcDateTime);
            var untouched = await Nouns.DumpAsync(bot);
            var unsourced = await Nouns.DumpAsync(bot, Source);

            var heard = door[0] == '[' ? await bot.Presses(who, await bot.CardAsync(1), door.Trim('[', ']')) : await bot.Says(who, door);
            var rows = await Nouns.DumpAsync(bot, Source);
            Assert.True(rows != unsourced, $"{door} did nothing: {heard}");
            expected ??= rows;
            Assert.True(
                expected == rows,
                $"{door} differs\n{string.Join('\n', rows.Split('\n').Except(expected.Split('\n')))}\nfrom\n{string.Join('\n', expected.Split('\n').Except(rows.Split('\n')))}"
            );

            await bot.Says(who, "撤销");
            var after = await Nouns.DumpAsync(bot);
            Assert.True(
                untouched == after,
                $"{door} undone leaves\n{string.Join('\n', after.Split('\n').Except(untouched.Split('\n')))}\nfor\n{string.Join('\n', untouched.Split('\n').Except(after.Split('\n')))}"
            );
            Assert.Empty(await bot.Look(db => db.Incidents.ToListAsync()));
        }
    }

    [Fact]
    public async Task A_newcomers_first_act_is_undone_and_they_stay()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个 杏花台社区");
        await bot.Says(Cast.Duan, "认领 1 60");
        await bot.Says(Cast.Duan, "需求 手套 5双");
        await bot.Says(Cast.Duan, "撤销");
        await bot.Says(Cast.Duan, "撤销");
        Assert.Equal(0, await bot.Look(db => db.Claims.CountAsync()));
        Assert.Equal([1], await bot.Look(db => db.Needs.Select(need => need.Number).ToListAsync()));
        Assert.Equal(2, await bot.Look(db => db.People.CountAsync()));
        await bot.Says(Cast.Gong, "加入 柳湾社区");
        await bot.Says(Cast.Gong, "撤销");
        Assert.Null((await bot.Look(db => db.People.FirstAsync(person => person.Name == Cast.Gong))).CommunityId);
        Assert.Empty(await bot.Look(db => db.Incidents.ToListAsync()));
    }

    [Fact]
    public async Task A_slash_command_is_never_the_answer_to_a_question()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "/need");
        await bot.Says(Cast.Shao, "/claim 99");
        Assert.Empty(await bot.Look(db => db.Needs.ToListAsync()));
    }

    [Fact]
    public async Task A_clock_finer_than_the_database_does_not_hinder_undo()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个 杏花台社区");
        bot.Clock.Move(TimeSpan.FromTicks(7));
        await bot.Says(Cast.Duan, "认领 1 60");
        await bot.Says(Cast.Duan, "撤销");
        Assert.Empty(await bot.Look(db => db.Claims.ToListAsync()));
    }

    [Fact]
    public async Task An_act_that_others_went_on_from_is_not_undone()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个 杏花台社区");
        await bot.Says(Cast.Duan, "认领 1 60");
        Assert.Equal("已经有人接着办了，撤不了。", (await bot.Says(Cast.Shao, "撤销")).Post.Text);
        await bot.Says(Cast.Gong, "加入 新柳社区");
        await bot.Says(Cast.Miao, "加入 新柳社区");
        await bot.Says(Cast.Gong, "撤销");
        Assert.Empty(await bot.Look(db => db.Incidents.ToListAsync()));
        Assert.NotNull((await bot.Look(db => db.People.FirstAsync(person => person.Name == Cast.Miao))).CommunityId);
    }
}
