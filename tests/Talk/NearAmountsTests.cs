namespace MutualAid.Tests.Talk;

/// <summary>Amounts are offered that can be meant: near what was counted, round parts of what is wished, never what cannot be.</summary>
public sealed class NearAmountsTests
{
    [Fact]
    public async Task Fifty_eight_of_sixty_takes_the_asker_two_taps_on_the_card()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        await bot.Says(Cast.Duan, "认领 1 60");
        await bot.Says(Cast.Duan, "送达 1");
        var question = (await bot.Presses(Cast.Shao, await bot.CardAsync(1), "数不对")).Post;
        Assert.Equal("[55个][58个][59个][都没到][别的数]", question.LabelsInOne);
        var counted = await bot.Presses(Cast.Shao, question, "58个");
        Assert.Contains("段丽华 60（实到58），已签收 58，还差 42", counted.Card(1).Text, StringComparison.Ordinal);
        Assert.Equal("#1 签收了 58个，还差 42个", counted.Toast);
        var again = await bot.Says(Cast.Duan, "认领 1 40");
        Assert.Contains("段丽华 60（实到58）、40，已签收 58，还差 2", again.Card(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signed_receipt_offers_what_a_miscount_can_be()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 60个");
        await bot.Says(Cast.Duan, "认领 1");
        await bot.Says(Cast.Duan, "送达 1");
        await bot.Says(Cast.Shao, "签收 1 50");
        var which = (await bot.Presses(Cast.Shao, await bot.CardAsync(1), "改数量")).Post;
        var question = (await bot.Presses(Cast.Shao, which, "改签收数（50个）")).Post;
        Assert.Equal("[45个][48个][49个][别的数]", question.LabelsInOne);
    }

    [Fact]
    public async Task What_is_asked_for_is_never_offered_below_what_came_or_is_promised()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        var free = (await bot.Says(Cast.Shao, "改数量 1")).Post;
        Assert.Equal("[80个][90个][110个][120个][别的数]", free.LabelsInOne);
        await bot.Says(Cast.Duan, "认领 1 85");
        var bound = (await bot.Says(Cast.Shao, "改数量 1")).Post;
        Assert.Equal("[85个][90个][110个][120个][别的数]", bound.LabelsInOne);
        Assert.Contains("口罩 90个", (await bot.Presses(Cast.Shao, bound, "90个")).Card(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_promise_counts_what_is_still_to_bring_and_says_the_rest()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        await bot.Says(Cast.Duan, "认领 1 58");
        await bot.Says(Cast.Duan, "送达 1");
        await bot.Says(Cast.Duan, "认领 1");
        var which = (await bot.Presses(Cast.Duan, await bot.CardAsync(1), "改数量")).Post;
        var question = (await bot.Presses(Cast.Duan, which, "改认领数（42个）")).Post;
        Assert.Contains("您还要送 42个（已送到的 58个不算）", question.Text, StringComparison.Ordinal);
        Assert.Equal("[10个][20个][30个][40个][别的数]", question.LabelsInOne);
        var less = await bot.Presses(Cast.Duan, question, "20个");
        Assert.Equal("#1 还要送 20个（先前送到的 58个 不变），还差 22个", less.Toast);
        Assert.Contains("段丽华 78", less.Card(1).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("请改成120个，谢谢。")]
    [InlineData("您好，麻烦改成120个")]
    [InlineData("120个就行，谢谢您")]
    public async Task A_polite_number_answers_the_question_that_was_asked(string said)
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        await bot.Says(Cast.Duan, "认领 1 60");
        await bot.Says(Cast.Duan, "送达 1");
        await bot.Says(Cast.Shao, "签收 1 58");
        var which = (await bot.Presses(Cast.Shao, await bot.CardAsync(1), "改数量")).Post;
        Assert.Equal("[改要的数（100个）][改签收数（58个）]", which.LabelsInOne);
        var question = (await bot.Presses(Cast.Shao, which, "改要的数（100个）")).Post;
        Assert.Equal("[80个][90个][110个][120个][别的数]", question.LabelsInOne);
        var changed = await bot.Says(Cast.Shao, said);
        Assert.StartsWith("#1 口罩 120个", changed.Card(1).Text, StringComparison.Ordinal);
        Assert.Equal(question.Id, Assert.Single(changed.Gone).Id);
    }

    [Fact]
    public async Task A_question_answered_by_another_way_does_not_stay()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        var question = (await bot.Says(Cast.Shao, "改数量 1")).Post;
        var changed = await bot.Says(Cast.Shao, "改数量 1 120");
        Assert.StartsWith("#1 口罩 120个", changed.Card(1).Text, StringComparison.Ordinal);
        Assert.Equal(question.Id, Assert.Single(changed.Gone).Id);
        var first = (await bot.Says(Cast.Shao, "改数量 1")).Post;
        Assert.Contains(first.Id, (await bot.Says(Cast.Shao, "改数量 1")).Gone.Select(post => post.Id));
    }

    [Fact]
    public async Task Another_number_waits_to_be_typed_and_the_question_stands()
    {
        await using var bot = await TestBot.StartedAsync();
        var card = (await bot.Says(Cast.Shao, "需求 口罩 100个")).Post;
        await bot.Presses(Cast.Duan, card, "认领");
        var question = (await bot.Presses(Cast.Duan, await bot.CardAsync(1), "改数量")).Post;
        Assert.Equal("[30个][50个][60个][80个][别的数]", question.LabelsInOne);
        var other = await bot.Presses(Cast.Duan, question, "别的数");
        Assert.Equal(("直接打数字，如：58", true), (other.Toast, question.Button("别的数").Typed));
        Assert.Empty(other.Gone);
        Assert.Contains("段丽华 66", (await bot.Says(Cast.Duan, "66")).Card(1).Text, StringComparison.Ordinal);
    }
}
