using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Messaging;
using MutualAid.Core.Volunteers;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Volunteers;

/// <summary>S5, a morning of sixty people from the evening before to the confirmed hours, word for word, through every door there is.</summary>
public sealed class ShiftScenarioTests
{
    [Theory]
    [MemberData(nameof(ScenarioTests.Doors), MemberType = typeof(ScenarioTests))]
    public async Task S5_sixty_people_on_duty(string door)
    {
        await using var bot = await ScenarioTests.OpenAsync(door);
        await Rota.EarlierAsync(bot, 6, served: 49);
        await bot.Says(Cast.Duan, "/volunteer 会测温、开车 工作日上午有空");
        await bot.Says(Cast.Gong, "/volunteer 会测温");
        var card = (await bot.Says(Cast.Wen, Rota.Announced)).Post;
        Assert.StartsWith("#7 南门岗｜会测温｜缺12人\n11月23日 周一 07:00–09:00（还有1天）", card.Text, StringComparison.Ordinal);
        await bot.Says(Cast.Wen, "值班表 后天早7–9点 南门岗 2人");
        await Rota.FullAsync(bot, 7);

        await EveningAsync(bot);
        await MorningAsync(bot);
        await HoursAsync(bot);
        await LastPlaceAsync(bot);
        Assert.Empty(await bot.Look(db => db.Incidents.ToListAsync()));
    }

    private static async Task EveningAsync(Stage bot)
    {
        Assert.Empty((await bot.Until("2026-11-22 19:59")).Posts);
        var roll = await bot.Until("2026-11-22 20:01");
        Assert.Empty(roll.InGroup);
        Assert.Equal(Rota.Twelve.Order(StringComparer.Ordinal), roll.Posts.Select(post => post.Chat).Order(StringComparer.Ordinal));
        Assert.All(roll.Posts, post => Assert.Equal(("明早7–9点 南门岗", "[能到][来不了]"), (post.Text, post.LabelsInOne)));

        var coming = await bot.Presses(Cast.Shao, roll.In(Cast.Shao)[0], "能到");
        Assert.Empty(coming.Posts);

        var gone = await bot.Presses(Cast.Qiao, roll.In(Cast.Qiao)[0], "来不了");
        Assert.Contains("缺1人", gone.Card(7).Text, StringComparison.Ordinal);
        var gap = Assert.Single(gone.Posts);
        Assert.Equal((Cast.Wen, "南门缺1人；有空且会测温：段、巩", "[请他们顶班]"), (gap.Chat, gap.Text, gap.LabelsInOne));

        var asked = await bot.Presses(Cast.Wen, gap, "请他们顶班");
        Assert.Equal([Cast.Gong, Cast.Duan], asked.Posts.Select(post => post.Chat).Order(StringComparer.Ordinal));
        var first = await bot.Presses(Cast.Gong, asked.In(Cast.Gong)[0], "我来");
        Assert.Equal("已排您", first.Toast);
        Assert.Contains("巩文斌", first.Card(7).Text, StringComparison.Ordinal);
        Assert.Empty(first.Posts);
        var second = await bot.Presses(Cast.Duan, asked.In(Cast.Duan)[0], "我来");
        Assert.Equal("已有人顶上，谢谢", second.Toast);
        Assert.Empty(second.Posts);
    }

    private static async Task MorningAsync(Stage bot)
    {
        await bot.AtAsync("2026-11-23 07:02");
        var there = await bot.Says(Cast.Gong, "签到");
        Assert.Empty(there.Posts);
        var reaction = await bot.Look(db =>
            db.Outbox.Where(row => row.Kind == OutboxKind.React && row.MessageId == there.Said)
                .Select(row => row.Text)
                .SingleOrDefaultAsync()
        );
        // A bot cannot react in Teams: there the card's counter tells.
        Assert.Equal(bot is TeamsStage ? null : "👍", reaction);
        Assert.NotEmpty(there.Edits);
        Assert.Equal(
            Stage.At("2026-11-23 07:02").UtcDateTime,
            (await bot.ShiftAsync(7)).On().Single(place => place.Person.Name == Cast.Gong).CheckedInAt!.Value,
            TimeSpan.FromSeconds(30)
        );

        await bot.AtAsync("2026-11-23 07:05");
        var which = await bot.Says(Cast.Wen, "@小助手 南门全到，除了小王");
        Assert.Equal(("代签 10 人，王××未到；两个小王，哪位？", "[王建][王兰]"), (which.Post.Text, which.Post.LabelsInOne));
        var signed = await bot.Presses(Cast.Wen, which.Post, "王兰");
        Assert.Equal("代签 10 人，王兰未到", signed.Post.Text);
        var on = await bot.ShiftAsync(7);
        Assert.Equal([Cast.WangLan], on.Names().Except(on.There()));
        Assert.Equal(10, on.On().Count(place => place.CheckedInById == on.LeadId));

        Assert.True((await bot.Says(Cast.Lu, "签到表放回桌上")).IsSilent);
    }

    private static async Task HoursAsync(Stage bot)
    {
        await bot.AtAsync("2026-11-23 09:00");
        foreach (var who in Rota.Twelve.Except([Cast.Qiao, Cast.WangLan]))
            Assert.Empty((await bot.Says(who, "签退")).Posts);
        var forgot = Assert.Single((await bot.Until("2026-11-23 09:31")).Posts);
        Assert.Equal((Cast.Gong, "几点走的？", "[9点][现在]"), (forgot.Chat, forgot.Text, forgot.LabelsInOne));
        var entry = await bot.Look(db => db.Hours.Unconfirmed().SingleAsync());
        Assert.Equal(Stage.At("2026-11-23 09:00").UtcDateTime, entry.To);

        var hours = await bot.Says(Cast.Wen, "服务时长");
        var week = Assert.Single(hours.Posts);
        Assert.Equal((Cast.Wen, "本周60人，待确认1", "[全部确认]"), (week.Chat, week.Text, week.LabelsInOne));
        var confirmed = await bot.Presses(Cast.Wen, week, "全部确认");
        Assert.Contains(confirmed.Edits, edit => edit.Chat == Cast.Wen && edit.Text.Contains("巩文斌 1小时58分", StringComparison.Ordinal));
        var trace = await bot.Look(db => db.Hours.Where(it => it.AssignmentId == entry.AssignmentId).OrderBy(it => it.Id).ToListAsync());
        Assert.Equal((null, entry.Id), (trace[0].NotedById, trace[1].ReplacesId));
        Assert.Equal((await bot.ShiftAsync(7)).LeadId, trace[1].NotedById);
        Assert.Equal((118, 118), (trace[0].Minutes(), trace[1].Minutes()));
    }

    private static async Task LastPlaceAsync(Stage bot)
    {
        var card = (await bot.Says(Cast.Wen, "值班表 11月25日19–21点 西门岗 1人")).Post;
        await bot.Presses(Cast.Duan, card, "我来");
        Assert.Equal("这班满了，8号班还缺2人", (await bot.Presses(Cast.Qin, card, "我来")).Toast);
        Assert.Equal([Cast.Duan], (await bot.ShiftAsync(9)).Names());
    }
}
