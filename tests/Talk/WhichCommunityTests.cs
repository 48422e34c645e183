using Microsoft.EntityFrameworkCore;

namespace MutualAid.Tests.Talk;

/// <summary>A need of nobody knows which community: its asker is asked once, where others do not read.</summary>
public sealed class WhichCommunityTests
{
    [Fact]
    public async Task The_communities_of_the_group_are_a_tap_away()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个 杏花台社区");
        var asked = await bot.Says(Cast.Qin, "需求 酒精 10瓶");
        Assert.Single(asked.InGroup);
        var question = Assert.Single(asked.In(Cast.Qin));
        Assert.Equal(("#2 酒精 是哪个社区的？点一个，或直接写名字。", "[杏花台社区]"), (question.Text, question.LabelsInOne));
        var told = await bot.Presses(Cast.Qin, question, "杏花台社区");
        Assert.StartsWith("#2 酒精 10瓶｜杏花台社区", told.Card(2).Text, StringComparison.Ordinal);
        Assert.Equal("记下了：#2 是杏花台社区的。", Assert.Single(told.Edits, edit => edit.Id == question.Id).Text);
    }

    [Fact]
    public async Task Its_name_may_be_the_next_private_sentence_and_other_words_are_not()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个 杏花台社区");
        await bot.Says(Cast.Qin, "需求 酒精 10瓶");
        await bot.Whispers(Cast.Qin, "需求列表");
        await bot.Whispers(Cast.Qin, "今天可真冷啊，我晚点再说");
        Assert.Null(await bot.Look(db => db.Needs.Where(it => it.Number == 2).Select(it => it.CommunityId).SingleAsync()));
        await bot.Says(Cast.Qin, "需求 手套 10双");
        var told = await bot.Whispers(Cast.Qin, "梧桐口小区");
        Assert.Contains(told.Edits, edit => edit.Text.StartsWith("#3 手套 10双｜梧桐口小区", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_has_named_one_is_not_asked_again_until_they_name_another()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个 杏花台社区");
        var again = await bot.Says(Cast.Shao, "需求 酒精 10瓶");
        Assert.StartsWith("#2 酒精 10瓶｜杏花台社区", again.Post.Text, StringComparison.Ordinal);
        Assert.Empty(again.In(Cast.Shao));
        await bot.Says(Cast.Shao, "需求 手套 10双 梧桐口社区");
        var third = await bot.Says(Cast.Shao, "需求 护目镜 5副");
        Assert.Contains("｜未登记社区｜", third.Post.Text, StringComparison.Ordinal);
        Assert.StartsWith("#4 护目镜 是哪个社区的？", Assert.Single(third.In(Cast.Shao)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_taken_as_given_is_put_right_on_the_card()
    {
        await using var bot = await RoomStage.StartAsync();
        await bot.Says(Cast.Qin, "需求 手套 10双 梧桐口社区");
        await bot.Says(Cast.Shao, "需求 口罩 100个 杏花台社区");
        await bot.Says(Cast.Shao, "需求 酒精 10瓶");
        var card = await bot.CardAsync(3);
        var change = card.Button("认领").Instead!.Single(button => button.Label == "改社区");
        var question = (await bot.PressesData(Cast.Shao, card, change.Data!)).Post;
        Assert.Equal(("邵卫东，#3 改到哪个社区？", "[梧桐口社区][别的社区][不改了]"), (question.Text, question.LabelsInOne));
        var changed = await bot.Presses(Cast.Shao, question, "梧桐口社区");
        Assert.StartsWith("#3 酒精 10瓶｜梧桐口社区", changed.Card(3).Text, StringComparison.Ordinal);
        Assert.Equal(question.Id, Assert.Single(changed.Gone).Id);
    }

    [Fact]
    public async Task Where_no_community_is_known_nobody_is_asked()
    {
        await using var bot = await TestBot.StartedAsync();
        Assert.Empty((await bot.Says(Cast.Qin, "需求 酒精 10瓶")).In(Cast.Qin));
    }
}
