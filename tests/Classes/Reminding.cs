using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Groups;
using MutualAid.Core.Schedule;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Classes;

/// <summary>What the bot says by itself around a class, and what it holds back while one runs.</summary>
public sealed class Reminding
{
    [Fact]
    public async Task A_class_that_is_near_has_no_reminder_a_day_before()
    {
        await using var bot = await TestBot.StartedAsync();
        await SignedUpAsync(bot, "新课《睡个好觉》 今晚8点");
        var waiting = await bot.Look(db =>
            db.Due.Waiting().Where(row => row.Kind == "class.reminder").Select(row => row.Detail).ToListAsync()
        );
        Assert.Equal(["10", "60"], waiting.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("2026-11-23 19:52", "（补发）《睡个好觉》还有8分钟开始（20:00）\n腾讯会议 123-456-789\n苗秀莲", DueState.Done)]
    [InlineData("2026-11-23 19:59:30", null, DueState.Dropped)]
    [InlineData("2026-11-23 21:00", null, DueState.Dropped)]
    public async Task After_a_stop_a_late_reminder_says_so_or_is_dropped(string back, string? said, DueState state)
    {
        await using var bot = await TestBot.StartedAsync();
        await SignedUpAsync(bot, Lessons.Announced);
        bot.Clock.MoveTo(Stage.At(back).UtcDateTime);
        var heard = await bot.Until(back);
        Assert.Equal(said, heard.InGroup.SingleOrDefault()?.Text);
        var row = await bot.Look(db => db.Due.SingleAsync(it => it.Kind == "class.reminder" && it.Detail == "10"));
        Assert.Equal(state, row.State);
    }

    [Fact]
    public async Task Reminders_of_a_class_in_quiet_hours_are_not_held()
    {
        await using var bot = await TestBot.StartedAsync();
        await SignedUpAsync(bot, "新课《夜谈》 今晚23:30");
        Assert.Equal(Cast.Miao, Assert.Single((await bot.Until("2026-11-22 22:31")).Posts).Chat);
        Assert.StartsWith(
            "《夜谈》还有10分钟开始",
            Assert.Single((await bot.Until("2026-11-22 23:21")).InGroup).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task On_Telegram_those_signed_up_are_called_and_nobody_else()
    {
        await using var bot = await TelegramStage.StartAsync(hook: false);
        await bot.Says(Cast.Wen, "新课《睡个好觉》 今晚8点");
        await bot.Says(Cast.Miao, "报名 1");
        await bot.Until("2026-11-22 19:51");
        var row = await bot.Look(db => db.Outbox.SingleAsync(it => it.InGroup && it.Text.Contains("还有10分钟开始")));
        Assert.EndsWith($"<a href=\"tg://user?id={bot.Person(Cast.Miao).Id}\">苗秀莲</a>", row.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hosts_remind_once()
    {
        await using var bot = await TestBot.StartedAsync();
        await SignedUpAsync(bot, Lessons.Announced);
        bot.Clock.MoveTo(Stage.At("2026-11-23 19:50").UtcDateTime);
        await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => ActivatorUtilities.CreateInstance<Bot.Engine.DueJob>(bot.Services).RunAsync(default))
        );
        Assert.Equal(
            1,
            await bot.Look(db =>
                db.Outbox.CountAsync(row =>
                    row.InGroup && row.Why == Core.Messaging.Why.Reminder && row.Kind == Core.Messaging.OutboxKind.Send
                )
            )
        );
    }

    [Fact]
    public async Task While_a_class_runs_a_question_that_is_not_urgent_waits()
    {
        await using var bot = await TestBot.StartedAsync();
        bot.Clock.MoveTo(Stage.At("2026-11-22 20:15").UtcDateTime);
        await Setup.NeedsAsync(bot, 29);
        await Setup.NeedAsync(bot, "血压计", 1, "个");
        await SignedUpAsync(bot, "新课《睡个好觉》 11月25日8点 主讲 沈安澜");
        await bot.Until("2026-11-25 07:55");
        Assert.Empty((await bot.Until("2026-11-25 08:59")).InGroup);
        Assert.Equal("#30 血压计还需要吗？", Assert.Single((await bot.Until("2026-11-25 09:01")).InGroup).Text);
    }

    [Theory]
    [InlineData("免收", 0L, true, "0.00")]
    [InlineData("别的数", 15_000L, false, "150.00")]
    public async Task The_fee_goes_into_the_report(string button, long cents, bool waived, string fee)
    {
        await using var bot = await TestBot.StartedAsync();
        await SignedUpAsync(bot, Lessons.Announced);
        var asked = Assert.Single(
            (await bot.Until("2026-11-24 00:00")).Posts,
            post => post.Text.StartsWith("讲课费", StringComparison.Ordinal)
        );
        var heard = await bot.Presses(Cast.Wen, asked, button);
        if (!waived)
            heard = await bot.Whispers(Cast.Wen, "150");
        Assert.NotEmpty(heard.Posts.Concat(heard.Edits));
        Assert.Equal(cents, (await bot.ClassAsync(1)).FeeCents);
        var day = new DateOnly(2026, 11, 23);
        var row = Assert.Single(
            (await bot.Look(db => Core.Reports.ClosingReportQuery.ClosingReportAsync(db, day, day, new Group().Zone()))).Classes
        );
        Assert.Equal((fee, waived, 1, 0), (row.Fee, row.Waived, row.SignedUp, row.Attended));
    }

    [Theory]
    [InlineData("新课《睡个好觉》 明晚8点 免收")]
    [InlineData("新课 例会《本周安排》 明晚8点")]
    public async Task No_fee_is_asked_where_there_is_none(string announced)
    {
        await using var bot = await TestBot.StartedAsync();
        await SignedUpAsync(bot, announced);
        Assert.DoesNotContain((await bot.Until("2026-11-24 00:00")).Posts, post => post.Chat == Cast.Wen);
    }

    [Fact]
    public async Task In_English_too()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.Says(Cast.Wen, "/language en");
        var made = await bot.Says(Cast.Wen, "/class 《Sleep well》 tomorrow 8pm by Ann Lee limit 1 zoom 123 456 7890");
        Assert.StartsWith(
            "#1 \"Sleep well\" | by Ann Lee | limit 1\nMon 23 Nov 20:00 (tomorrow)",
            made.Post.Text,
            StringComparison.Ordinal
        );
        Assert.Equal("[Sign up]", made.Post.LabelsInOne);
        await bot.Presses(Cast.Miao, made.Post, "Sign up");
        Assert.Contains("1 苗秀莲, full", (await bot.LookAsync()).Single(post => post.Id == made.Post.Id).Text, StringComparison.Ordinal);
        var soon = Assert.Single((await bot.Until("2026-11-23 19:51")).InGroup);
        Assert.Equal("\"Sleep well\" begins in 10 minutes (20:00)\nzoom 123 456 7890\n苗秀莲", soon.Text);
    }

    private static async Task SignedUpAsync(TestBot bot, string announced)
    {
        await bot.Says(Cast.Wen, announced);
        await bot.Says(Cast.Miao, "报名 1");
    }
}
