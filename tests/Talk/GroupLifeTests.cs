using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Bot.Supplies;
using MutualAid.Core.Messaging;

namespace MutualAid.Tests.Talk;

/// <summary>A group takes the bot in, loses it, moves, and keeps its board.</summary>
public sealed class GroupLifeTests
{
    [Fact]
    public async Task Three_acts_and_two_messages_lead_to_the_first_need()
    {
        await using var bot = await TestBot.StartAsync();
        var hello = await bot.Gets(bot.Text(Cast.Wen, "") with { Kind = IncomingKind.Added });
        Assert.Contains(
            "我能看到群消息，但只登记发给我的内容；像需求的话留72小时给管理员看，其余闲聊不保存",
            hello.Post.Text,
            StringComparison.Ordinal
        );
        var ready = await bot.Presses(Cast.Wen, hello.Post, "确认");
        Assert.True(Assert.Single(ready.InGroup).Silent);
        Assert.Contains(await bot.LookAsync(), post => post.Pinned);
        var first = await bot.Says(Cast.Shao, "需求 口罩 100个");
        Assert.Single(first.InGroup);
        Assert.Equal(1, await bot.Look(db => db.Needs.CountAsync()));
    }

    [Fact]
    public async Task A_new_group_speaks_the_language_that_its_founder_reads()
    {
        await using var bot = await TestBot.StartAsync();
        var added = bot.Text(Cast.Wen, "") with { Kind = IncomingKind.Added };
        var hello = await bot.Gets(added with { Place = added.Place with { Language = "en" } });
        Assert.Contains("language English", hello.Post.Text, StringComparison.Ordinal);
        Assert.Contains("unverified", (await bot.Says(Cast.Shao, "/need masks 100")).Posts[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_anonymous_admin_has_no_power()
    {
        await using var bot = await TestBot.StartAsync();
        var hello = (await bot.Gets(bot.Text(Cast.Wen, "") with { Kind = IncomingKind.Added })).Post;
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        var nobody = new Sender("1087968824", "Group", IsAdmin: true, CanHoldRole: false);
        await bot.Gets(bot.Press(Cast.Lu, hello, hello.Button("确认").Data!) with { From = nobody });
        foreach (var text in new[] { "/verify 1", "/cancel 1", "/mute 2h", "/donation 牛奶 10箱" })
            await bot.Gets(bot.Text(Cast.Lu, text) with { From = nobody });
        var need = await bot.Look(db => db.Needs.Include(it => it.Group).SingleAsync());
        Assert.Null(need.VerifiedAt);
        Assert.Null(need.CancelledAt);
        Assert.Null(need.Group.ConfirmedAt);
        Assert.Null(need.Group.MutedUntil);
        Assert.Equal(0, await bot.Look(db => db.Donations.CountAsync()));
    }

    [Fact]
    public async Task Nothing_is_sent_to_a_group_that_removed_the_bot()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        await bot.Gets(bot.Text(Cast.Wen, "") with { Kind = IncomingKind.Removed });
        Assert.NotNull((await bot.Look(db => db.Groups.SingleAsync())).InactiveAt);
        var calls = bot.Channel.Calls.Count;
        await bot.Whispers(Cast.Shao, "取消 1");
        await bot.Until("2026-11-27 12:00");
        Assert.DoesNotContain(bot.Channel.Calls.Skip(calls), call => call.ChatId == TestBot.ChatId);
        await bot.Says(Cast.Shao, "需求 手套 10双");
        Assert.Null((await bot.Look(db => db.Groups.SingleAsync())).InactiveAt);
    }

    [Fact]
    public async Task A_refused_chat_is_closed_and_its_waiting_rows_with_it()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Shao, "/nedd");
        bot.Channel.Refusal = call => call.ChatId == TestBot.ChatId ? new(Outcome.ChatGone) : null;
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        Assert.NotNull((await bot.Look(db => db.Groups.SingleAsync())).InactiveAt);
        Assert.Equal(
            0,
            await bot.Look(db => db.Outbox.CountAsync(row => row.State == OutboxState.Queued || row.State == OutboxState.Retry))
        );
    }

    [Fact]
    public async Task A_migration_takes_everything_along_in_one_turn()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Gets(bot.Text(Cast.Wen, "") with { Kind = IncomingKind.Added });
        await bot.Says(Cast.Wen, "/settings");
        var settings = (await bot.LookAsync())[^1];
        await bot.Presses(Cast.Wen, settings, "置顶看板");
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        await bot.Says(Cast.Guo, "@小助手 缺手套");
        await bot.ReceiveAsync(bot.Text(Cast.Feng, "/claim 99"));

        var moved = await bot.Gets(bot.Text(Cast.Wen, "") with { Kind = IncomingKind.Migrated, MigratedTo = "g9" });
        Assert.Contains(moved.InGroup, post => post.Text.StartsWith("没办完的 1 条", StringComparison.Ordinal));
        Assert.Equal("g9", (await bot.Look(db => db.Groups.SingleAsync())).ExternalId);
        Assert.Empty(await bot.Look(db => db.Cards.Where(card => card.ChatId == TestBot.ChatId).ToListAsync()));
        Assert.Equal(0, await bot.Look(db => db.Outbox.CountAsync(row => row.ChatId == TestBot.ChatId && row.State == OutboxState.Queued)));
        var place = new Place(WrittenChannel.ChannelName, "g9", IsPrivate: false);
        var answered = await bot.Gets(bot.Text(Cast.Guo, "二百双") with { Place = place });
        Assert.StartsWith("#2 手套 200双", answered.Post.Text, StringComparison.Ordinal);
        Assert.Contains(
            "段丽华 100",
            (await bot.Gets(bot.Text(Cast.Duan, "认领 1") with { Place = place })).InGroup[0].Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_was_said_in_the_new_chat_before_the_news_of_the_move_belongs_to_the_one_group()
    {
        await using var bot = await TestBot.StartedAsync();
        await BoardAsync(bot);
        await bot.Says(Cast.Shao, "需求 口罩 100个");
        var place = new Place(WrittenChannel.ChannelName, "g9", IsPrivate: false);
        await bot.Gets(bot.Text(Cast.Guo, "需求 手套 10双") with { Place = place });
        await bot.Gets(bot.Text(Cast.Wen, "") with { Kind = IncomingKind.Migrated, MigratedTo = "g9" });
        var needs = await bot.Look(db => db.Needs.Include(need => need.Group).OrderBy(need => need.Number).ToListAsync());
        Assert.Equal(["g9", "g9"], needs.Select(need => need.Group.ExternalId));
        Assert.Equal(1, await bot.Look(db => db.Groups.CountAsync()));
        Assert.StartsWith(
            "#3 口罩 5个",
            (await bot.Gets(bot.Text(Cast.Wen, "需求 口罩 5个") with { Place = place })).InGroup[0].Text,
            StringComparison.Ordinal
        );
        Assert.Empty(await bot.Look(db => db.Cards.Where(card => card.ChatId == TestBot.ChatId).ToListAsync()));
    }

    [Fact]
    public async Task The_board_comes_back_after_somebody_deleted_it()
    {
        await using var bot = await TestBot.StartedAsync();
        var board = await BoardAsync(bot);
        bot.Channel.Delete(board.Id);
        var heard = await bot.Says(Cast.Shao, "需求 口罩 100个");
        Assert.Equal(2, heard.InGroup.Count);
        var again = Assert.Single(await bot.LookAsync(), post => post.Text.StartsWith("没办完", StringComparison.Ordinal));
        Assert.True(again.Pinned);
        Assert.Contains("#1 口罩 100个", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_board_equals_a_fresh_drawing_after_three_hundred_acts()
    {
        await using var bot = await TestBot.StartedAsync();
        await BoardAsync(bot);
        var dice = new Random(7);
        for (var act = 0; act < 300; act++)
        {
            bot.Clock.Move(TimeSpan.FromSeconds(dice.Next(0, 90)));
            await bot.ReceiveAsync(bot.Text(Cast.All[dice.Next(Cast.All.Length)], RandomActs.Next(dice, act)));
            if (dice.Next(15) == 0)
                await bot.Courier.DrainAsync();
        }

        await bot.Until(
            bot.Clock.GetUtcNow()
                .ToOffset(TimeSpan.FromHours(8))
                .AddSeconds(10)
                .ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)
        );
        var shown = (await bot.LookAsync()).Single(post => post.Pinned);
        var fresh = await bot.Look(async db =>
        {
            var card = await db.Cards.SingleAsync(it => it.Key.StartsWith("board:"));
            var speech = new Speech(bot.Services.GetRequiredService<Phrases>(), "zh-CN");
            var canvas = new Canvas(
                db,
                card.Key[6..],
                card,
                speech,
                bot.Services.GetRequiredService<ButtonSeal>(),
                bot.Clock.GetUtcNow().UtcDateTime
            );
            return Html.ToPlain((await new BoardFace().DrawAsync(canvas))!.Html);
        });
        Assert.Equal(fresh, WithoutTime(shown.Text));
        Assert.Empty(await bot.Look(db => db.Incidents.ToListAsync()));
        Assert.True(await bot.Look(db => db.Needs.CountAsync()) > 20);
    }

    private static async Task<Shown> BoardAsync(TestBot bot)
    {
        var settings = (await bot.Says(Cast.Wen, "/settings")).Post;
        return (await bot.Presses(Cast.Wen, settings, "置顶看板")).Post;
    }

    private static string WithoutTime(string board) => board[..board.LastIndexOf('\n')];

    [Fact]
    public async Task Where_nothing_can_be_edited_a_changed_card_is_said_again_and_the_board_is_left_alone()
    {
        await using var bot = await TestBot.StartedAsync();
        var board = await BoardAsync(bot);
        bot.Channel.Can = Abilities.Delete;
        Assert.Equal("#1 口罩 100个", (await bot.Says(Cast.Shao, "需求 口罩 100个")).Post.Text[..10]);
        var claimed = await bot.Says(Cast.Duan, "认领 1 60");
        Assert.Contains("段丽华 60，还差 40", claimed.Post.Text, StringComparison.Ordinal);
        Assert.Empty(claimed.Edits);
        Assert.Equal(board.Text, (await bot.LookAsync()).Single(post => post.Id == board.Id).Text);
    }
}
