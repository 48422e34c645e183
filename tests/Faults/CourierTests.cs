using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Stores;

namespace MutualAid.Tests.Faults;

public class CourierTests
{
    private readonly HandClock clock = new(new DateTimeOffset(2020, 2, 3, 10, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task What_may_have_arrived_is_said_once_more_marked_and_then_left_to_a_person()
    {
        await using var store = await TestStore.SqliteAsync();
        await using var stage = await Stage.StartAsync(store, clock);
        stage.Channel.Answers = call => call.Kind == OutboxKind.Send ? new Delivery(Outcome.Unknown, Reason: "no answer in time") : null;
        await stage.SayAsync("甲", "/need 口罩 200个", "1");
        for (var minute = 0; minute < 12; minute++)
        {
            await stage.Courier.DrainAsync();
            await stage.Postman.RepeatDoubtfulAsync(CancellationToken.None);
            clock.Move(TimeSpan.FromMinutes(1));
        }

        var said = stage.Channel.Sent.ToList();
        Assert.Equal(2, said.Count);
        Assert.Equal("（补发）" + said[0], said[1]);
        Assert.Equal(OutboxState.Unknown, (await RowAsync(store, "1")).State);
    }

    [Fact]
    public async Task What_is_meant_for_a_channel_that_is_switched_off_stops_nobody_else()
    {
        await using var store = await TestStore.SqliteAsync();
        await using var stage = await Stage.StartAsync(store, clock);
        stage.Courier.Carry([
            new OutboxRow
            {
                Id = 1_000,
                Channel = "gone",
                ChatId = "-7",
                Text = "早",
            },
        ]);
        await stage.SayAsync("甲", "/need 口罩 200个", "1");
        await stage.Courier.DrainAsync();

        Assert.Contains("口罩", Assert.Single(stage.Channel.Sent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_whose_post_is_in_doubt_is_posted_once_more_marked_and_shows_what_happened_meanwhile()
    {
        await using var store = await TestStore.SqliteAsync();
        await using var stage = await Stage.StartAsync(store, clock);
        stage.Channel.Answers = call => call.Kind == OutboxKind.Send ? new Delivery(Outcome.Unknown, Reason: "no answer in time") : null;
        await stage.SayAsync("甲", "/need 口罩 200个", "1");
        await stage.Courier.DrainAsync();
        stage.Channel.Answers = _ => null;
        await stage.SayAsync("乙", "/claim 1", "2");
        for (var minute = 0; minute < 5; minute++)
        {
            await stage.Courier.DrainAsync();
            await stage.Postman.RepeatDoubtfulAsync(CancellationToken.None);
            clock.Move(TimeSpan.FromMinutes(1));
        }

        var said = stage.Channel.Sent.ToList();
        Assert.Equal(2, said.Count);
        Assert.StartsWith("（补发）", said[1], StringComparison.Ordinal);
        Assert.Contains("乙 200", said[1], StringComparison.Ordinal);
        await using var db = store.Store.Read();
        Assert.False(await db.Outbox.AnyAsync(row => row.State == OutboxState.Queued || row.State == OutboxState.Retry));
    }

    [Fact]
    public async Task A_chat_told_to_wait_waits_alone()
    {
        await using var store = await TestStore.SqliteAsync();
        await using var stage = await Stage.StartAsync(store, clock);
        stage.Channel.Answers = call => call.ChatId == "1" ? new Delivery(Outcome.Retry, After: TimeSpan.FromSeconds(30)) : null;
        await stage.SayAsync("甲", "/need 口罩 200个", "1", "1");
        await stage.SayAsync("乙", "/need 口罩 300个", "2", "2");
        var next = await stage.Courier.DrainAsync();
        await stage.SayAsync("甲", "/need 口罩 400个", "3", "1");
        await stage.Courier.DrainAsync();
        Assert.Equal(2, stage.Channel.Carried.Count);
        Assert.Equal(clock.GetUtcNow().UtcDateTime + TimeSpan.FromSeconds(30), next);
        stage.Channel.Answers = _ => null;
        clock.Move(TimeSpan.FromSeconds(30));
        await stage.Courier.DrainAsync();
        Assert.Equal(["2", "1", "1"], stage.Channel.Carried.Skip(1).Select(call => call.ChatId));
    }

    [Fact]
    public async Task A_chat_that_closed_is_marked_and_what_waits_for_it_is_cancelled()
    {
        await using var store = await TestStore.SqliteAsync();
        await using var stage = await Stage.StartAsync(store, clock);
        stage.Channel.Answers = _ => new Delivery(Outcome.ChatGone, Reason: "Forbidden: bot was kicked");
        await stage.SayAsync("甲", "/need 口罩 200个", "1");
        await stage.SayAsync("甲", "/need 口罩 300个", "2");
        await stage.Courier.DrainAsync();
        Assert.Single(stage.Channel.Carried);
        await using var db = store.Store.Read();
        Assert.NotNull((await db.Groups.SingleAsync()).InactiveAt);
        Assert.Equal(
            [OutboxState.Failed, OutboxState.Cancelled],
            await db.Outbox.OrderBy(row => row.Id).Select(row => row.State).ToListAsync()
        );
    }

    [Fact]
    public async Task A_restart_settles_what_was_being_attempted()
    {
        await using var store = await TestStore.SqliteAsync();
        await using (var killed = await Stage.StartAsync(store, clock))
        {
            await killed.SayAsync("甲", "/need 口罩 200个", "1");
            await store.Writer.DoAsync("test", async db => (await db.Outbox.SingleAsync()).State = OutboxState.Attempting);
        }

        await using var stage = await Stage.StartAsync(store, clock);
        await stage.Courier.DrainAsync();
        Assert.Empty(stage.Channel.Carried);
        Assert.Equal(OutboxState.Unknown, (await RowAsync(store, "1")).State);
    }

    private static async Task<OutboxRow> RowAsync(TestStore store, string update)
    {
        await using var db = store.Store.Read();
        return await db.Outbox.SingleAsync(row => row.ReplyTo == $"m{update}");
    }
}
