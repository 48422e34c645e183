using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Tests.Admin;
using static MutualAid.Tests.Imports.ImportSteps;

namespace MutualAid.Tests.Imports;

/// <summary>Into which group a sheet goes, and where those who came with it are found.</summary>
public sealed class ImportGroupTests
{
    [Fact]
    public async Task A_sheet_without_a_group_is_kept_and_the_group_is_asked_next()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (answer, _) = await SendAsync(guest, "Volunteers", Encoding.UTF8.GetBytes(ImportPageTests.Roster), group: "");
        var at = answer.Headers.Location!.ToString();
        var (_, asked) = await guest.GetAsync(at);
        Assert.Contains("导入到哪个群？", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=confirm", asked, StringComparison.Ordinal);
        var before = await NounsAsync(house);
        await guest.PostAsync(at + "?handler=confirm", ("version", VersionOf(asked)));
        await guest.PostAsync(at + "?handler=group", ("version", VersionOf(asked)), ("group", "99"));
        Assert.Equal(before, await NounsAsync(house));
        await guest.GetAsync(at);
        await guest.PostAsync(at + "?handler=group", ("version", VersionOf(asked)), ("group", "1"));
        Assert.Contains("先导入好的 2 行", (await guest.GetAsync(at)).Text, StringComparison.Ordinal);
        // Another's draft without a group is nobody else's.
        var (loose, _) = await SendAsync(guest, "Volunteers", Encoding.UTF8.GetBytes(ImportPageTests.Roster), group: "");
        var other = await new ConsoleGuest(house).EnterAsAsync("段小满", ConsoleRole.Organiser, 2);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(loose.Headers.Location!.ToString())).Answer.StatusCode);
    }

    [Fact]
    public async Task Who_was_taken_in_stands_first_on_the_roster_and_is_marked()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        await house.DoAsync(async db =>
        {
            foreach (var old in await db.Volunteers.ToListAsync())
                old.JoinedAt = ConsoleCast.Now.AddDays(-9);
        });
        var guest = await new ConsoleGuest(house).EnterAsync();
        var id = await BringAsync(guest, "Volunteers", "姓名\n赵一鸣\n安小满\n");
        await ConfirmAsync(guest, id, (await guest.GetAsync($"/imports/{id}")).Text);
        var (_, text) = await guest.GetAsync("/volunteers?group=1");
        // By their sound: an, zhao; then duan, shao.
        var order = new[] { "安小满", "赵一鸣", "段丽华", "邵卫东" };
        Assert.Equal(order, order.OrderBy(name => text.IndexOf($">{name}</a>", StringComparison.Ordinal)));
        Assert.Equal(2, text.Split("<span class=\"tag on\">新</span>").Length - 1);
    }
}
