using System.Net;
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
        Assert.Contains("没有这样的记录", (await guest.GetAsync("/audit?act=exports")).Text, StringComparison.Ordinal);
        Assert.Contains("没有这样的记录", (await guest.GetAsync("/audit?to=2020-02-04")).Text, StringComparison.Ordinal);
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

    [Fact]
    public async Task The_trail_speaks_of_what_was_done_to_what_and_to_whom_without_the_words_of_the_database()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.PostAsync("/shifts/1?handler=assign", ("person", await IdAsync(house, "段丽华")));
        await guest.PostAsync("/shifts/1?handler=cancel");
        await guest.PostAsync("/exports", ("what", "donations"), ("format", "csv"));
        await guest.GetAsync("/volunteers/roster.csv");
        await guest.GetAsync("/imports/2/bad.xlsx");
        await guest.PostAsync("/donations/1?handler=takeBack");
        Assert.Contains("#1 牛奶 10箱、口罩 200个 删掉了", (await guest.GetAsync("/donations")).Text, StringComparison.Ordinal);
        var text = WebUtility.HtmlDecode((await guest.GetAsync("/audit")).Text);
        var lines = text.Split("<li>").Select(it => System.Text.RegularExpressions.Regex.Replace(it, "<[^>]*>|\\s+", " ")).ToList();
        Assert.Contains(lines, it => Squeezed(it).Contains("安排了一位：班#1南门岗段丽华", StringComparison.Ordinal));
        Assert.Contains("班：取消时间 从 （空） 改成 2月5日 周三 12:00", text, StringComparison.Ordinal);
        Assert.Contains(lines, it => Squeezed(it).Contains("导出了一张表：捐赠", StringComparison.Ordinal));
        Assert.Contains(lines, it => Squeezed(it).Contains("下载了有问题的行：志愿者名册名册.xlsx", StringComparison.Ordinal));
        Assert.Contains("下载了志愿者名册", text, StringComparison.Ordinal);
        foreach (var word in new[] { "DueRow", "CancelledAt", "Version", "Id ", "Z," })
            Assert.DoesNotContain(
                word,
                text[text.IndexOf("class=\"history trail\"", StringComparison.Ordinal)..],
                StringComparison.Ordinal
            );
    }

    private static string Squeezed(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private static async Task<string> IdAsync(ConsoleHouse house, string name)
    {
        await using var db = house.Read();
        return $"{await db.Members.Where(it => it.Person.Name == name).Select(it => it.PersonId).FirstAsync()}";
    }
}
