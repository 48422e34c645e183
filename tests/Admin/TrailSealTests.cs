using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Audit;
using MutualAid.Core.Communities;
using MutualAid.Core.People;
using MutualAid.Tests.Stores;

namespace MutualAid.Tests.Admin;

/// <summary>What was done to the trail behind the program's back is found.</summary>
public sealed class TrailSealTests
{
    [Fact]
    public async Task The_trail_is_whole_until_somebody_alters_or_takes_out_a_line_in_the_file()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        Assert.Contains("还没有可以核对的", (await guest.GetAsync("/audit?ask=whole")).Text, StringComparison.Ordinal);
        foreach (var name in new[] { "瑞禾新村", "瑞禾东村", "瑞禾西村" })
            await guest.PostAsync("/communities", ("id", "2"), ("name", name));
        Assert.Contains("核对过了：3 条", (await guest.GetAsync("/audit?ask=whole")).Text, StringComparison.Ordinal);

        foreach (
            var (done, undone) in new[]
            {
                (
                    "UPDATE Audit SET Changes = 'Community 2' || Changes WHERE Id = 2",
                    "UPDATE Audit SET Changes = SUBSTR(Changes, 12) WHERE Id = 2"
                ),
                ("UPDATE Audit SET Act = 'communities/' WHERE Id = 2", "UPDATE Audit SET Act = 'communities' WHERE Id = 2"),
                ("UPDATE Audit SET Seal = '-' || Seal WHERE Id = 2", "UPDATE Audit SET Seal = SUBSTR(Seal, 2) WHERE Id = 2"),
                ("UPDATE Audit SET Id = 9 WHERE Id = 2", "UPDATE Audit SET Id = 2 WHERE Id = 9"),
            }
        )
        {
            await house.DoAsync(db => db.Database.ExecuteSqlRawAsync(done));
            Assert.Contains("前 1 条是好的", (await guest.GetAsync("/audit?ask=whole")).Text, StringComparison.Ordinal);
            await house.DoAsync(db => db.Database.ExecuteSqlRawAsync(undone));
            Assert.Contains("核对过了：3 条", (await guest.GetAsync("/audit?ask=whole")).Text, StringComparison.Ordinal);
        }

        await house.DoAsync(db => db.Database.ExecuteSqlRawAsync("DELETE FROM Audit WHERE Id = 2"));
        Assert.Contains("前 1 条是好的", (await guest.GetAsync("/audit?ask=whole")).Text, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Acts_that_are_closed_at_once_make_one_chain(string kind)
    {
        await using var store = kind == "sqlite" ? await TestStore.SqliteAsync() : await TestStore.PostgresAsync();
        var person = await store.Writer.DoAsync(
            "people",
            async db =>
            {
                var made = db.Add(new Person { Name = "温静宜" }).Entity;
                await db.SaveChangesAsync();
                return made.Id;
            }
        );
        await Task.WhenAll(
            Enumerable
                .Range(0, 24)
                .Select(number =>
                    store.Writer.DoAsync(
                        $"lane {number}",
                        async db =>
                        {
                            var trail = new AuditTrail(db);
                            db.Add(new Community { Name = $"社区{number}", NameKey = $"社区{number}" });
                            await trail.CloseAsync(
                                person,
                                "communities",
                                null,
                                new DateTime(2020, 2, 5, 4, 0, 0, 123, 456, DateTimeKind.Utc)
                            );
                            return true;
                        }
                    )
                )
        );
        await using var db = store.Store.Read();
        Assert.Equal(24, await db.Audit.CountAsync());
        var check = await AuditSeal.CheckAsync(db);
        Assert.Equal((24, null), (check.Count, check.Broken));
    }
}
