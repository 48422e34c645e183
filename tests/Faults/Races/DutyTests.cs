using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.People;
using MutualAid.Core.Volunteers;
using MutualAid.Tests.Stores;

namespace MutualAid.Tests.Faults.Races;

/// <summary>Two people take the same free place at once: one has it, the other reads that the shift is full.</summary>
public class DutyTests
{
    private static readonly int Rounds = Environment.GetEnvironmentVariable("DEEP") == "1" ? 500 : 50;
    private static readonly string[] Two = ["甲", "乙"];

    [Fact]
    public async Task On_SQLite_one_of_two_gets_the_last_place_every_round()
    {
        await using var store = await TestStore.SqliteAsync();
        await using var stage = await Stage.StartAsync(store);
        await RunAsync(store, stage, stage);
    }

    [SkippableFact]
    public async Task On_PostgreSQL_with_two_copies_one_of_two_gets_the_last_place_every_round()
    {
        await using var store = await TestStore.PostgresAsync();
        await using var one = await Stage.StartAsync(store);
        await using var other = await Stage.StartAsync(store);
        await RunAsync(store, one, other);
    }

    private static async Task RunAsync(TestStore store, Stage one, Stage other)
    {
        await store.Writer.DoAsync("setup", GatherAsync);
        for (var round = 1; round <= Rounds; round++)
        {
            var start = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(3 * round);
            await store.Writer.DoAsync("setup", db => MakeAsync(db, start));
            await Task.WhenAll(
                one.SayAsync(Two[0], $"/shift {round}", $"a{round}", "@甲"),
                other.SayAsync(Two[1], $"/shift {round}", $"b{round}", "@乙")
            );
        }

        await using var db = store.Store.Read();
        var shifts = await db.Shifts.WithAll().ToListAsync();
        Assert.Equal(Rounds, shifts.Count);
        Assert.All(shifts, it => Assert.Single(it.Assignments));
        Assert.Equal(Rounds, await db.Outbox.CountAsync(row => row.Text.StartsWith("这班满了")));
        Assert.Equal(0, await db.Incidents.CountAsync());
    }

    private static async Task<int> MakeAsync(Db db, DateTime start)
    {
        var who = new Actor(await db.People.FirstAsync(), await db.Groups.SingleAsync(), Organiser: true);
        var made = await new ShiftDesk(db, TimeProvider.System).MakeAsync(who, new ShiftDraft("南门岗", start, start.AddHours(1), 1));
        return made.Shift!.Number;
    }

    private static Task GatherAsync(Db db)
    {
        var group = new Group { Channel = "stub", ExternalId = "1" };
        foreach (var name in Two)
        {
            var person = new Person { Name = name };
            person.Accounts.Add(new Account { Channel = "stub", ExternalId = name });
            group.Members.Add(new Member { Person = person });
        }

        db.Groups.Add(group);
        return Task.CompletedTask;
    }
}
