using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Data;
using MutualAid.Tests.Stores;

namespace MutualAid.Tests.Faults.Storage;

public class BackupTests
{
    [Fact]
    public async Task A_backup_made_under_load_restores_to_one_moment_of_the_history()
    {
        await using var store = await TestStore.SqliteAsync();
        await using var stage = await Stage.StartAsync(store);
        var folder = Directory.CreateTempSubdirectory("mutual-aid-backup-");
        var load = Task.WhenAll(Enumerable.Range(0, 4).Select(chat => AskAsync(stage, chat)));
        var counts = new List<long>();
        for (var copy = 0; copy < 10; copy++)
        {
            var file = Path.Combine(folder.FullName, $"{copy}.db");
            await SqliteBackup.MakeAsync((SqliteWriter)store.Writer, file);
            counts.Add(SqliteBackup.Check(file));
            await AssertWholeAsync(folder, file, (int)counts[^1]);
        }

        await load;
        Assert.Equal(counts.Order(), counts);
        var last = Path.Combine(folder.FullName, "last.db");
        await SqliteBackup.MakeAsync((SqliteWriter)store.Writer, last);
        await AssertWholeAsync(folder, last, 200);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private static async Task AskAsync(Stage stage, int chat)
    {
        for (var number = 0; number < 50; number++)
            await stage.SayAsync($"p{chat}", $"/need 口罩 {number + 1}个", $"{chat}-{number}", $"{chat}");
    }

    private static async Task AssertWholeAsync(DirectoryInfo folder, string copy, int needs)
    {
        var restored = Path.Combine(folder.FullName, "restored.db");
        SqliteBackup.Restore(copy, restored);
        await using var db = new SqliteStore(restored).Read();
        Assert.Equal(Enumerable.Range(1, needs), await db.Needs.OrderBy(need => need.Number).Select(need => need.Number).ToListAsync());
        Assert.Equal(needs, await db.NeedLines.CountAsync());
        Assert.Equal(needs, await db.Outbox.CountAsync());
        Assert.Equal(needs, await db.Seen.CountAsync());
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }
}
