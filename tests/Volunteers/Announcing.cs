using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Schedule;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Volunteers;

/// <summary>值班表 with hours: what one message says, what is asked, what is refused with a line that works.</summary>
public sealed class Announcing
{
    [Fact]
    public async Task Every_door_makes_the_same_row()
    {
        await using var bot = await TestBot.StartedAsync();
        foreach (var door in new[] { "/shift_new", "/shifts", "/shift", "值班表", "新班", "值班", "@小助手 值班表" })
            await bot.Says(Cast.Wen, $"{door} 明早7–9点 南门岗 12人 会测温");
        var made = await bot.Look(db => db.Shifts.ToListAsync());
        Assert.Equal([1, 2, 3, 4, 5, 6, 7], made.Select(it => it.Number).Order());
        var row = Assert.Single(made.Select(it => (it.Place, it.Skill, it.People, it.StartsAt, it.EndsAt)).Distinct());
        Assert.Equal(("南门岗", "测温", 12, Stage.At("2026-11-23 07:00").UtcDateTime, Stage.At("2026-11-23 09:00").UtcDateTime), row);
    }

    [Theory]
    [InlineData("值班表 昨天7–9点 南门岗 12人 会测温", "没有\"昨天7–9点\"这个时间。")]
    [InlineData("值班表 2月30日7–9点 南门岗 12人 会测温", "没有\"2月30日7–9点\"这个时间。")]
    [InlineData("值班表 明早9–7点 南门岗 12人 会测温", "\"明早9–7点\"结束早于开始。")]
    [InlineData("值班表 今早7–9点 南门岗 12人 会测温", "值班要排在以后一年内。")]
    [InlineData("值班表 2026年11月20日7–9点 南门岗 12人 会测温", "值班要排在以后一年内。")]
    [InlineData("值班表 明早7–9点 南门岗 0人 会测温", "人数要在1到500之间。")]
    public async Task What_cannot_be_is_refused_with_a_line_that_works(string said, string why)
    {
        await using var bot = await TestBot.StartedAsync();
        var refused = (await bot.Says(Cast.Wen, said)).Post.Text;
        Assert.StartsWith(why, refused, StringComparison.Ordinal);
        Assert.Empty(await bot.Look(db => db.Shifts.ToListAsync()));
        var line = refused[refused.IndexOf("值班表", StringComparison.Ordinal)..];
        Assert.Equal("值班表 明早7–9点 南门岗 12人 会测温", line);
        Assert.StartsWith("#1 南门岗｜会测温｜缺12人", (await bot.Says(Cast.Wen, line)).Post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_asked_one_thing_at_a_time()
    {
        await using var bot = await TestBot.StartedAsync();
        var what = await bot.Says(Cast.Wen, "/shift_new");
        Assert.StartsWith("什么时候、在哪、几个人、要会什么？", what.Post.Text, StringComparison.Ordinal);
        var where = await bot.Replies(Cast.Wen, what.Post, "明早7–9点");
        Assert.StartsWith("在哪里？", where.Post.Text, StringComparison.Ordinal);
        var people = await bot.Replies(Cast.Wen, where.Post, "南门岗");
        Assert.Equal("要几个人？", people.Post.Text);
        Assert.True((await bot.Says(Cast.Lu, "12个")).IsSilent);
        var made = await bot.Says(Cast.Wen, "十二个");
        Assert.StartsWith("#1 南门岗｜缺12人\n11月23日 周一 07:00–09:00（还有1天）｜带班 温静宜", made.Post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_leads_makes_shifts_and_calls_them_off()
    {
        await using var bot = await TestBot.StartedAsync();
        Assert.True((await bot.Says(Cast.Lu, Rota.Announced)).IsSilent);
        Assert.Contains("温静宜", (await bot.Says(Cast.Lu, "/shift_new 明早7–9点 南门岗 12人")).Post.Text, StringComparison.Ordinal);
        await bot.Says(Cast.Wen, "/team 测温队 队长 段丽华 巩文斌");
        Assert.StartsWith(
            "#1 南门岗｜测温队｜缺1人",
            (await bot.Says(Cast.Duan, "值班表 明早7–9点 南门岗 测温队 2人")).Post.Text,
            StringComparison.Ordinal
        );
        Assert.Equal([Cast.Gong], (await bot.ShiftAsync(1)).Names());
        Assert.NotEmpty((await bot.Says(Cast.Lu, "@小助手 取消1号班")).InGroup);
        var ask = await bot.Says(Cast.Duan, "@小助手 取消1号班");
        Assert.Equal("取消1号班（南门岗）？已排的1人会收到通知。", ask.Post.Text);
        var off = await bot.Presses(Cast.Duan, ask.Post, "取消这一班");
        Assert.Contains("已取消", off.Card(1).Text, StringComparison.Ordinal);
        Assert.Equal(Cast.Gong, Assert.Single(off.Private()).Chat);
        Assert.Empty((await bot.Until("2026-11-23 10:00")).Posts);
    }

    [Fact]
    public async Task What_repeats_is_made_again_when_it_begins()
    {
        await using var bot = await TestBot.StartedAsync();
        var card = await bot.Says(Cast.Wen, "值班表 每天早上7–9点 南门岗 2人");
        Assert.Contains("11月23日 周一 07:00–09:00（还有1天）｜按期重复", card.Post.Text, StringComparison.Ordinal);
        Assert.Empty((await bot.Until("2026-11-23 07:29")).InGroup);
        var next = Assert.Single((await bot.Until("2026-11-23 07:31")).InGroup);
        Assert.StartsWith("#2 南门岗｜缺2人\n11月24日 周二 07:00–09:00", next.Text, StringComparison.Ordinal);
        var ask = await bot.Says(Cast.Wen, "@小助手 取消2号班");
        await bot.Presses(Cast.Wen, ask.Post, "以后都不排");
        Assert.Empty((await bot.Until("2026-11-26 07:31")).InGroup);
        Assert.Empty(await bot.Look(db => db.Due.Waiting().Where(row => row.Kind.StartsWith("shift.")).ToListAsync()));
    }

    [Theory]
    [InlineData(Cast.Wen, "值班表 明早7–9点 南门岗 12人 会测温", "")]
    [InlineData(Cast.Miao, "值班 1", "温静宜:值班表 明早7–9点 南门岗 12人")]
    [InlineData(Cast.Miao, "@小助手 1号班来不了", "温静宜:值班表 明早7–9点 南门岗 12人|苗秀莲:值班 1")]
    [InlineData(Cast.Miao, "/volunteer 会测温 周末有空", "")]
    [InlineData(Cast.Miao, "/volunteer 会开车", "苗秀莲:/volunteer 会测温、缝纫")]
    [InlineData(Cast.Miao, "/volunteer off", "苗秀莲:/volunteer 会测温")]
    [InlineData(Cast.Wen, "/team 测温队 段丽华、巩文斌", "")]
    [InlineData(Cast.Wen, "/志愿队 测温队 段丽华、巩文斌", "")]
    [InlineData(Cast.Wen, "/team 测温队 去掉 段丽华", "温静宜:/team 测温队 段丽华、巩文斌")]
    [InlineData(Cast.Miao, "/in 1", "温静宜:值班表 今天10:30-12:00 南门岗 2人|苗秀莲:值班 1")]
    [InlineData(Cast.Miao, "/out 1", "温静宜:值班表 今天10:30-12:00 南门岗 2人|苗秀莲:值班 1|苗秀莲:签到")]
    [InlineData(Cast.Wen, "@小助手 南门全到", "温静宜:值班表 今天10:30-12:00 南门岗 2人|苗秀莲:值班 1")]
    public async Task Done_and_undone_leaves_the_rows_as_they_were(string who, string act, string before)
    {
        await using var bot = await TestBot.StartedAsync();
        foreach (var step in before.Split('|', StringSplitOptions.RemoveEmptyEntries))
            await bot.Says(step.Split(':', 2)[0], step.Split(':', 2)[1]);
        var rows = await Nouns.DumpAsync(bot);
        await bot.Says(who, act);
        Assert.NotEqual(rows, await Nouns.DumpAsync(bot));
        await bot.Says(who, "/undo");
        Assert.Equal(rows, await Nouns.DumpAsync(bot));
    }

    [Fact]
    public async Task In_English_too()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Wen, "/language en");
        var card = (await bot.Says(Cast.Wen, "/shift_new tomorrow 7am-9am, South gate, 2 people, skills: first aid")).Post;
        Assert.StartsWith(
            "#1 South gate | needs first aid | 2 missing\nMon 23 Nov 07:00–09:00 (tomorrow) | led by 温静宜",
            card.Text,
            StringComparison.Ordinal
        );
        await bot.Presses(Cast.Miao, card, "I will come");
        var roll = await bot.Until("2026-11-22 20:01");
        Assert.Equal("tomorrow morning 7–9 South gate", Assert.Single(roll.In(Cast.Miao)).Text);
        Assert.Equal("South gate: 1 missing; nobody on the roster is free and able", Assert.Single(roll.In(Cast.Wen)).Text);
        await bot.AtAsync("2026-11-23 07:05");
        Assert.Equal("Signed in 1", (await bot.Says(Cast.Wen, "@bot South gate all here")).Post.Text);
    }
}
