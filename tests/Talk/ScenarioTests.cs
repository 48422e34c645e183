using Microsoft.EntityFrameworkCore;

namespace MutualAid.Tests.Talk;

/// <summary>The acceptance conversations word for word, through every door there is.</summary>
public sealed class ScenarioTests
{
    public static TheoryData<string> Doors => ["engine", "telegram polling", "telegram web hook", "room", "teams"];

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task S1_from_asking_to_signing(string door)
    {
        await using var bot = await OpenAsync(door);
        await Setup.NeedsAsync(bot, 30);

        var asked = await bot.Says(Cast.Shao, "需求 N95口罩100个 杏花台社区");
        var card = asked.Post;
        Assert.StartsWith("#31 N95口罩 100个｜杏花台社区｜待核实", card.Text, StringComparison.Ordinal);
        Assert.Equal("[核实][认领]", card.LabelsInOne);

        var verified = await bot.Presses(Cast.Wen, card, "核实");
        Assert.Contains("已核实", verified.Card(31).Text, StringComparison.Ordinal);
        Assert.Empty(verified.Posts);

        Assert.True((await bot.Replies(Cast.Wen, card, "收到")).IsSilent);

        var claimed = await bot.Says(Cast.Duan, "认领 31 60");
        Assert.Contains("段丽华 60，还差 40", claimed.Card(31).Text, StringComparison.Ordinal);
        Assert.Contains("[改数量][撤销]", claimed.Card(31).LabelsInOne, StringComparison.Ordinal);
        Assert.Empty(claimed.InGroup);
        Assert.Contains("送到杏花台北门，找邵卫东，18点前", Assert.Single(claimed.In(Cast.Duan)).Text, StringComparison.Ordinal);

        var tooMuch = await bot.Says(Cast.Gong, "认领 31 50");
        Assert.Equal("#31 只差 40 个了。发：认领 31 40", tooMuch.Post.Text);
        Assert.Equal("[认领40个]", tooMuch.Post.LabelsInOne);
        Assert.Equal(1, await bot.Look(db => db.Claims.CountAsync()));

        var brought = await bot.SendsPhoto(Cast.Duan, "送达 31");
        Assert.Contains("已送 60", brought.Card(31).Text, StringComparison.Ordinal);
        Assert.Empty(brought.Posts);

        Assert.True((await bot.Says(Cast.Qin, "31号收到了吗？")).IsSilent);

        var thanked = await bot.Replies(Cast.Shao, card, "收到");
        Assert.Equal("[确认签收 60个？]", thanked.Post.LabelsInOne);
        Assert.Equal(0, await bot.Look(db => db.Handovers.CountAsync()));

        var signed = await bot.Presses(Cast.Shao, thanked.Post, "确认签收 60个？");
        Assert.Contains("已签收 60，还差 40", signed.Card(31).Text, StringComparison.Ordinal);
        var handover = await bot.Look(db => db.Handovers.Include(it => it.Community).Include(it => it.Line).SingleAsync());
        Assert.Equal(("杏花台社区", "N95口罩", 60m), (handover.Community!.Name, handover.Line.Item, handover.Quantity));
        Assert.NotNull(handover.Photo);

        var again = await bot.Presses(Cast.Shao, thanked.Post, "确认签收 60个？");
        Assert.Equal("已签过了", again.Toast);
        Assert.Equal(1, await bot.Look(db => db.Handovers.CountAsync()));
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task S2_a_lively_group(string door)
    {
        await using var bot = await OpenAsync(door);
        await Setup.NeedsAsync(bot, 31);

        Assert.True((await bot.Says(Cast.Lu, "统计一下各社区人数，今晚八点前报")).IsSilent);
        Assert.True((await bot.Says(Cast.Feng, "我的口罩还没到")).IsSilent);
        Assert.True((await bot.Says(Cast.Miao, "提供一下志愿者名单")).IsSilent);
        Assert.True((await bot.Says(Cast.Bai, "收到捐赠的同志来签个字")).IsSilent);

        var question = await bot.Says(Cast.Guo, "@小助手 缺口罩");
        Assert.Equal("口罩要多少？", question.Post.Text);
        Assert.Equal("[50个][100个][200个]", question.Post.LabelsInOne);

        Assert.True((await bot.Says(Cast.Guo, "吃了没各位")).IsSilent);

        var answered = await bot.Says(Cast.Guo, "二百个");
        Assert.StartsWith("#32 口罩 200个", answered.Post.Text, StringComparison.Ordinal);

        var edited = await bot.Edits(Cast.Guo, answered.Said!, "三百个");
        Assert.StartsWith("#32 口罩 300个", edited.Card(32).Text, StringComparison.Ordinal);
        Assert.Empty(edited.Posts);

        await bot.Says(Cast.Duan, "认领 32");
        var more = await bot.Edits(Cast.Guo, answered.Said!, "四百个");
        Assert.Equal("#32 已有人认领 300，再加 100 个？", more.Post.Text);
        Assert.Equal("[加][不加]", more.Post.LabelsInOne);

        var added = await bot.Presses(Cast.Guo, more.Post, "加");
        Assert.Contains("还差 100", added.Card(32).Text, StringComparison.Ordinal);
        Assert.Equal(more.Post.Id, Assert.Single(added.Gone).Id);
    }

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task S4_a_cry_at_night(string door)
    {
        await using var bot = await OpenAsync(door);
        await Setup.NeedsAsync(bot, 29);
        bot.Clock.MoveTo(Stage.At("2026-11-22 10:45").UtcDateTime);
        await Setup.NeedAsync(bot, "血压计", 1, "个");
        await Setup.NeedAsync(bot, "手套", 10, "双");
        await Setup.NeedAsync(bot, "手套", 10, "双");

        var asked = await bot.Until("2026-11-24 22:35");
        var question = Assert.Single(asked.InGroup, post => post.Text == "#30 血压计还需要吗？");
        Assert.Equal("[还需要][不用了]", question.LabelsInOne);

        bot.Clock.MoveTo(Stage.At("2026-11-24 22:40").UtcDateTime);
        var urgent = await bot.Says(Cast.Lu, "@小助手 急需退烧药20盒 梧桐口小区");
        Assert.StartsWith("#33【急】 退烧药 20盒｜梧桐口小区｜待核实", urgent.Post.Text, StringComparison.Ordinal);
        if (door is not ("room" or "teams"))
            Assert.True(urgent.Post.Silent);

        var listed = await bot.Says(Cast.Shang, "/needs");
        Assert.Contains("#33【急】 退烧药 20盒", listed.Post.Text, StringComparison.Ordinal);

        Assert.True((await bot.Until("2026-11-24 22:49")).IsSilent);

        var claimed = await bot.Says(Cast.Jiang, "认领 33");
        Assert.Contains("蒋海涛 20", claimed.Card(33).Text, StringComparison.Ordinal);
        Assert.Empty(claimed.InGroup);
    }

    internal static async Task<Stage> OpenAsync(string door) =>
        door switch
        {
            "engine" => await TestBot.StartedAsync(),
            "room" => await RoomStage.StartAsync(),
            "teams" => await TeamsStage.StartAsync(),
            _ => await TelegramStage.StartAsync(hook: door == "telegram web hook"),
        };
}
