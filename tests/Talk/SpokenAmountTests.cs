namespace MutualAid.Tests.Talk;

/// <summary>Who was asked for an amount may say it in a sentence; ordinary talk beside an open question stays unanswered.</summary>
public sealed class SpokenAmountTests
{
    [Theory]
    [InlineData("应该是150个，不好意思写错了")]
    [InlineData("抱歉，写错了，150个")]
    [InlineData("应该是150，麻烦您了")]
    public async Task An_amount_among_manners_is_the_answer(string said)
    {
        await using var bot = await AskedAsync();
        var changed = await bot.Says(Cast.Shao, said);
        Assert.StartsWith("#1 口罩 150个", changed.Card(1).Text, StringComparison.Ordinal);
        Assert.Single(changed.Gone);
    }

    [Fact]
    public async Task An_amount_beside_other_words_is_asked_back()
    {
        await using var bot = await AskedAsync();
        var asked = await bot.Says(Cast.Shao, "我们又数了一遍，150个");
        Assert.Equal(("邵卫东，您说的是 150个 吗？", "[是，150个][算了]"), (asked.Post.Text, asked.Post.LabelsInOne));
        Assert.Single(asked.Gone);
        var changed = await bot.Presses(Cast.Shao, asked.Post, "是，150个");
        Assert.StartsWith("#1 口罩 150个", changed.Card(1).Text, StringComparison.Ordinal);
        Assert.Equal(asked.Post.Id, Assert.Single(changed.Gone).Id);
    }

    [Theory]
    [InlineData("我家150号楼下见")]
    [InlineData("明天8点到")]
    [InlineData("150个够吗？")]
    [InlineData("2号不要了吧，我这3个人")]
    [InlineData("谢谢大家，辛苦了")]
    public async Task Talk_beside_the_question_is_not_answered(string said)
    {
        await using var bot = await AskedAsync();
        Assert.True((await bot.Says(Cast.Shao, said)).IsSilent);
    }

    [Fact]
    public async Task What_others_say_is_not_the_answer()
    {
        await using var bot = await AskedAsync();
        Assert.True((await bot.Says(Cast.Qin, "应该是150个，不好意思写错了")).IsSilent);
    }

    [Fact]
    public async Task Never_mind_takes_the_question_down_in_the_room()
    {
        await using var bot = await RoomStage.StartAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        var question = (await bot.Says(Cast.Shao, "改数量 1")).Post;
        var never = await bot.Presses(Cast.Shao, question, "不改了");
        Assert.Equal((question.Id, "好的，取消了。"), (Assert.Single(never.Gone).Id, never.Toast));
        Assert.True((await bot.Says(Cast.Shao, "150个")).IsSilent);
    }

    [Fact]
    public async Task A_question_about_a_claim_goes_with_the_claim()
    {
        await using var bot = await RoomStage.StartAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        await bot.Says(Cast.Duan, "认领 1 58");
        await bot.Says(Cast.Duan, "送达 1");
        await bot.Says(Cast.Duan, "认领 1 42");
        var which = (await bot.Says(Cast.Duan, "改数量 1")).Post;
        Assert.Equal("[改送到的数（58个）][改认领数（42个）][不改了]", which.LabelsInOne);
        var back = await bot.Presses(Cast.Duan, await bot.CardAsync(1), "撤销认领");
        Assert.Contains(back.Gone, post => post.Id == which.Id);
        var late = await bot.PressesData(Cast.Duan, which, which.Button("改认领数（42个）").Data!);
        Assert.Equal("#1 您现在没有要送的了，名下是 口罩 58个。", late.Toast);
    }

    private static async Task<TestBot> AskedAsync()
    {
        var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        await bot.Says(Cast.Shao, "改数量 1");
        return bot;
    }
}
