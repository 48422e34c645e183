namespace MutualAid.Tests.Talk;

/// <summary>/settings says what Telegram lets the bot do, and what to do about it.</summary>
public sealed class SelfCheckTests
{
    [Theory]
    [InlineData("member", true, "自检：只看得到命令、回复和按钮｜不能置顶｜不能收回旧消息", "「置顶消息」", "/setprivacy")]
    [InlineData("member", false, "自检：能看到群消息｜不能置顶｜不能收回旧消息", "「置顶消息」", null)]
    [InlineData("administrator", true, "自检：能看到群消息｜能置顶｜能收回旧消息", null, null)]
    public async Task What_the_bot_may_do_is_told_with_the_way_to_more(
        string standing,
        bool privacy,
        string line,
        string? promote,
        string? mode
    )
    {
        await using var bot = await TelegramStage.StartAsync(hook: false, privacy);
        bot.Chat.Members[bot.Telegram.Bot.Id] = standing;
        var text = (await bot.Says(Cast.Wen, "/settings@MutualAidTestBot")).Post.Text;
        Assert.Contains(line, text, StringComparison.Ordinal);
        Assert.Equal(promote is not null, text.Contains(promote ?? "怎么办", StringComparison.Ordinal));
        Assert.Equal(mode is not null, text.Contains(mode ?? "BotFather", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_a_platform_knows_no_such_rights_nothing_is_said()
    {
        await using var bot = await TestBot.StartedAsync();
        Assert.DoesNotContain("自检", (await bot.Says(Cast.Wen, "/settings")).Post.Text, StringComparison.Ordinal);
    }
}
