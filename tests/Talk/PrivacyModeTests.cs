using Microsoft.EntityFrameworkCore;

namespace MutualAid.Tests.Talk;

/// <summary>Telegram hides ordinary messages from the bot: slash commands, replies and buttons are left, and they are enough.</summary>
public sealed class PrivacyModeTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_same_acts_pass_by_slash_reply_and_button(bool hook)
    {
        await using var bot = await TelegramStage.StartAsync(hook, privacy: true);
        await Setup.NeedsAsync(bot, 30);
        Assert.True((await bot.Says(Cast.Shao, "需求 N95口罩100个 杏花台社区")).IsSilent);

        var card = (await bot.Says(Cast.Shao, "/need@MutualAidTestBot N95口罩100个 杏花台社区")).Post;
        Assert.StartsWith("#31 N95口罩 100个｜杏花台社区｜待核实", card.Text, StringComparison.Ordinal);
        Assert.Contains("已核实", (await bot.Presses(Cast.Wen, card, "核实")).Card(31).Text, StringComparison.Ordinal);
        Assert.True((await bot.Replies(Cast.Wen, card, "收到")).IsSilent);
        Assert.Contains("段丽华 60，还差 40", (await bot.Replies(Cast.Duan, card, "认领 31 60")).Card(31).Text, StringComparison.Ordinal);
        var tooMuch = (await bot.Says(Cast.Gong, "/claim 31 50")).Post;
        Assert.Contains("巩文斌 40", (await bot.Presses(Cast.Gong, tooMuch, "认领40个")).Card(31).Text, StringComparison.Ordinal);
        Assert.Contains(
            "已送 60",
            (await bot.Presses(Cast.Duan, await bot.CardAsync(31), "送到了")).Card(31).Text,
            StringComparison.Ordinal
        );
        var thanked = (await bot.Replies(Cast.Shao, card, "收到")).Post;
        await bot.Presses(Cast.Shao, thanked, "确认签收 60个？");
        Assert.Equal(60m, (await bot.Look(db => db.Handovers.SingleAsync())).Quantity);

        var released = await bot.Says(Cast.Gong, "/release@MutualAidTestBot 31");
        Assert.Contains("还差 40", released.Card(31).Text, StringComparison.Ordinal);
        var question = (await bot.Says(Cast.Guo, "/need@MutualAidTestBot 口罩")).Post;
        Assert.StartsWith("#32 口罩 100个", (await bot.Presses(Cast.Guo, question, "100个")).Post.Text, StringComparison.Ordinal);
        Assert.Contains("已取消", (await bot.Says(Cast.Guo, "/cancel@MutualAidTestBot 32")).Card(32).Text, StringComparison.Ordinal);
        Assert.Empty(await bot.Look(db => db.Incidents.ToListAsync()));
    }
}
