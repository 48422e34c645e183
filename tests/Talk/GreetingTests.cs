using MutualAid.Bot.Engine;

namespace MutualAid.Tests.Talk;

/// <summary>The greeting says in two lines what helps at once, and asks for nothing that was given.</summary>
public sealed class GreetingTests
{
    [Fact]
    public async Task In_our_room_it_names_no_button_that_most_do_not_see_and_no_zone()
    {
        await using var bot = await RoomStage.StartAsync();
        var hello = (await bot.LookAsync()).First(post => post.Chat == Stage.Group);
        Assert.StartsWith("缺东西、能帮忙，前面加 @小助手 说给我", hello.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("确认", hello.Text, StringComparison.Ordinal);
        Assert.InRange(hello.Text.Length, 1, 72);
    }

    [Fact]
    public async Task Whichever_confirmation_is_pressed_no_other_is_left()
    {
        await using var bot = await TestBot.StartAsync();
        var added = bot.Text(Cast.Wen, "") with { Kind = IncomingKind.Added };
        var first = (await bot.Gets(added)).Post;
        var second = (await bot.Gets(added with { UpdateId = "again" })).Post;
        Assert.Equal(("[确认]", "[确认]"), (first.LabelsInOne, second.LabelsInOne));
        await bot.Presses(Cast.Wen, second, "确认");
        Assert.DoesNotContain(await bot.LookAsync(), post => post.Labels.Contains("确认"));
    }
}
