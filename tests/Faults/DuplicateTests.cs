using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Supplies;
using MutualAid.Tests.Stores;

namespace MutualAid.Tests.Faults;

public class DuplicateTests
{
    private const int Updates = 2500;
    private const int Window = 50;

    [Fact]
    public async Task Updates_given_several_times_out_of_order_have_one_effect_each()
    {
        await using var store = await TestStore.SqliteAsync();
        await using var stage = await Stage.StartAsync(store);
        var chance = new Random(7);
        // After a quiet week numbers begin again, lower.
        var deliveries = Enumerable
            .Range(0, Updates)
            .SelectMany(update => Enumerable.Repeat(update < Updates / 2 ? 900_000 + update : 100_000 + update, chance.Next(3, 6)))
            .ToArray();
        for (var start = 0; start < deliveries.Length; start += Window)
        {
            var window = deliveries.AsSpan(start, Math.Min(Window, deliveries.Length - start)).ToArray();
            chance.Shuffle(window);
            await Task.WhenAll(
                window.Select(update => stage.SayAsync($"p{update % 20}", $"/need 口罩 {update}个", $"{update}", $"{update % 4}"))
            );
        }

        await using var db = store.Store.Read();
        var quantities = await db.Needs.WithAll().Select(need => need.Lines[0].Quantity).ToListAsync();
        Assert.True(deliveries.Length >= 9_000);
        Assert.Equal(Updates, quantities.Count);
        Assert.Equal(Updates, quantities.Distinct().Count());
        Assert.Equal(Updates, await db.Seen.CountAsync());
        Assert.Equal(Updates, await db.Outbox.CountAsync());
        Assert.Equal(0, await db.Incidents.CountAsync());
    }
}
