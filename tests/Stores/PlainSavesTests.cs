using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Core.Groups;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;
using MutualAid.Core.Supplies;

namespace MutualAid.Tests.Stores;

/// <summary>Rows that are stored without EF Core's pipeline stand as it would have stored them.</summary>
public class PlainSavesTests
{
    private static readonly DateTime Then = new(2020, 2, 7, 15, 0, 0, 123, 456, DateTimeKind.Utc);

    [Fact]
    public async Task New_rows_keep_the_order_in_which_they_were_added_and_learn_the_keys_of_what_they_point_at()
    {
        await using var store = await TestStore.SqliteAsync();
        await store.Writer.DoAsync(
            "test",
            db =>
            {
                var card = new Card { Key = "need:1", ChatId = "-1" };
                db.Outbox.AddRange(new[] { "第二", "第一", "第三" }.Select(text => Row(text, card)));
                return Task.CompletedTask;
            }
        );

        await using var db = store.Store.Read();
        var rows = await db.Outbox.Include(row => row.Card).OrderBy(row => row.Id).ToListAsync();
        Assert.Equal(["第二", "第一", "第三"], rows.Select(row => row.Text));
        Assert.All(rows, row => Assert.Equal("need:1", row.Card?.Key));
    }

    [Fact]
    public async Task Each_column_holds_what_EF_Core_would_have_written()
    {
        await using var store = await TestStore.SqliteAsync();
        // A key that is said goes EF Core's way.
        await store.Writer.DoAsync("test", db => AddAsync(db, 7, "a"));
        await store.Writer.DoAsync("test", db => AddAsync(db, 0, "b"));

        await using var db = store.Store.Read();
        foreach (var table in new[] { "Outbox", "Needs", "NeedLines", "Groups" })
        {
            var columns = await ListAsync(db, $"SELECT name AS Value FROM pragma_table_info('{table}')");
            var said = columns
                .Where(name => !name.EndsWith("Id", StringComparison.Ordinal) && name is not ("Number" or "Channel"))
                .ToList();
            var values = string.Join(" || ',' || ", said.Select(name => $"quote(\"{name}\")"));
            var rows = await ListAsync(db, $"SELECT {values} AS Value FROM \"{table}\" ORDER BY \"Id\"");
            Assert.Equal(2, rows.Count);
            Assert.Equal(rows[0], rows[1]);
        }
    }

    [Fact]
    public async Task A_row_that_is_no_longer_as_it_was_read_is_not_overwritten()
    {
        await using var store = await TestStore.SqliteAsync();
        await store.Writer.DoAsync("test", db => db.Outbox.AddAsync(Row("待发", null)).AsTask());

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            store.Writer.DoAsync(
                "test",
                async db =>
                {
                    var row = await db.Outbox.SingleAsync();
                    await db.Database.ExecuteSqlAsync($"""UPDATE "Outbox" SET "State" = 'Sent'""");
                    row.State = OutboxState.Cancelled;
                }
            )
        );

        await using var db = store.Store.Read();
        Assert.Equal(OutboxState.Queued, (await db.Outbox.SingleAsync()).State);
    }

    [Fact]
    public async Task What_goes_makes_room_for_what_comes_in_the_same_save()
    {
        await using var store = await TestStore.SqliteAsync();
        await store.Writer.DoAsync("test", db => db.Cards.AddAsync(new Card { Key = "need:1", ChatId = "-1" }).AsTask());
        await store.Writer.DoAsync(
            "test",
            async db =>
            {
                db.Cards.Add(
                    new Card
                    {
                        Key = "need:1",
                        ChatId = "-1",
                        MessageId = "新",
                    }
                );
                db.Cards.Remove(await db.Cards.SingleAsync());
            }
        );

        await using var db = store.Store.Read();
        Assert.Equal("新", (await db.Cards.SingleAsync()).MessageId);
    }

    private static OutboxRow Row(string text, Card? card) =>
        new()
        {
            ChatId = "-1",
            Text = text,
            Card = card,
            Why = Why.Digest,
            Silent = true,
            CreatedAt = Then,
            DueAt = Then,
        };

    private static async Task AddAsync(Db db, long key, string chat)
    {
        var row = Row("一样", null);
        row.Id = key;
        var group = new Group
        {
            Id = key,
            Channel = chat,
            ExternalId = "-1",
            Title = "一样",
            AddedAt = Then,
        };
        var need = new Need
        {
            Id = key,
            Number = (int)key + 1,
            Group = group,
            AskedBy = new Person { Name = "甲", FirstSeenAt = Then },
            AskedAt = Then,
            LastActAt = Then,
            Urgent = true,
        };
        var line = new NeedLine
        {
            Id = key,
            Need = need,
            Item = "大米",
            ItemKey = "大米",
            Quantity = 2.5m,
        };
        db.AddRange(row, need, line);
        await db.SaveChangesAsync();
    }

    private static Task<List<string>> ListAsync(Db db, string words) => db.Database.SqlQueryRaw<string>(words).ToListAsync();
}
