using Microsoft.EntityFrameworkCore;
using MutualAid.Tests.Classes;
using MutualAid.Tests.Content;
using MutualAid.Tests.Volunteers;

namespace MutualAid.Tests.Talk;

/// <summary>
/// A class, a night and a shift in the best form WeCom has. What is said among people does not reach the assistant; a card that nobody
/// pressed is shown anew, but not because time passed; a pressed one turns into its answer; there are no reactions.
/// </summary>
public sealed class WeComDaysTests
{
    [Fact]
    public async Task S3_a_class()
    {
        await using var bot = await WeComStage.StartAsync();
        await bot.MeetAsync(Cast.Wen, Cast.Miao, Cast.Duan, Cast.Bai);
        await Lessons.EarlierAsync(bot, 8);

        var card = (await bot.Says(Cast.Wen, Lessons.Announced)).Post;
        Assert.Equal("#9 《睡个好觉》｜主讲 沈安澜｜限2人\n11月23日 周一 20:00（还有1天）", card.Text);
        Assert.Equal("[报名]", card.LabelsInOne);
        Assert.EndsWith("\n1 苗秀莲", (await bot.Replies(Cast.Miao, card, "+1")).Post.Text, StringComparison.Ordinal);
        var guest = await bot.Replies(Cast.Duan, card, "+1 王阿姨");
        Assert.EndsWith("\n2 王阿姨（段丽华代），已满", guest.Post.Text, StringComparison.Ordinal);
        var late = await bot.Says(Cast.Bai, "报名 9");
        Assert.EndsWith("\n候补1 白建平", late.Post.Text, StringComparison.Ordinal);
        Assert.Contains("候补第1位", Assert.Single(late.In(Cast.Bai)).Text, StringComparison.Ordinal);

        Assert.DoesNotContain("王阿姨", (await bot.Replies(Cast.Duan, card, "王阿姨来不了了")).Post.Text, StringComparison.Ordinal);
        var offer = Assert.Single((await bot.Until("2026-11-22 10:02")).Posts);
        Assert.StartsWith("有空位，10分钟内点[要]", offer.Text, StringComparison.Ordinal);
        Assert.Equal((Cast.Bai, "[要]"), (offer.Chat, offer.LabelsInOne));
        var taken = await bot.Presses(Cast.Bai, offer, "要");
        Assert.EndsWith("\n2 白建平，已满", taken.Post.Text, StringComparison.Ordinal);
        Assert.Equal("", Assert.Single(taken.Edits).LabelsInOne);

        var asked = (await bot.Says(Cast.Wen, "9号课改到后天晚8点")).Post;
        Assert.Equal(("已报的2人保留吗？", "[保留][清空]"), (asked.Text, asked.LabelsInOne));
        var moved = await bot.Presses(Cast.Wen, asked, "保留");
        Assert.Contains("11月24日 周二 20:00", moved.Post.Text, StringComparison.Ordinal);
        Assert.Equal([Cast.Miao, Cast.Bai], moved.Private().Select(post => post.Chat).Order(StringComparer.Ordinal).Reverse());

        Assert.Empty((await bot.Until("2026-11-23 21:00")).InGroup);
        await ClassAsync(bot);
        Assert.Empty(bot.Server.Violations);
    }

    private static async Task ClassAsync(WeComStage bot)
    {
        var soon = await bot.Until("2026-11-24 19:55");
        Assert.Equal("《睡个好觉》还有10分钟开始（20:00）\n腾讯会议 123-456-789\n苗秀莲、白建平", soon.InGroup[0].Text);
        Assert.Equal("[签到][报名][取消报名]", Assert.Single(soon.InGroup.Skip(1)).LabelsInOne);
        bot.Clock.MoveTo(Stage.At("2026-11-24 20:05").UtcDateTime);
        Assert.Empty((await bot.Until("2026-11-24 20:06")).Posts);
        Assert.EndsWith("\n到课1", (await bot.Says(Cast.Miao, "签到")).Post.Text, StringComparison.Ordinal);

        var after = await bot.Until("2026-11-25 12:00");
        var fee = Assert.Single(after.Private());
        Assert.StartsWith("讲课费：200／免收？", fee.Text, StringComparison.Ordinal);
        Assert.Equal((Cast.Wen, "[200][免收][别的数]"), (fee.Chat, fee.LabelsInOne));
        Assert.DoesNotContain(after.InGroup, post => post.Text.Contains("未到", StringComparison.Ordinal));
        var noted = Assert.Single((await bot.Presses(Cast.Wen, fee, "200")).Edits);
        Assert.Equal("#9 《睡个好觉》讲课费 200 元，记下了。", noted.Text);
        Assert.Equal(20_000, (await bot.ClassAsync(9)).FeeCents);
    }

    [Fact]
    public async Task S4_a_cry_at_night_and_one_message_in_the_morning()
    {
        await using var bot = await WeComStage.StartAsync();
        await bot.MeetAsync(Cast.Wen, Cast.Lu, Cast.Jiang);
        await Setup.NeedsAsync(bot, 29);
        await bot.Writer.DoAsync("test", async db => (await db.Groups.SingleAsync()).ConfirmedAt ??= bot.Clock.GetUtcNow().UtcDateTime);
        await bot.RunJobsAsync();
        await Setup.NeedAsync(bot, "血压计", 1, "个");
        await Setup.NeedAsync(bot, "手套", 10, "双");
        await Setup.NeedAsync(bot, "手套", 10, "双");
        var days = (await bot.Until("2026-11-24 22:35")).InGroup;
        Assert.DoesNotContain(days, post => !post.Text.EndsWith("还需要吗？", StringComparison.Ordinal));

        bot.Clock.MoveTo(Stage.At("2026-11-24 22:40").UtcDateTime);
        var urgent = await bot.Says(Cast.Lu, "急需退烧药20盒 梧桐口小区");
        Assert.StartsWith("#33【急】 退烧药 20盒｜梧桐口小区｜待核实", urgent.Post.Text, StringComparison.Ordinal);
        Assert.Equal("[核实][认领]", urgent.Post.LabelsInOne);
        Assert.Contains("#33【急】 退烧药 20盒", (await bot.Says(Cast.Shang, "/needs")).Post.Text, StringComparison.Ordinal);
        Assert.True((await bot.Until("2026-11-24 22:49")).IsSilent);
        Assert.Contains("蒋海涛 20", (await bot.Says(Cast.Jiang, "认领 33")).Post.Text, StringComparison.Ordinal);

        await bot.PublishAsync(Core.Content.ColumnKind.Tip, "洗手七步", "回家先洗手。");
        var digest = Assert.Single((await bot.Until("2026-11-25 08:01")).InGroup);
        Assert.StartsWith("早上好，11月25日 周三\n还差 3 条，急的在前：\n#30 血压计", digest.Text, StringComparison.Ordinal);
        Assert.EndsWith("【小贴士】洗手七步\n回家先洗手。", digest.Text, StringComparison.Ordinal);
        Assert.Empty((await bot.Until("2026-11-25 09:00")).InGroup);
        Assert.Empty(bot.Server.Violations);
    }

    [Fact]
    public async Task S5_sixty_people_on_duty()
    {
        await using var bot = await WeComStage.StartAsync();
        await bot.MeetAsync([.. Rota.Twelve, Cast.Wen, Cast.Duan, Cast.Gong]);
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

        var last = (await bot.Says(Cast.Wen, "值班表 11月25日19–21点 西门岗 1人")).Post;
        await bot.Presses(Cast.Duan, last, "我来");
        Assert.Equal("这班满了，8号班还缺2人", (await bot.PressesData(Cast.Qin, last, last.Button("我来").Data!)).Post.Text);
        Assert.Equal([Cast.Duan], (await bot.ShiftAsync(9)).Names());
        Assert.Empty(bot.Server.Violations);
    }

    private static async Task EveningAsync(WeComStage bot)
    {
        Assert.Empty((await bot.Until("2026-11-22 19:59")).Posts);
        var roll = await bot.Until("2026-11-22 20:01");
        Assert.Empty(roll.InGroup);
        Assert.Equal(Rota.Twelve.Order(StringComparer.Ordinal), roll.Posts.Select(post => post.Chat).Order(StringComparer.Ordinal));
        Assert.All(roll.Posts, post => Assert.Equal(("明早7–9点 南门岗", "[能到][来不了]"), (post.Text, post.LabelsInOne)));
        var coming = await bot.Presses(Cast.Shao, roll.In(Cast.Shao)[0], "能到");
        Assert.Equal("明早7–9点 南门岗\n好的，能到", Assert.Single(coming.Edits).Text);
        Assert.Empty(coming.Posts);

        var gone = await bot.Presses(Cast.Qiao, roll.In(Cast.Qiao)[0], "来不了");
        Assert.Contains("缺1人", gone.InGroup[0].Text, StringComparison.Ordinal);
        var gap = Assert.Single(gone.Private());
        Assert.Equal((Cast.Wen, "南门缺1人；有空且会测温：段、巩", "[请他们顶班]"), (gap.Chat, gap.Text, gap.LabelsInOne));
        var asked = await bot.Presses(Cast.Wen, gap, "请他们顶班");
        Assert.Equal([Cast.Gong, Cast.Duan], asked.Posts.Select(post => post.Chat).Order(StringComparer.Ordinal));
        var first = await bot.Presses(Cast.Gong, asked.In(Cast.Gong)[0], "我来");
        Assert.StartsWith("已排您", Assert.Single(first.Edits).Text, StringComparison.Ordinal);
        Assert.EndsWith("12 巩文斌", first.InGroup[0].Text, StringComparison.Ordinal);
        var second = await bot.Presses(Cast.Duan, asked.In(Cast.Duan)[0], "我来");
        Assert.Equal("已有人顶上，谢谢", Assert.Single(second.Edits).Text);
        Assert.Empty(second.Posts);
    }

    private static async Task MorningAsync(WeComStage bot)
    {
        await bot.AtAsync("2026-11-23 07:02");
        var there = await bot.Says(Cast.Gong, "签到");
        Assert.EndsWith("到岗1", there.InGroup[0].Text, StringComparison.Ordinal);
        Assert.Equal("[签到][签退]", there.InGroup[^1].LabelsInOne);

        await bot.AtAsync("2026-11-23 07:05");
        var which = (await bot.Says(Cast.Wen, "南门全到，除了小王")).InGroup.Single(post => post.LabelsInOne == "[王建][王兰]");
        Assert.Equal("代签 10 人，王××未到；两个小王，哪位？", which.Text);
        var signed = await bot.Presses(Cast.Wen, which, "王兰");
        Assert.Contains("代签 10 人，王兰未到", signed.InGroup.Select(post => post.Text));
        var on = await bot.ShiftAsync(7);
        Assert.Equal([Cast.WangLan], on.Names().Except(on.There()));
    }

    private static async Task HoursAsync(WeComStage bot)
    {
        await bot.AtAsync("2026-11-23 09:00");
        foreach (var who in Rota.Twelve.Except([Cast.Qiao, Cast.WangLan]))
            await bot.Says(who, "签退");
        var forgot = Assert.Single((await bot.Until("2026-11-23 09:31")).Private());
        Assert.Equal((Cast.Gong, "几点走的？", "[9点][现在]"), (forgot.Chat, forgot.Text, forgot.LabelsInOne));
        var week = Assert.Single((await bot.Says(Cast.Wen, "服务时长")).Private());
        Assert.Equal((Cast.Wen, "本周60人，待确认1", "[全部确认]"), (week.Chat, week.Text, week.LabelsInOne));
        var confirmed = await bot.Presses(Cast.Wen, week, "全部确认");
        Assert.Contains("巩文斌 1小时58分", Assert.Single(confirmed.Edits).Text, StringComparison.Ordinal);
        Assert.Equal(2, await bot.Look(db => db.Hours.CountAsync(it => it.Assignment.Person.Name == Cast.Gong)));
    }
}
