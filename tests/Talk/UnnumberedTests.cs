namespace MutualAid.Tests.Talk;

/// <summary>People do not look up numbers: what only one need can mean, is meant.</summary>
public sealed class UnnumberedTests
{
    [Fact]
    public async Task The_only_promise_is_the_one_that_was_brought_given_back_or_signed_for()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        await bot.Says(Cast.Qin, "需求 手套 10双");
        await bot.Says(Cast.Duan, "认领 1 60");
        Assert.Contains("已送 60", (await bot.Says(Cast.Duan, "/delivered")).Card(1).Text, StringComparison.Ordinal);
        Assert.Contains("已签收 60", (await bot.Says(Cast.Shao, "签收")).Card(1).Text, StringComparison.Ordinal);
        await bot.Says(Cast.Duan, "认领 1");
        Assert.DoesNotContain("段丽华 100", (await bot.Says(Cast.Duan, "退回认领")).Card(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_the_person_chooses_and_nothing_is_guessed()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        await bot.Says(Cast.Qin, "需求 手套 10双");
        await bot.Says(Cast.Duan, "认领 1");
        await bot.Says(Cast.Duan, "认领 2");
        var question = (await bot.Says(Cast.Duan, "送达")).Post;
        Assert.Equal(("送达哪一条？", "[#1 口罩 100个][#2 手套 10双]"), (question.Text, question.LabelsInOne));
        Assert.Contains("已送 10", (await bot.Presses(Cast.Duan, question, "#2 手套 10双")).Card(2).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_promised_nothing_is_asked_for_a_number()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        Assert.Contains("哪一条", (await bot.Says(Cast.Duan, "送达")).Post.Text, StringComparison.Ordinal);
    }
}
