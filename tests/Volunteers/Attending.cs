using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Reports;
using MutualAid.Core.Volunteers;
using MutualAid.Tests.Classes;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Volunteers;

/// <summary>签到 and 签退: what a bare word means, what the ledger holds, who may set it right.</summary>
public sealed class Attending
{
    [Theory]
    [InlineData("2026-11-23 05:59", "1号班 06:00 起签到。")]
    [InlineData("2026-11-23 06:00", null)]
    [InlineData("2026-11-23 08:59", null)]
    [InlineData("2026-11-23 09:01", "1号班已经结束了。")]
    public async Task It_opens_an_hour_before_the_start(string at, string? refusal)
    {
        await using var bot = await OnDutyAsync(Cast.Miao);
        await bot.AtAsync(at);
        var heard = await bot.Says(Cast.Miao, "签到 1号班");
        Assert.Equal(refusal, heard.InGroup.SingleOrDefault()?.Text);
        Assert.Equal(refusal is null ? [Cast.Miao] : [], (await bot.ShiftAsync(1)).There());
    }

    [Theory]
    [InlineData("签到")]
    [InlineData("到岗")]
    [InlineData("/in")]
    [InlineData("@小助手 我到岗了")]
    public async Task A_bare_word_is_the_shift_that_is_near(string said)
    {
        await using var bot = await OnDutyAsync(Cast.Miao);
        await bot.Says(Cast.Wen, "新课《早课》 明早7点30 主讲 沈安澜");
        await bot.AtAsync("2026-11-23 07:20");
        await bot.Says(Cast.Miao, said);
        Assert.Equal([Cast.Miao], (await bot.ShiftAsync(1)).There());
        Assert.Empty((await bot.ClassAsync(1)).SignUps);
    }

    [Fact]
    public async Task Without_a_shift_it_is_the_class_that_runs_and_else_it_is_asked()
    {
        await using var bot = await OnDutyAsync(Cast.Miao);
        await bot.Says(Cast.Wen, "新课《早课》 明早7点30 主讲 沈安澜");
        Assert.True((await bot.Says(Cast.Duan, "签到")).IsSilent);
        Assert.StartsWith("签哪一个？", (await bot.Says(Cast.Duan, "/in")).Post.Text, StringComparison.Ordinal);
        await bot.AtAsync("2026-11-23 07:20");
        await bot.Says(Cast.Duan, "签到");
        Assert.Equal([Cast.Duan], (await bot.ClassAsync(1)).SignUps.Names());
        Assert.Empty((await bot.ShiftAsync(1)).There());
    }

    [Theory]
    [InlineData("9点", "2026-11-23 09:00")]
    [InlineData("现在", "2026-11-23 09:40")]
    public async Task Who_forgot_to_sign_out_says_when_they_left(string button, string left)
    {
        await using var bot = await OnDutyAsync(Cast.Miao);
        await bot.AtAsync("2026-11-23 07:10");
        await bot.Says(Cast.Miao, "签到");
        var asked = Assert.Single((await bot.Until("2026-11-23 09:31")).Posts);
        await bot.AtAsync("2026-11-23 09:40");
        await bot.Presses(Cast.Miao, asked, button);
        var entry = (await bot.ShiftAsync(1)).On()[0].Served()!;
        Assert.Equal((Stage.At("2026-11-23 07:10").UtcDateTime, Stage.At(left).UtcDateTime), (entry.From, entry.To));
        Assert.NotNull(entry.NotedById);
        Assert.Equal(0, await bot.Look(db => db.Hours.Unconfirmed().CountAsync()));
        Assert.Equal(2, await bot.Look(db => db.Hours.CountAsync()));
    }

    [Fact]
    public async Task Hours_count_from_the_start_at_the_earliest_and_a_leader_sets_them_right()
    {
        await using var bot = await OnDutyAsync(Cast.Miao);
        await bot.AtAsync("2026-11-23 06:30");
        await bot.Says(Cast.Miao, "签到");
        await bot.AtAsync("2026-11-23 09:05");
        Assert.Empty((await bot.Says(Cast.Miao, "签退")).Posts);
        Assert.Equal(125, (await bot.ShiftAsync(1)).On()[0].Served()!.Minutes());
        Assert.NotEmpty((await bot.Says(Cast.Lu, "/hours 1 苗秀莲 7:00-9:00")).Posts);
        Assert.Equal("苗秀莲改为 2小时，原来的记录留着。", (await bot.Says(Cast.Wen, "/hours 1 苗秀莲 7:00-9:00")).Post.Text);
        Assert.Equal([125, 120], (await bot.ShiftAsync(1)).On()[0].Hours.OrderBy(entry => entry.Id).Select(entry => entry.Minutes()));
        Assert.Equal("您本周2小时，一共2小时", (await bot.Says(Cast.Miao, "服务时长")).Post.Text);
        await bot.Says(Cast.Wen, "/undo");
        Assert.Equal("您本周2小时5分，一共2小时5分", (await bot.Says(Cast.Miao, "服务时长")).Post.Text);
    }

    [Fact]
    public async Task Confirming_can_be_taken_back_and_is_done_once()
    {
        await using var bot = await OnDutyAsync(Cast.Miao);
        await bot.AtAsync("2026-11-23 07:10");
        await bot.Says(Cast.Miao, "签到");
        await bot.Until("2026-11-23 09:31");
        Assert.Equal("您本周0小时，一共0小时，待确认1小时50分", (await bot.Says(Cast.Miao, "服务时长")).Post.Text);
        var rows = await Nouns.DumpAsync(bot);
        var week = Assert.Single((await bot.Whispers(Cast.Wen, "服务时长")).Posts);
        Assert.Equal("本周1人，待确认1", week.Text);
        await bot.Presses(Cast.Wen, week, "全部确认");
        Assert.Equal("没有要确认的了", (await bot.Presses(Cast.Wen, week, "全部确认")).Toast);
        await bot.Whispers(Cast.Wen, "撤销");
        Assert.Equal(rows, await Nouns.DumpAsync(bot));
    }

    [Fact]
    public async Task What_a_leader_has_not_seen_yet_is_not_confirmed_and_a_late_now_is_no_overtime()
    {
        await using var bot = await OnDutyAsync(Cast.Miao);
        await bot.Says(Cast.Wen, "值班表 明早9–11点 南门岗 2人");
        await bot.Says(Cast.Bai, "值班 2");
        await bot.AtAsync("2026-11-23 08:50");
        await bot.Says(Cast.Miao, "签到");
        await bot.Says(Cast.Bai, "签到");
        var asked = (await bot.Until("2026-11-23 09:31")).In(Cast.Miao)[0];
        var week = Assert.Single((await bot.Whispers(Cast.Wen, "服务时长")).Posts);
        await bot.Until("2026-11-23 11:31");
        Assert.Equal("1号班结束很久了，几点走的请告诉带班的人。", (await bot.Presses(Cast.Miao, asked, "现在")).Toast);
        await bot.Presses(Cast.Wen, week, "全部确认");
        Assert.Equal([Cast.Bai], await bot.Look(db => db.Hours.Unconfirmed().Select(entry => entry.Assignment.Person.Name).ToListAsync()));
    }

    [Fact]
    public async Task Signing_out_twice_or_without_signing_in_writes_nothing()
    {
        await using var bot = await OnDutyAsync(Cast.Miao);
        await bot.AtAsync("2026-11-23 07:30");
        Assert.True((await bot.Says(Cast.Duan, "签退")).IsSilent);
        Assert.Contains("您还没签到", (await bot.Says(Cast.Miao, "签退")).Post.Text, StringComparison.Ordinal);
        await bot.Says(Cast.Miao, "签到");
        await bot.AtAsync("2026-11-23 08:30");
        await bot.Says(Cast.Miao, "签退");
        Assert.Contains("签退过了", (await bot.Says(Cast.Miao, "签退")).Post.Text, StringComparison.Ordinal);
        Assert.Equal(60, (await bot.Look(db => db.Hours.SingleAsync())).Minutes());
        Assert.Empty((await bot.Until("2026-11-23 12:00")).Private());
    }

    [Fact]
    public async Task Only_who_leads_signs_in_a_team_and_an_unknown_name_signs_in_nobody()
    {
        await using var bot = await OnDutyAsync(Cast.Miao, Cast.Bai);
        await bot.AtAsync("2026-11-23 07:05");
        Assert.NotEmpty((await bot.Says(Cast.Lu, "@小助手 南门全到")).InGroup);
        Assert.Contains("没有“小赵”", (await bot.Says(Cast.Wen, "@小助手 南门全到，除了小赵")).Post.Text, StringComparison.Ordinal);
        Assert.Empty((await bot.ShiftAsync(1)).There());
        Assert.Equal("代签 1 人，白建平未到", (await bot.Says(Cast.Wen, "@小助手 1号班全到，除了老白")).Post.Text);
        Assert.Equal([Cast.Miao], (await bot.ShiftAsync(1)).There());
    }

    [Fact]
    public async Task An_hour_before_those_on_it_are_reminded_in_private()
    {
        await using var bot = await OnDutyAsync(Cast.Miao);
        await bot.Until("2026-11-23 05:59");
        var soon = await bot.Until("2026-11-23 06:01");
        Assert.Empty(soon.InGroup);
        Assert.Equal("还有1小时：今早7–9点 南门岗", Assert.Single(soon.In(Cast.Miao)).Text);
        Assert.Equal("南门缺1人；名册里没有合适又有空的人", Assert.Single(soon.In(Cast.Wen)).Text);
    }

    [Fact]
    public async Task The_report_counts_people_teams_shifts_and_hours_from_the_rows()
    {
        await using var bot = await OnDutyAsync(Cast.Miao, Cast.Bai);
        await bot.Says(Cast.Wen, "/team 测温队 苗秀莲");
        await bot.Whispers(Cast.Duan, "/volunteer 会开车");
        await bot.AtAsync("2026-11-23 07:00");
        await bot.Says(Cast.Miao, "签到");
        await bot.Says(Cast.Bai, "签到");
        await bot.AtAsync("2026-11-23 08:30");
        await bot.Says(Cast.Miao, "签退");
        await bot.Until("2026-11-23 10:00");
        Assert.Equal(new VolunteerFigures(3, 1, 1, 1.5m), await FiguresAsync(bot, 23));
        await bot.Presses(Cast.Wen, Assert.Single((await bot.Whispers(Cast.Wen, "服务时长")).Posts), "全部确认");
        Assert.Equal(new VolunteerFigures(3, 1, 1, 3.5m), await FiguresAsync(bot, 23));
        Assert.Equal(new VolunteerFigures(1, 1, 0, 0m), await FiguresAsync(bot, 22));
    }

    private static async Task<VolunteerFigures> FiguresAsync(TestBot bot, int day)
    {
        var date = new DateOnly(2026, 11, day);
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        return (await bot.Look(db => ClosingReportQuery.ClosingReportAsync(db, date, date, zone))).Volunteers;
    }

    /// <summary>A shift at the south gate tomorrow from seven to nine, which lacks one.</summary>
    private static async Task<TestBot> OnDutyAsync(params string[] people)
    {
        var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Wen, $"值班表 明早7–9点 南门岗 {people.Length + 1}人");
        foreach (var who in people)
            await bot.Says(who, "值班 1");
        return bot;
    }
}
