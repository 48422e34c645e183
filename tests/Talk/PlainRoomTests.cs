using Microsoft.EntityFrameworkCore;

namespace MutualAid.Tests.Talk;

/// <summary>What a tired person expects after a tap or a plain answer, as three rounds of trials showed.</summary>
public sealed class PlainRoomTests
{
    [Fact]
    public async Task One_tap_takes_all_and_says_how_to_take_a_part()
    {
        await using var bot = await TestBot.StartedAsync();
        var card = (await bot.Says(Cast.Shao, "需求 口罩 100个 杏花台社区")).Post;
        var claimed = await bot.Presses(Cast.Duan, card, "认领");
        Assert.Equal("#1 认领好了：口罩 100个。送到哪里正在问 邵卫东，答案会在私聊里。", claimed.Toast);
        Assert.EndsWith("出不了这么多？直接说数目，如「50个」。", Assert.Single(claimed.In(Cast.Duan)).Text, StringComparison.Ordinal);
        var said = await bot.Whispers(Cast.Duan, "60个");
        Assert.Contains("段丽华 60，还差 40", said.Card(1).Text, StringComparison.Ordinal);
        Assert.Equal("#1 认领改为 60个，还差 40个", Assert.Single(said.In(Cast.Duan)).Text);
        await bot.Says(Cast.Duan, "送达 1");
        var signed = await bot.Presses(Cast.Shao, await bot.CardAsync(1), "签收");
        Assert.Equal("#1 签收了 60个。数目不对还可以改。", signed.Toast);
    }

    [Fact]
    public async Task A_changed_amount_and_what_was_taken_back_are_said_in_a_line()
    {
        await using var bot = await TestBot.StartedAsync();
        var card = (await bot.Says(Cast.Shao, "需求 口罩 100个")).Post;
        await bot.Presses(Cast.Duan, card, "认领");
        var question = (await bot.Presses(Cast.Duan, await bot.CardAsync(1), "改数量")).Post;
        Assert.Contains("或直接打数字", question.Text, StringComparison.Ordinal);
        Assert.Equal("#1 认领改为 60个，还差 40个", (await bot.Says(Cast.Duan, "60个")).Post.Text);
        Assert.Equal("#1 要的改为 120个", (await bot.Says(Cast.Shao, "@小助手 改成120个")).Post.Text);
        Assert.Equal("已撤销：#1 改要的数 120 → 100", (await bot.Says(Cast.Shao, "撤销")).Post.Text);
        var offered = (await bot.Says(Cast.Gong, "提供 手套 80双")).Post;
        var undone = await bot.Says(Cast.Gong, "撤销");
        Assert.Equal("已撤销：提供 手套 80双", undone.Post.Text);
        Assert.StartsWith("（已撤销）记下了", Assert.Single(undone.Edits, edit => edit.Id == offered.Id).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_private_sentence_answers_where_goods_are_brought()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个 杏花台社区");
        var asked = Assert.Single((await bot.Says(Cast.Duan, "认领 1 60")).In(Cast.Shao));
        Assert.StartsWith("杏花台社区的物资送到哪里、找谁、几点前？", asked.Text, StringComparison.Ordinal);
        Assert.Empty((await bot.Whispers(Cast.Shao, "好的")).Edits);
        Assert.Contains("#1 口罩", Assert.Single((await bot.Whispers(Cast.Shao, "需求列表")).Posts).Text, StringComparison.Ordinal);
        var noted = await bot.Whispers(Cast.Shao, "请送到杏花台社区居委会一楼，找我就行，下午六点前");
        Assert.StartsWith(
            "记下了：送到 杏花台社区居委会一楼，找邵卫东就行，下午六点前",
            Assert.Single(noted.In(Cast.Shao)).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "送到杏花台社区居委会一楼，找邵卫东就行",
            Assert.Single(noted.Edits, edit => edit.Chat == Cast.Duan).Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("记下了", string.Join('|', (await bot.Whispers(Cast.Shao, "下午我在家")).Posts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_in_the_middle_goes_before_one_that_came_by_the_way()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个 杏花台社区");
        await bot.Whispers(Cast.Shao, "我们缺手套");
        await bot.Says(Cast.Duan, "认领 1");
        Assert.StartsWith("#2 手套 20双", (await bot.Whispers(Cast.Shao, "20双")).Post.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("一袋米、一桶油就够了。", "#1 米 1袋、油 1桶")]
    [InlineData("各一份", "#1 米 1份、油 1份")]
    [InlineData("@小助手 两袋大米，一桶油", "#1 米 2袋、油 1桶")]
    public async Task Amounts_of_several_things_may_be_said_at_once(string answer, string card)
    {
        await using var bot = await TestBot.StartedAsync();
        var question = (await bot.Says(Cast.Guo, "@小助手 我们缺米、油")).Post;
        Assert.Equal("米要多少？接着问油；也可以一起说：「1袋米、1桶油」。", question.Text);
        Assert.Equal("[1袋][2袋][5袋]", question.LabelsInOne);
        Assert.True((await bot.Says(Cast.Guo, "吃了没各位")).IsSilent);
        Assert.Empty((await bot.Says(Cast.Qin, answer.Replace("@小助手 ", "", StringComparison.Ordinal))).InGroup);
        Assert.StartsWith(card, (await bot.Says(Cast.Guo, answer)).Post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_old_lady_is_not_offered_a_hundred_and_her_answer_is_taken()
    {
        await using var bot = await TestBot.StartedAsync();
        var question = (await bot.Says(Cast.Guo, "@小助手 王奶奶家没有米和油了，哪位能帮忙送一点？")).Post;
        Assert.Equal(("米要多少？接着问油；也可以一起说：「1袋米、1桶油」。", "[1袋][2袋][5袋]"), (question.Text, question.LabelsInOne));
        Assert.StartsWith("#1 米 1袋、油 1桶", (await bot.Says(Cast.Guo, "一袋米、一桶油就够了。")).Post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_claims_once_more_reads_what_was_added_and_the_sum()
    {
        await using var bot = await TestBot.StartedAsync();
        var card = (await bot.Says(Cast.Shao, "需求 口罩 100个")).Post;
        await bot.Says(Cast.Duan, "认领 1 60");
        var more = await bot.Presses(Cast.Duan, card, "认领");
        Assert.Equal("#1 您又认领了 口罩 40个，连先前的一共 口罩 100个", more.Toast);
    }

    [Fact]
    public async Task Things_without_amounts_are_asked_one_after_the_other()
    {
        await using var bot = await TestBot.StartedAsync();
        var rice = (await bot.Says(Cast.Guo, "@小助手 我们缺米、油")).Post;
        var oil = (await bot.Presses(Cast.Guo, rice, "2袋")).Post;
        Assert.Equal(("油要多少？", "[1桶][2桶][5桶]"), (oil.Text, oil.LabelsInOne));
        Assert.StartsWith("#1 米 2袋、油 1桶", (await bot.Says(Cast.Guo, "1")).Post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_asker_hears_at_once_that_goods_came_and_signs_there()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        await bot.Says(Cast.Duan, "认领 1 60");
        await bot.Says(Cast.Duan, "送达 1");
        var heard = await bot.Until("2026-11-22 10:01");
        var told = Assert.Single(heard.In(Cast.Shao));
        Assert.Equal(("段丽华说送到了 #1 口罩 60个，请看看数目。", "[签收 60个][数不对]"), (told.Text, told.LabelsInOne));
        Assert.Empty(heard.InGroup);
        var signed = await bot.Presses(Cast.Shao, told, "签收 60个");
        Assert.Contains("已签收 60，还差 40", signed.Card(1).Text, StringComparison.Ordinal);
        Assert.StartsWith("#1 签收了 60个", Assert.Single(signed.Edits, edit => edit.Id == told.Id).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_taken_back_or_brought_by_the_asker_rings_nobody()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        await bot.Says(Cast.Duan, "认领 1 60");
        await bot.Says(Cast.Duan, "送达 1");
        await bot.Says(Cast.Duan, "撤销");
        await bot.Says(Cast.Shao, "认领 1");
        await bot.Says(Cast.Shao, "送达 1");
        Assert.Empty((await bot.Until("2026-11-22 10:05")).In(Cast.Shao));
    }

    [Fact]
    public async Task What_did_not_arrive_is_counted_once_and_can_be_claimed_again()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 90个");
        await bot.Says(Cast.Duan, "认领 1 60");
        await bot.Says(Cast.Duan, "送达 1");
        var told = Assert.Single((await bot.Until("2026-11-22 10:01")).In(Cast.Shao));
        var question = Assert.Single((await bot.Presses(Cast.Shao, told, "数不对")).In(Cast.Shao));
        Assert.Contains("段丽华说送到了 #1 口罩 60个，实际收到多少？", question.Text, StringComparison.Ordinal);
        var counted = await bot.Whispers(Cast.Shao, "58个");
        Assert.Contains("段丽华 60（实到58），已签收 58，还差 32", counted.Card(1).Text, StringComparison.Ordinal);
        Assert.Equal("#1 签收了 58个，还差 32个", Assert.Single(counted.In(Cast.Shao)).Text);
        Assert.Contains("实际收到 58个", Assert.Single(counted.In(Cast.Duan)).Text, StringComparison.Ordinal);
        await bot.Says(Cast.Duan, "认领 1 2");
        Assert.Contains("已送 60", (await bot.Says(Cast.Duan, "送达 1")).Card(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signed_receipt_becomes_what_really_came()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        await bot.Says(Cast.Duan, "认领 1 60");
        await bot.Says(Cast.Duan, "送达 1");
        await bot.Says(Cast.Shao, "签收 1");
        var corrected = await bot.Says(Cast.Shao, "@小助手 1号签收数字错了，实际收到58个。");
        Assert.Equal("#1 签收改为 58个，还差 42个", corrected.Post.Text);
        Assert.Contains("段丽华 60（实到58），已签收 58，还差 42", corrected.Card(1).Text, StringComparison.Ordinal);
        Assert.Equal(
            (60m, 58m),
            await bot.Look(async db => (await db.Corrections.SingleAsync()) is { } it ? (it.Was, it.Became) : default)
        );
        Assert.Contains("已签收 60，还差 40", (await bot.Says(Cast.Shao, "撤销")).Card(1).Text, StringComparison.Ordinal);
        var offered = (await bot.Says(Cast.Shao, "签收 1 50")).Post;
        Assert.Equal("[改成 50个]", offered.LabelsInOne);
        Assert.Contains("已签收 50", (await bot.Presses(Cast.Shao, offered, "改成 50个")).Card(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Part_of_what_was_brought_is_signed_for_and_the_numbers_add_up()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 90个");
        await bot.Says(Cast.Duan, "认领 1 60");
        await bot.Says(Cast.Duan, "送达 1");
        Assert.Contains(
            "段丽华 60，已送 60，已签收 58，2 没签收，还差 30",
            (await bot.Says(Cast.Shao, "签收 1 58")).Card(1).Text,
            StringComparison.Ordinal
        );
        Assert.Equal("[签收2个]", (await bot.Says(Cast.Shao, "签收 1 80")).Post.LabelsInOne);
    }

    [Fact]
    public async Task Who_gave_a_promise_back_reads_that_and_an_offer_taken_goes()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个 杏花台社区");
        var card = Assert.Single((await bot.Says(Cast.Duan, "认领 1 60")).In(Cast.Duan));
        var back = await bot.Presses(Cast.Duan, card, "撤销认领");
        Assert.Equal("#1 口罩 60个 已撤销认领，谢谢您。", Assert.Single(back.Edits, edit => edit.Id == card.Id).Text);
        var offered = (await bot.Says(Cast.Gong, "认领 1 150")).Post;
        var taken = await bot.Presses(Cast.Gong, offered, "认领100个");
        Assert.Equal(offered.Id, Assert.Single(taken.Gone).Id);
        Assert.Single(taken.In(Cast.Gong));
    }

    [Fact]
    public async Task A_number_that_was_taken_back_is_not_given_out_again()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        Assert.Equal("已撤销：#1 需求 口罩 100个", (await bot.Says(Cast.Shao, "撤销")).Post.Text);
        Assert.StartsWith("#2 手套 20双", (await bot.Says(Cast.Qin, "需求 手套 20双")).Post.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_set_right_takes_its_question_away()
    {
        await using var bot = await TestBot.StartedAsync();
        var asked = await bot.Says(Cast.Guo, "@小助手 缺米");
        var edited = await bot.Edits(Cast.Guo, asked.Said!, "需求 米 2袋");
        Assert.StartsWith("#1 米 2袋", edited.Post.Text, StringComparison.Ordinal);
        Assert.Equal(asked.Post.Id, Assert.Single(edited.Gone).Id);
        Assert.True((await bot.Says(Cast.Guo, "5袋")).IsSilent);
    }

    [Fact]
    public async Task A_place_told_by_another_is_not_overwritten_by_small_talk()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个 杏花台社区");
        await bot.Says(Cast.Qin, "需求 手套 10双 杏花台社区");
        await bot.Says(Cast.Duan, "认领 1");
        await bot.Says(Cast.Duan, "认领 2");
        await bot.Whispers(Cast.Shao, "北门，找我，18点前");
        await bot.Whispers(Cast.Qin, "今天可真冷啊");
        Assert.Equal("北门，找邵卫东，18点前", await bot.Look(db => db.Communities.Select(it => it.DropOff).SingleAsync()));
    }
}
