using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Classes;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.People;
using MutualAid.Tests.Stores;

namespace MutualAid.Tests.Faults.Races;

/// <summary>64 people want ten places at the same moment: ten get one, in the order of the commits, and each freed place goes to one who waits.</summary>
public class PlacesTests
{
    private const int Places = 10;
    private const int Freed = 5;
    private static readonly int Rounds = int.Parse(
        Environment.GetEnvironmentVariable("TEST_ROUNDS") ?? (Environment.GetEnvironmentVariable("DEEP") == "1" ? "500" : "12"),
        CultureInfo.InvariantCulture
    );
    private static readonly string[] People = [.. Enumerable.Range(1, 64).Select(each => $"邻居{each}号")];

    [Fact]
    public async Task On_SQLite_ten_of_sixty_four_are_in_every_round()
    {
        await using var store = await TestStore.SqliteAsync();
        await using var stage = await Stage.StartAsync(store);
        await RunAsync(store, stage, stage, [store.Writer]);
    }

    [SkippableFact]
    public async Task On_PostgreSQL_with_two_copies_ten_of_sixty_four_are_in_every_round()
    {
        await using var store = await TestStore.PostgresAsync();
        await using var one = await Stage.StartAsync(store);
        await using var other = await Stage.StartAsync(store);
        await using var second = store.Store.CreateWriter();
        await RunAsync(store, one, other, [store.Writer, second]);
    }

    private static async Task RunAsync(TestStore store, Stage one, Stage other, Writer[] writers)
    {
        await store.Writer.DoAsync("setup", GatherAsync);
        for (var round = 1; round <= Rounds; round++)
        {
            var number = await store.Writer.DoAsync("setup", MakeAsync);
            await Task.WhenAll(
                People.Select(
                    (who, index) => (index % 2 == 0 ? one : other).SayAsync(who, $"/signup {number}", $"{round}-{who}", $"@{who}")
                )
            );
            var full = await ClassAsync(store, number);
            Assert.Equal(Enumerable.Range(1, People.Length), full.SignUps.Select(it => it.Position).Order());
            Assert.Equal(Enumerable.Range(1, Places), full.Going().Select(it => it.Position));
            await FreeAsync(full, one, other, round);
            await Task.WhenAll(Ring(one), Ring(other));
            await TakeAsync(full, writers);
            Check(await ClassAsync(store, number));
        }

        await using var db = store.Store.Read();
        Assert.Equal(0, await db.Incidents.CountAsync());
    }

    private static Task FreeAsync(Class full, Stage one, Stage other, int round) =>
        Task.WhenAll(
            full.Going()
                .Take(Freed)
                .Select(
                    (it, index) =>
                        (index % 2 == 0 ? one : other).SayAsync(
                            it.Person.Name,
                            $"/leave {full.Number}",
                            $"{round}-left-{index}",
                            $"@{it.Person.Name}"
                        )
                )
        );

    // All who wait press at once, some twice.
    private static Task<ClassResult[]> TakeAsync(Class full, Writer[] writers) =>
        Task.WhenAll(
            full.Waiting()
                .Concat(full.Waiting().Take(2 * Freed))
                .Select(
                    (it, index) =>
                        writers[index % writers.Length]
                            .DoAsync(
                                $"press {index}",
                                async db =>
                                    await new ClassDesk(db, TimeProvider.System).TakeAsync(
                                        full.Number,
                                        new Actor(await db.People.SingleAsync(person => person.Id == it.PersonId), null)
                                    )
                            )
                )
        );

    private static void Check(Class it)
    {
        Assert.Equal(Places, it.Going().Count);
        var offered = it.SignUps.Where(signUp => signUp.OfferedAt is not null).Select(signUp => signUp.Position).Order().ToList();
        Assert.Equal(Enumerable.Range(Places + 1, Freed), offered);
        Assert.All(it.SignUps.Where(signUp => offered.Contains(signUp.Position)), signUp => Assert.NotNull(signUp.PlacedAt));
    }

    private static Task Ring(Stage stage) => ActivatorUtilities.CreateInstance<DueJob>(stage.Services).RunAsync(default);

    private static async Task<Class> ClassAsync(TestStore store, int number)
    {
        await using var db = store.Store.Read();
        return await db.Classes.WithAll().SingleAsync(it => it.Number == number);
    }

    private static async Task<int> MakeAsync(Db db)
    {
        var who = new Actor(await db.People.FirstAsync(), await db.Groups.SingleAsync(), Organiser: true);
        var draft = new ClassDraft("睡个好觉", TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(2)) { Places = Places };
        return (await new ClassDesk(db, TimeProvider.System).MakeAsync(who, draft)).Class!.Number;
    }

    private static Task GatherAsync(Db db)
    {
        // No quiet hours: the clock of this test is the day's own.
        var group = new Group
        {
            Channel = "stub",
            ExternalId = "1",
            QuietFrom = default,
            QuietTo = default,
        };
        foreach (var name in People)
        {
            var person = new Person { Name = name };
            person.Accounts.Add(new Account { Channel = "stub", ExternalId = name });
            group.Members.Add(new Member { Person = person });
        }

        db.Groups.Add(group);
        return Task.CompletedTask;
    }
}
