using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Broadcasts;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Talk;
using Delivery = MutualAid.Bot.Engine.Delivery;

namespace MutualAid.Tests.Broadcasts;

/// <summary>How a large audience becomes rows: in batches, once each, whoever rings and however often.</summary>
public sealed class Feeding
{
    private const int Groups = (2 * BroadcastDesk.Batch) + 50;

    [Fact]
    public async Task A_batch_a_commit_and_nobody_twice_though_two_hosts_ring_at_once()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.GroupsAsync(Groups - 1);
        await bot.BroadcastsAsync(count: Groups);
        bot.Clock.Move(BroadcastDesk.Hold);
        var fed = new List<int>();
        while (fed.Count == 0 || fed[^1] < Groups)
        {
            await Task.WhenAll(
                Enumerable.Range(0, 3).Select(_ => ActivatorUtilities.CreateInstance<DueJob>(bot.Services).RunAsync(default))
            );
            fed.Add(await bot.Look(db => db.Recipients.CountAsync()));
        }

        Assert.Equal(Groups, fed[^1]);
        Assert.All(fed.Prepend(0).Zip(fed), pair => Assert.InRange(pair.Second - pair.First, 1, 3 * BroadcastDesk.Batch));
        var sizes = await bot.Look(db => db.Due.Where(row => row.Kind == BroadcastDue.Feed).Select(row => row.Key).ToListAsync());
        Assert.Equal(3, sizes.Count);
        await bot.Until("2026-11-22 10:10");
        Assert.Equal(Groups, bot.Reached().Distinct().Count());
        Assert.Equal(Groups, bot.Reached().Count);
    }

    [Fact]
    public async Task Fed_again_it_gives_nobody_a_second_row_and_adds_who_came_meanwhile()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.BroadcastsAsync();
        await bot.Whispers(Cast.Wen, "算了");
        await bot.Until("2026-11-22 10:05");
        await bot.AtDeskAsync(
            async (_, desk, it) =>
            {
                it.FedAt = null;
                return await desk.FeedAsync(it);
            }
        );
        Assert.Single(await bot.RowsAsync());
        Assert.Equal(["g1"], bot.Reached());
    }

    [Fact]
    public async Task An_answer_to_somebody_goes_before_what_hundreds_get()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.GroupsAsync(99);
        await bot.BroadcastsAsync(count: 100);
        bot.Clock.Move(BroadcastDesk.Hold);
        await ActivatorUtilities.CreateInstance<DueJob>(bot.Services).RunAsync(default);
        var before = bot.Channel.Calls.Count;
        await bot.Whispers(Cast.Lu, "/help");
        Assert.Equal($"@{Cast.Lu}", bot.Channel.Calls[before].ChatId);
        Assert.Equal(100, bot.Reached().Count);
    }

    [Fact]
    public async Task A_group_that_moves_to_another_id_on_the_way_gets_it_once()
    {
        await using var bot = await TestBot.StartedAsync();
        await bot.GroupsAsync(1);
        // g1 has become g2, which the bot knows as a group of its own already.
        bot.Channel.Refusal = call => call.ChatId == "g1" ? new Delivery(Outcome.Migrated, Reason: "g2") : null;
        await bot.TagAsync("g1", "东片");
        await bot.TagAsync("g2", "东片");
        await bot.BroadcastsAsync();
        await bot.Until("2026-11-22 10:05");
        Assert.Single(await bot.LookAsync(), post => post.Chat == Stage.Group && post.Text == Circle.Words);
        Assert.Equal(OutboxState.Sent, Assert.Single(await bot.RowsAsync()).State);
        Assert.StartsWith("群发 #1｜完成\n已送达 1 / 1", (await bot.ReportAsync()).Text, StringComparison.Ordinal);
    }
}
