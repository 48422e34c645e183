using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Data;

namespace MutualAid.Tests.Admin;

public sealed class TrailTests
{
    [Fact]
    public async Task An_act_is_told_with_who_what_and_how_much_and_a_refused_one_is_not()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.PostAsync("/needs/2?handler=verify");
        await guest.PostAsync("/needs/2?handler=verify");
        await using var db = house.Read();
        var entry = await db.Audit.SingleAsync();
        Assert.Contains("Need 2: ", entry.Changes, StringComparison.Ordinal);
        Assert.Contains("VerifiedAt – → 2020-02-05 04:00Z", entry.Changes, StringComparison.Ordinal);
        var text = (await guest.GetAsync("/audit")).Text;
        Assert.Contains("温静宜", text, StringComparison.Ordinal);
        Assert.Contains("核实了需求 <a href=\"/needs/2\">#2 84消毒液 30瓶</a>", text, StringComparison.Ordinal);
        Assert.Contains("这里还没有记录", (await guest.GetAsync("/audit?act=exports")).Text, StringComparison.Ordinal);
        Assert.Contains("这里还没有记录", (await guest.GetAsync("/audit?to=2020-02-04")).Text, StringComparison.Ordinal);
        Assert.Contains("\"温静宜\",\"核实了需求\",\"#2 84消毒液 30瓶\"", (await guest.PostAsync("/audit")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_written_is_never_changed()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.PostAsync("/needs/2?handler=verify");
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            house.DoAsync(async db => (await db.Audit.SingleAsync()).Act = "nothing")
        );
        await using var db = house.Read();
        Assert.Equal("needs/{number:int} verify", (await db.Audit.SingleAsync()).Act);
    }

    [Fact]
    public async Task Another_groups_trail_is_not_there()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var owner = await new ConsoleGuest(house).EnterAsync();
        await owner.PostAsync("/needs/2?handler=verify");
        await owner.PostAsync("/needs/4?handler=verify");
        var guest = await new ConsoleGuest(house).EnterAsAsync("段小满", ConsoleRole.Organiser, 2);
        var text = (await guest.GetAsync("/audit")).Text;
        Assert.Contains("/needs/4\">#4 蔬菜 50斤</a>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("核实了需求 <a href=\"/needs/2\">#2 84消毒液 30瓶</a>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_is_found_in_one_field_and_only_in_ones_own_groups()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var owner = await new ConsoleGuest(house).EnterAsync();
        Assert.Contains("href=\"/needs/1\"", (await owner.GetAsync("/search?q=%231")).Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/needs/1\"", (await owner.GetAsync("/search?q=口罩")).Text, StringComparison.Ordinal);
        Assert.Contains("邵卫东", (await owner.GetAsync("/search?q=卫东")).Text, StringComparison.Ordinal);
        Assert.Contains("瑞禾村", (await owner.GetAsync("/search?q=瑞禾")).Text, StringComparison.Ordinal);
        var guest = await new ConsoleGuest(house).EnterAsAsync("段小满", ConsoleRole.Viewer, 2);
        foreach (var words in new[] { "%231", "口罩", "卫东" })
        {
            var found = (await guest.GetAsync($"/search?q={words}")).Text;
            Assert.DoesNotContain("href=\"/needs/", found, StringComparison.Ordinal);
            Assert.DoesNotContain("href=\"/classes/", found, StringComparison.Ordinal);
            Assert.DoesNotContain("邵卫东", found, StringComparison.Ordinal);
        }

        Assert.Contains("href=\"/needs/4\"", (await guest.GetAsync("/search?q=蔬菜")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_is_made_checked_and_listed()
    {
        var folder = Directory.CreateTempSubdirectory("backups-");
        try
        {
            await using var house = await ConsoleHouse.StartAsync(adjust: it => it.Configuration["Backup:Folder"] = folder.FullName);
            await ConsoleCast.FillAsync(house);
            var guest = await new ConsoleGuest(house).EnterAsync();
            Assert.Contains("还没有备份", (await guest.GetAsync("/backups")).Text, StringComparison.Ordinal);
            await guest.PostAsync("/backups");
            var text = (await guest.GetAsync("/backups")).Text;
            Assert.Contains("mutualaid-2020-02-05-120000.db", text, StringComparison.Ordinal);
            Assert.Contains("restore", text, StringComparison.Ordinal);
            Assert.Equal(4, SqliteBackup.Check(Path.Combine(folder.FullName, "mutualaid-2020-02-05-120000.db")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
