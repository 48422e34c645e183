using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;
using MutualAid.Core.Schedule;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Schedule;

/// <summary>Rows of a kind of the test's own: says its detail in the group.</summary>
internal sealed class SayingAct : IDueAct
{
    public string Kind => "test.say";

    public TimeSpan UsefulFor => TimeSpan.FromHours(1);

    public int Faults { get; set; }

    public Task ActAsync(DueTurn turn)
    {
        turn.Notices.Post(turn.Row.Group!, turn.Row.Detail + (turn.IsLate ? "（补发）" : ""), Why.Reminder, null);
        if (Faults-- > 0)
            throw new InvalidOperationException("as the test wants it");
        return Task.CompletedTask;
    }
}

public class DueTests
{
    [Fact]
    public async Task A_planned_row_speaks_once_at_its_minute()
    {
        await using var bot = await TestBot.StartedAsync(act: new SayingAct());
        await PlanAsync(bot, "k", "2026-11-22 12:00");
        await PlanAsync(bot, "k", "2026-11-22 12:30");
        Assert.Empty((await bot.Until("2026-11-22 12:29")).Posts);
        Assert.Equal("开会", Assert.Single((await bot.Until("2026-11-22 12:31")).Posts).Text);
        await PlanAsync(bot, "k", "2026-11-22 13:00");
        Assert.Empty((await bot.Until("2026-11-23 12:00")).Posts);
    }

    [Fact]
    public async Task Two_hosts_that_ring_at_once_speak_once()
    {
        await using var bot = await TestBot.StartedAsync(act: new SayingAct());
        for (var row = 0; row < 20; row++)
            await PlanAsync(bot, $"k{row}", "2026-11-22 12:00");
        bot.Clock.MoveTo(Stage.At("2026-11-22 12:00").UtcDateTime);
        var ringing = Enumerable.Range(0, 4).Select(_ => ActivatorUtilities.CreateInstance<DueJob>(bot.Services).RunAsync(default));
        await Task.WhenAll(ringing);
        Assert.Equal(20, await bot.Look(db => db.Outbox.CountAsync(row => row.Why == Why.Reminder)));
    }

    [Theory]
    [InlineData("2026-11-22 12:01", "开会", DueState.Done)]
    [InlineData("2026-11-22 12:59", "开会（补发）", DueState.Done)]
    [InlineData("2026-11-22 13:01", null, DueState.Dropped)]
    public async Task After_a_stop_it_is_sent_marked_or_dropped_and_listed(string back, string? said, DueState state)
    {
        await using var bot = await TestBot.StartedAsync(act: new SayingAct());
        await PlanAsync(bot, "k", "2026-11-22 12:00");
        bot.Clock.MoveTo(Stage.At(back).UtcDateTime);
        Assert.Equal(said, (await bot.Until(back)).Posts.SingleOrDefault()?.Text);
        Assert.Equal(state, (await bot.Look(db => db.Due.SingleAsync())).State);
    }

    [Theory]
    [InlineData(4, DueState.Done, 1)]
    [InlineData(5, DueState.Failed, 0)]
    public async Task A_fault_is_tried_again_four_times_and_leaves_nothing_behind(int faults, DueState state, int posts)
    {
        await using var bot = await TestBot.StartedAsync(act: new SayingAct { Faults = faults });
        await PlanAsync(bot, "k", "2026-11-22 12:00");
        Assert.Equal(posts, (await bot.Until("2026-11-22 13:00")).Posts.Count);
        var row = await bot.Look(db => db.Due.SingleAsync());
        Assert.Equal((state, "InvalidOperationException"), (row.State, row.Fault));
    }

    [Fact]
    public async Task A_rule_speaks_once_a_day_at_the_wall_clock_of_the_group()
    {
        await using var bot = await TestBot.StartedAsync(act: new SayingAct());
        await RepeatAsync(bot, new RepeatRule { Every = Every.Day, At = new(8, 0) });
        Assert.Equal(7, (await bot.Until("2026-11-29 09:00")).Posts.Count);
        var done = await bot.Look(db => db.Due.Where(row => row.State == DueState.Done).OrderBy(row => row.At).ToListAsync());
        Assert.All(done, row => Assert.Equal(TimeSpan.Zero, row.At.TimeOfDay));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_a_day_repeats_nothing()
    {
        await using var bot = await TestBot.StartedAsync(act: new SayingAct());
        await RepeatAsync(bot, new RepeatRule { Every = Every.Day, At = new(8, 0) });
        await bot.Until("2026-11-24 09:00");
        bot.Clock.Move(-TimeSpan.FromDays(1));
        await bot.Writer.DoAsync("test", async db => await new ScheduleDesk(db, bot.Clock).ReplanAsync(await db.Rules.SingleAsync()));
        Assert.Single((await bot.Until("2026-11-25 09:00")).Posts);
    }

    [Fact]
    public async Task A_paused_rule_is_silent_until_it_is_resumed()
    {
        await using var bot = await TestBot.StartedAsync(act: new SayingAct());
        await RepeatAsync(bot, new RepeatRule { Every = Every.WorkDay, At = new(8, 0) });
        await bot.Writer.DoAsync("test", async db => await new ScheduleDesk(db, bot.Clock).PauseAsync(await db.Rules.SingleAsync()));
        Assert.Empty((await bot.Until("2026-11-27 09:00")).Posts);
        await bot.Writer.DoAsync("test", async db => await new ScheduleDesk(db, bot.Clock).ResumeAsync(await db.Rules.SingleAsync()));
        Assert.Equal(2, (await bot.Until("2026-12-01 09:00")).Posts.Count);
    }

    private static Task<DueRow> PlanAsync(TestBot bot, string key, string local) =>
        bot.Writer.DoAsync(
            "test",
            async db =>
                await new ScheduleDesk(db, bot.Clock).PlanAsync(
                    "test.say",
                    key,
                    Stage.At(local).UtcDateTime,
                    await db.Groups.SingleAsync(),
                    detail: "开会"
                )
        );

    private static Task RepeatAsync(TestBot bot, RepeatRule rule) =>
        bot.Writer.DoAsync(
            "test",
            async db =>
            {
                (rule.Kind, rule.Detail, rule.Group) = ("test.say", "早上好", await db.Groups.SingleAsync());
                await new ScheduleDesk(db, bot.Clock).RepeatAsync(rule);
            }
        );
}
