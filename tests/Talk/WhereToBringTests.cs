namespace MutualAid.Tests.Talk;

/// <summary>Who promised something reads where to bring it, or that it is being asked; in our own room less than all is a tap away.</summary>
public sealed class WhereToBringTests
{
    [Fact]
    public async Task The_word_over_the_button_says_where_to_bring_it()
    {
        await using var bot = await TestBot.StartedAsync();
        await Setup.NeedsAsync(bot, 1);
        var card = (await bot.Says(Cast.Shao, "需求 口罩 100个 杏花台社区")).Post;
        var claimed = await bot.Presses(Cast.Duan, card, "认领");
        Assert.Equal("#2 认领好了：口罩 100个。送到：杏花台北门，找邵卫东，18点前（私聊里也写着）", claimed.Toast);
    }

    [Fact]
    public async Task Who_claimed_before_the_community_was_known_has_a_card_that_fills_in()
    {
        await using var bot = await TestBot.StartedAsync();
        await Setup.NeedsAsync(bot, 1);
        await bot.Says(Cast.Shao, "需求 口罩 100个 杏花台社区");
        var asked = await bot.Says(Cast.Qin, "需求 酒精 10瓶");
        var question = Assert.Single(asked.In(Cast.Qin));
        var claimed = await bot.Presses(Cast.Duan, asked.Post, "认领");
        var own = Assert.Single(claimed.In(Cast.Duan));
        Assert.Contains("送到哪里正在问 秦爱珍", own.Text, StringComparison.Ordinal);
        Assert.Empty(claimed.In(Cast.Qin));
        var placed = await bot.Presses(Cast.Qin, question, "杏花台社区");
        Assert.Contains("送到杏花台北门", Assert.Single(placed.Edits, edit => edit.Id == own.Id).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_community_is_known_at_all_the_claim_asks_for_it_and_then_for_the_place()
    {
        await using var bot = await TestBot.StartedAsync();
        var card = (await bot.Says(Cast.Qin, "需求 酒精 10瓶")).Post;
        var claimed = await bot.Presses(Cast.Duan, card, "认领");
        Assert.StartsWith("#1 酒精 有人认领了。您是哪个社区的？", Assert.Single(claimed.In(Cast.Qin)).Text, StringComparison.Ordinal);
        var named = await bot.Whispers(Cast.Qin, "杏花台社区");
        Assert.Contains(named.In(Cast.Qin), post => post.Text.StartsWith("杏花台社区的物资送到哪里", StringComparison.Ordinal));
        var told = await bot.Whispers(Cast.Qin, "请送到居委会一楼，找我就行");
        Assert.Contains(
            told.Edits,
            edit => edit.Chat == Cast.Duan && edit.Text.Contains("送到居委会一楼，找秦爱珍", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_rooms_claim_names_its_amount_and_offers_less_of_it()
    {
        await using var bot = await RoomStage.StartAsync();
        var card = (await bot.Says(Cast.Shao, "需求 口罩 100个 杏花台社区")).Post;
        var claim = card.Button("认领");
        Assert.Equal("100个", Assert.Single(claim.Values!));
        Assert.Equal(["30个", "50个", "60个", "80个"], claim.Parts!.Select(part => part.Label));
        var part = await bot.PressesData(Cast.Duan, card, claim.Parts![2].Data!);
        Assert.Contains("段丽华 60，还差 40", part.Card(1).Text, StringComparison.Ordinal);
        Assert.StartsWith("#1 认领好了：口罩 60个。", part.Toast, StringComparison.Ordinal);
        var after = await bot.CardAsync(1);
        Assert.Equal("40个", Assert.Single(after.Button("认领").Values!));
        Assert.Equal("段丽华", Assert.Single(after.Button("送到了").Values!));
    }

    [Fact]
    public async Task The_asker_in_the_room_changes_what_is_asked_for_in_two_taps()
    {
        await using var bot = await RoomStage.StartAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        await bot.Says(Cast.Duan, "认领 1 60");
        await bot.Says(Cast.Duan, "送达 1");
        await bot.Says(Cast.Shao, "签收 1 58");
        var card = await bot.CardAsync(1);
        var own = card.Button("改数量").Instead!;
        Assert.Equal(["改要的数", "改签收数", "改送到数"], own.Select(button => button.Label));
        // Whom the vague word is for reads the others in its place; organisers have theirs.
        Assert.Equal(own.SelectMany(button => button.For!).Distinct(), card.Button("改数量").For);
        Assert.False(card.Button("改数量").ForOrganisers);
        Assert.All(own, button => Assert.True(card.Button(button.Label) is { ForOrganisers: true, NotFor: [_] }));
        var question = (await bot.PressesData(Cast.Shao, card, own[0].Data!)).Post;
        Assert.Equal("[80个][90个][110个][120个][别的数][不改了]", question.LabelsInOne);
        var changed = await bot.Presses(Cast.Shao, question, "120个");
        Assert.StartsWith("#1 口罩 120个", changed.Card(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_brought_before_stays_and_a_signed_card_says_so()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个 杏花台社区");
        var own = Assert.Single((await bot.Says(Cast.Duan, "认领 1 58")).In(Cast.Duan));
        await bot.Says(Cast.Duan, "送达 1");
        await bot.Says(Cast.Shao, "签收 1");
        var signed = Assert.Single(await bot.LookAsync(), post => post.Id == own.Id);
        Assert.StartsWith("#1 口罩 58个，已签收｜杏花台社区", signed.Text, StringComparison.Ordinal);
        own = Assert.Single((await bot.Says(Cast.Duan, "认领 1")).In(Cast.Duan));
        var back = await bot.Presses(Cast.Duan, own, "撤销认领");
        Assert.Equal("#1 撤销了认领：口罩 42个；先前送到的 口罩 58个 不变", back.Toast);
    }

    [Fact]
    public async Task A_claim_undone_reads_without_a_hole()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个 杏花台社区");
        var own = Assert.Single((await bot.Says(Cast.Duan, "认领 1 60")).In(Cast.Duan));
        await bot.Says(Cast.Duan, "撤销");
        Assert.Equal("#1 已撤销认领，谢谢您。", Assert.Single(await bot.LookAsync(), post => post.Id == own.Id).Text);
    }

    [Fact]
    public async Task The_asker_in_the_room_can_mend_a_fresh_card()
    {
        await using var bot = await RoomStage.StartAsync();
        var card = (await bot.Says(Cast.Shao, "需求 口罩 100个")).Post;
        var own = card.Button("认领").Instead!;
        Assert.Equal(["改要的数", "改社区", "不要了"], own.Select(button => button.Label));
        Assert.Equal(card.Button("认领").NotFor, own[1].For);
        var question = (await bot.PressesData(Cast.Shao, card, own[0].Data!)).Post;
        await bot.Presses(Cast.Shao, question, "80个");
        var changed = await bot.CardAsync(1);
        Assert.StartsWith("#1 口罩 80个", changed.Text, StringComparison.Ordinal);
        Assert.Contains("撤销改数", changed.Labels);
        await bot.PressesData(Cast.Shao, changed, own[2].Data!);
        Assert.Contains("已取消", (await bot.CardAsync(1)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_room_a_claim_is_given_back_by_one_button_whatever_was_changed_since()
    {
        await using var bot = await RoomStage.StartAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        await bot.Says(Cast.Duan, "认领 1 42");
        var card = await bot.CardAsync(1);
        Assert.Equal("撤销认领", Assert.Single(card.Button("撤销").Instead!).Label);
        Assert.Equal(card.Button("撤销").For, card.Button("撤销认领").NotFor);
        await bot.Says(Cast.Duan, "改数量 1 20");
        card = await bot.CardAsync(1);
        Assert.Contains("撤销改数", card.Labels);
        Assert.Null(card.Button("撤销认领").NotFor);
        Assert.DoesNotContain("段丽华", (await bot.Presses(Cast.Duan, card, "撤销认领")).Card(1).Text, StringComparison.Ordinal);
    }
}
