using Microsoft.EntityFrameworkCore;

namespace MutualAid.Tests.Talk;

/// <summary>A day that is past or has two readings never stands on a card: the need is kept and the person says which day.</summary>
public sealed class NeedTimeTests
{
    [Fact]
    public async Task A_weekday_that_is_past_is_asked_and_the_card_follows_the_answer()
    {
        await using var bot = await TestBot.StartedAsync();
        var asked = await bot.Says(Cast.Shao, "@小助手 我们社区急需N95口罩100个，周一前要");
        Assert.DoesNotContain(
            "前要",
            asked.Posts.Single(post => post.Text.StartsWith("#1【急】", StringComparison.Ordinal)).Text,
            StringComparison.Ordinal
        );
        var question = asked.Posts.Single(post => post.Text.Contains("周一", StringComparison.Ordinal));
        Assert.Equal("#1 的「周一」说的是哪个时间？", question.Text);
        var label = question.LabelsInOne.Split('[', ']')[1];
        Assert.Contains("周一", label, StringComparison.Ordinal);
        var answered = await bot.Presses(Cast.Shao, question, label);
        Assert.Contains($"{label} 前要", answered.Card(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_hour_that_is_past_is_asked_and_no_day_is_an_answer()
    {
        await using var bot = await TestBot.StartedAsync();
        var asked = await bot.Says(Cast.Shao, "需求 口罩 100个 今天0点1分前");
        var question = asked.Posts.Single(post => post.Text.EndsWith('？'));
        Assert.Single((await bot.Presses(Cast.Shao, question, "不限时间")).Gone);
        Assert.Null(await bot.Look(db => db.Needs.Select(need => need.NeededBy).SingleAsync()));
    }

    [Fact]
    public async Task A_day_to_come_is_taken_without_a_question()
    {
        await using var bot = await TestBot.StartedAsync();
        var asked = await bot.Says(Cast.Shao, "需求 口罩 100个 下周一前");
        Assert.Contains("周一 前要", Assert.Single(asked.Posts).Text, StringComparison.Ordinal);
    }
}
