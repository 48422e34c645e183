using Microsoft.EntityFrameworkCore;

namespace MutualAid.Tests.Talk;

/// <summary>The acceptance conversation in the best form WeCom has: a pressed card changes in place, else it is shown anew.</summary>
public sealed class WeComScenarioTests
{
    [Fact]
    public async Task S1_from_asking_to_signing()
    {
        await using var bot = await WeComStage.StartAsync();
        await Setup.NeedsAsync(bot, 30);
        await bot.MeetAsync(Cast.Duan);

        var asked = await bot.Says(Cast.Shao, "需求 N95口罩100个 杏花台社区");
        var card = asked.Post;
        Assert.StartsWith("#31 N95口罩 100个｜杏花台社区｜待核实", card.Text, StringComparison.Ordinal);
        Assert.Equal("[核实][认领]", card.LabelsInOne);
        Assert.Equal(asked.Said, bot.Post(card.Id).Answers);

        var verified = await bot.Presses(Cast.Wen, card, "核实");
        Assert.Contains("已核实", verified.Card(31).Text, StringComparison.Ordinal);
        Assert.Empty(verified.Posts);

        Assert.True((await bot.Replies(Cast.Wen, card, "收到")).IsSilent);

        var claimed = await bot.Says(Cast.Duan, "认领 31 60");
        Assert.Contains("段丽华 60，还差 40", claimed.Post.Text, StringComparison.Ordinal);
        Assert.Contains("[改数量][撤销]", claimed.Post.LabelsInOne, StringComparison.Ordinal);
        Assert.Contains("送到杏花台北门，找邵卫东，18点前", Assert.Single(claimed.In(Cast.Duan)).Text, StringComparison.Ordinal);

        var tooMuch = await bot.Says(Cast.Gong, "认领 31 50");
        Assert.Equal("#31 只差 40 个了。发：认领 31 40", tooMuch.Post.Text);
        Assert.Equal("[认领40个]", tooMuch.Post.LabelsInOne);
        Assert.Equal(1, await bot.Look(db => db.Claims.CountAsync()));

        var brought = await bot.SendsPhoto(Cast.Duan, "送达 31");
        Assert.Contains("已送 60", brought.Post.Text, StringComparison.Ordinal);

        var thanked = await bot.Replies(Cast.Shao, brought.Post, "收到");
        Assert.Equal("[确认签收 60个？]", thanked.Post.LabelsInOne);
        Assert.Equal(0, await bot.Look(db => db.Handovers.CountAsync()));

        var signed = await bot.Presses(Cast.Shao, thanked.Post, "确认签收 60个？");
        Assert.Contains("已签收 60，还差 40", signed.Post.Text, StringComparison.Ordinal);
        var handover = await bot.Look(db => db.Handovers.Include(it => it.Community).Include(it => it.Line).SingleAsync());
        Assert.Equal(("杏花台社区", "N95口罩", 60m), (handover.Community!.Name, handover.Line.Item, handover.Quantity));
        Assert.NotNull(handover.Photo);

        var again = await bot.PressesData(Cast.Shao, thanked.Post, thanked.Post.Button("确认签收 60个？").Data!);
        Assert.Equal("已签过了", again.Post.Text);
        Assert.Equal(1, await bot.Look(db => db.Handovers.CountAsync()));
        Assert.Empty(bot.Server.Violations);
    }
}
