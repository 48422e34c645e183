using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Supplies;
using MutualAid.Tests.Stores;

namespace MutualAid.Tests.Faults.Races;

/// <summary>Two people claim the last of a need at the same moment: one gets it.</summary>
public class LastOneTests
{
    private const int Rounds = 500;

    [Fact]
    public async Task On_SQLite_one_of_two_wins_every_round()
    {
        await using var store = await TestStore.SqliteAsync();
        await using var stage = await Stage.StartAsync(store);
        await RunAsync(store, stage, stage);
    }

    [SkippableFact]
    public async Task On_PostgreSQL_with_two_engines_one_of_two_wins_every_round()
    {
        await using var store = await TestStore.PostgresAsync();
        await using var one = await Stage.StartAsync(store);
        await using var other = await Stage.StartAsync(store);
        await RunAsync(store, one, other);
    }

    private static async Task RunAsync(TestStore store, Stage one, Stage other)
    {
        for (var round = 1; round <= Rounds; round++)
        {
            await one.SayAsync("甲", $"/need 口罩 {round}个", $"n{round}");
            await Task.WhenAll(one.SayAsync("乙", $"/claim {round}", $"a{round}"), other.SayAsync("丙", $"/claim {round}", $"b{round}"));
        }

        await using var db = store.Store.Read();
        var needs = await db.Needs.WithAll().ToListAsync();
        Assert.Equal(Rounds, needs.Count);
        Assert.Equal(0, await db.Incidents.CountAsync());
        Assert.All(needs, need => Assert.Equal(need.Lines[0].Quantity, Assert.Single(need.Lines[0].Claims).Quantity));
        var winners = needs.GroupBy(need => need.Lines[0].Claims[0].By.Name).ToDictionary(group => group.Key, group => group.Count());
        Assert.All(winners.Keys, name => Assert.Contains(name, new[] { "乙", "丙" }));
    }
}
