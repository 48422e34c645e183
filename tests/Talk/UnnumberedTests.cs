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

    [Fact]
    public async Task A_whole_sentence_says_what_was_brought_and_never_becomes_a_new_need()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个 杏花台社区");
        await bot.Says(Cast.Duan, "认领 1 60");
        Assert.Contains(
            "已送 60",
            (await bot.Says(Cast.Duan, "@小助手 60个口罩我已经送到杏花台社区了")).Card(1).Text,
            StringComparison.Ordinal
        );
        await bot.Says(Cast.Gong, "认领 1");
        Assert.DoesNotContain(
            "巩文斌",
            (await bot.Says(Cast.Gong, "@小助手 不好意思我来不了了，退回认领")).Card(1).Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(await bot.LookAsync(), post => post.Text.StartsWith("#2", StringComparison.Ordinal));
    }
}
