using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Volunteers;
using MutualAid.Tests.Classes;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Volunteers;

/// <summary>值班 N, 来不了, 顶班 and 换班: who is on, who is asked, who reads what.</summary>
public sealed class SigningUp
{
    [Theory]
    [InlineData("/shift 1")]
    [InlineData("值班 1")]
    [InlineData("认班 1")]
    [InlineData("报名 1号班")]
    [InlineData("@小助手 我报1号班")]
    [InlineData("/shift")]
    public async Task Every_door_leads_onto_the_shift(string door)
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Wen, Rota.Announced);
        var heard = await bot.Says(Cast.Miao, door);
        Assert.Empty(heard.Posts);
        Assert.Contains("\n1 苗秀莲", heard.Card(1).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+1", true)]
    [InlineData("算我一个", true)]
    [InlineData("收到", false)]
    [InlineData("几点集合？", false)]
    public async Task An_answer_to_the_card_signs_up(string said, bool on)
    {
        await using var bot = await TestBot.StartedAsync();
        var card = (await bot.Says(Cast.Wen, Rota.Announced)).Post;
        await bot.Replies(Cast.Miao, card, said);
        Assert.Equal(on ? [Cast.Miao] : [], (await bot.ShiftAsync(1)).Names());
        await bot.Replies(Cast.Miao, card, "来不了了");
        Assert.Empty((await bot.ShiftAsync(1)).Names());
    }

    [Theory]
    [InlineData(Cast.Wen, "+1 段丽华", true)]
    [InlineData(Cast.Miao, "+1 段丽华", false)]
    public async Task Only_who_leads_puts_others_on_and_takes_them_off(string who, string said, bool done)
    {
        await using var bot = await TestBot.StartedAsync();
        var card = (await bot.Says(Cast.Wen, Rota.Announced)).Post;
        await bot.Says(Cast.Bai, "值班 1");
        var heard = await bot.Replies(who, card, said);
        Assert.Equal(done ? [Cast.Bai, Cast.Duan] : [Cast.Bai], (await bot.ShiftAsync(1)).Names());
        Assert.Equal(done ? ["温静宜把您排到1号班：明早7–9点 南门岗"] : [], heard.In(Cast.Duan).Select(post => post.Text));
        await bot.Replies(who, card, "白建平来不了了");
        Assert.Equal(done ? [Cast.Duan] : [Cast.Bai], (await bot.ShiftAsync(1)).Names());
    }

    [Fact]
    public async Task Two_shifts_at_one_time_are_asked()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Wen, "值班表 明早7–9点 南门岗 2人");
        var card = (await bot.Says(Cast.Wen, "值班表 明早8–10点 西门岗 2人")).Post;
        await bot.Says(Cast.Miao, "值班 1");
        var ask = await bot.Says(Cast.Miao, "值班 2");
        Assert.Equal("那时您在1号班（南门岗）。换到2号班？", ask.Post.Text);
        Assert.Empty((await bot.ShiftAsync(2)).Names());
        await bot.Presses(Cast.Miao, ask.Post, "不换");
        Assert.Equal([Cast.Miao], (await bot.ShiftAsync(1)).Names());
        ask = await bot.Presses(Cast.Miao, card, "我来");
        await bot.Presses(Cast.Miao, ask.Post, "换到2号班");
        Assert.Empty((await bot.ShiftAsync(1)).Names());
        Assert.Equal([Cast.Miao], (await bot.ShiftAsync(2)).Names());
    }

    [Fact]
    public async Task Only_the_free_and_the_able_are_asked_to_stand_in()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Wen, "值班表 明早7–9点 南门岗 2人 会测温");
        await bot.Says(Cast.Wen, "值班表 明早8–10点 西门岗 2人");
        await bot.Whispers(Cast.Duan, "/volunteer 会测温 工作日上午有空");
        await bot.Whispers(Cast.Gong, "/volunteer 会测温 周末有空");
        await bot.Whispers(Cast.Lu, "/volunteer 会开车");
        await bot.Whispers(Cast.Bai, "/volunteer 会测温");
        await bot.Whispers(Cast.Qin, "/volunteer 会测温体温");
        await bot.Says(Cast.Bai, "值班 2");
        await bot.Says(Cast.Miao, "值班 1");
        var roll = await bot.Until("2026-11-22 20:01");
        var gap = roll.In(Cast.Wen)[0];
        Assert.Equal("南门缺1人；有空且会测温：段、秦", gap.Text);
        var asked = await bot.Presses(Cast.Wen, gap, "请他们顶班");
        Assert.Equal([Cast.Duan, Cast.Qin], asked.Private().Select(post => post.Chat));
        await bot.Presses(Cast.Duan, asked.In(Cast.Duan)[0], "来不了");
        var again = await bot.Presses(Cast.Wen, gap, "请他们顶班");
        Assert.Equal([Cast.Qin], again.Private().Select(post => post.Chat));
        Assert.Equal([Cast.Miao], (await bot.ShiftAsync(1)).Names());
    }

    [Fact]
    public async Task Who_leaves_days_before_bothers_nobody()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Wen, "值班表 11月27日7–9点 南门岗 2人");
        await bot.Says(Cast.Miao, "值班 1");
        Assert.Empty((await bot.Says(Cast.Miao, "@小助手 1号班来不了")).Posts);
        Assert.Empty((await bot.ShiftAsync(1)).Names());
    }

    [Fact]
    public async Task A_place_is_handed_over_when_both_agree()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Wen, "值班表 明早7–9点 南门岗 1人");
        await bot.Says(Cast.Wen, "值班表 后天早7–9点 西门岗 1人");
        await bot.Says(Cast.Miao, "值班 1");
        await bot.Says(Cast.Duan, "值班 2");
        var asked = await bot.Says(Cast.Miao, "/swap 1 段丽华 2");
        await bot.Presses(Cast.Duan, Assert.Single(asked.In(Cast.Duan)), "不换");
        Assert.Equal([Cast.Miao], (await bot.ShiftAsync(1)).Names());
        asked = await bot.Says(Cast.Miao, "/swap 1 段丽华 2");
        await bot.Presses(Cast.Duan, Assert.Single(asked.In(Cast.Duan)), "同意");
        Assert.Equal([Cast.Duan], (await bot.ShiftAsync(1)).Names());
        Assert.Equal([Cast.Miao], (await bot.ShiftAsync(2)).Names());
        Assert.Contains("1号班没有您", (await bot.Says(Cast.Miao, "/swap 1 白建平")).Post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_volunteers_told_is_read_only_by_who_leads_and_only_in_private()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Whispers(Cast.Duan, "/volunteer 会缝纫 住柳湾小区 周末有空 13800138000");
        var joined = await bot.Says(Cast.Gong, "@小助手 我要报名当志愿者，会开车、会修水电，电话13900139000");
        Assert.Empty(joined.InGroup);
        Assert.Contains("会开车、修水电", Assert.Single(joined.In(Cast.Gong)).Text, StringComparison.Ordinal);
        Assert.Null(await bot.Look(db => db.Volunteers.Where(it => it.Person.Name == Cast.Gong).Select(it => it.Contact).SingleAsync()));
        Assert.DoesNotContain("缝纫", (await bot.Says(Cast.Lu, "/volunteer list")).Post.Text, StringComparison.Ordinal);
        var roster = await bot.Says(Cast.Wen, "/volunteer list");
        Assert.Empty(roster.InGroup);
        Assert.Contains(
            "段丽华｜会缝纫｜片区 柳湾小区｜有空：周末有空｜电话 13800138000",
            Assert.Single(roster.In(Cast.Wen)).Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "缝纫",
            string.Join('\n', (await bot.LookAsync()).Where(post => post.Chat == Stage.Group)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Whom_the_bot_cannot_write_to_is_called_once_in_the_group()
    {
        await using var bot = await TestBot.StartedAsync();
        var made = await bot.Says(Cast.Wen, "值班表 明早7–9点 南门岗 2人");
        await bot.Says(Cast.Miao, "值班 1");
        await bot.Says(Cast.Bai, "值班 1");
        await bot.ClosePrivateAsync(Cast.Bai);
        var call = Assert.Single((await bot.Until("2026-11-22 20:01")).InGroup);
        Assert.Equal(("白建平：明早7–9点 南门岗。来不了请发 取消 1号班", made.Said), (call.Text, call.ReplyTo));
        await bot.Says(Cast.Bai, "取消 1号班");
        Assert.Equal([Cast.Miao], (await bot.ShiftAsync(1)).Names());
    }

    [Fact]
    public async Task A_stranger_in_private_learns_of_no_shift()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Wen, Rota.Announced);
        await bot.Gets(bot.Whisper("外人", "/start"));
        var heard = await bot.Gets(bot.Whisper("外人", "值班 1"));
        Assert.StartsWith("没有1号班", Assert.Single(heard.Posts).Text, StringComparison.Ordinal);
        Assert.Empty((await bot.ShiftAsync(1)).Assignments);
    }

    [Fact]
    public async Task Somebody_who_speaks_for_the_first_time_is_on_it_too()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Wen, Rota.Announced);
        await bot.Says("新邻居", "值班 1");
        var place = Assert.Single((await bot.ShiftAsync(1)).On());
        Assert.Equal(("新邻居", place.PersonId), (place.Person.Name, place.AssignedById));
    }

    [Fact]
    public async Task The_list_shows_who_is_missing()
    {
        await using var bot = await TestBot.StartedAsync();
        Assert.StartsWith("现在没有排好的班", (await bot.Says(Cast.Lu, "值班表")).Post.Text, StringComparison.Ordinal);
        await bot.Says(Cast.Wen, Rota.Announced);
        await bot.Says(Cast.Miao, "值班 1");
        Assert.Contains(
            "#1 南门岗 11月23日 周一 07:00–09:00（还有1天）｜会测温｜缺11人",
            (await bot.Says(Cast.Lu, "班次")).Post.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("｜有您", Assert.Single((await bot.Whispers(Cast.Miao, "值班表")).Posts).Text, StringComparison.Ordinal);
    }
}
