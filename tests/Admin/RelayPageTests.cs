using System.Net;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;

namespace MutualAid.Tests.Admin;

public sealed class RelayPageTests
{
    [Fact]
    public async Task Who_has_not_been_told_is_seen_and_a_mark_is_made_and_taken_back()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (_, page) = await guest.GetAsync("/relays/needs/1");
        Assert.Contains("还没告诉的社区 <span class=\"soft\">2</span>", page, StringComparison.Ordinal);
        var copy = page[page.IndexOf("<textarea", StringComparison.Ordinal)..page.IndexOf("</textarea>", StringComparison.Ordinal)];
        Assert.Contains("还差 口罩 140个、手套 20双", copy, StringComparison.Ordinal);
        foreach (var name in new[] { "段丽华", "邵卫东" })
            Assert.DoesNotContain(name, copy, StringComparison.Ordinal);
        await guest.PostAsync("/relays/needs/1", ("name", "杏花台三号楼群"));
        var (_, told) = await guest.GetAsync("/relays/needs/1");
        Assert.Contains("记下了：已转发到杏花台三号楼群。", told, StringComparison.Ordinal);
        Assert.Contains("还没告诉的社区 <span class=\"soft\">1</span>", told, StringComparison.Ordinal);
        Assert.Contains("<td data-name=\"已转发到\">杏花台三号楼群</td>", (await guest.GetAsync("/relays")).Text, StringComparison.Ordinal);
        foreach (var name in new[] { "", "杏花台三号楼群", new string('楼', 41) })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await guest.PostAsync("/relays/needs/1", ("name", name))).Answer.StatusCode);
        var step = PageForm.In("", told).SelectMany(it => it.Fields).First(it => it.Name == "step").Value;
        await guest.PostAsync("/relays/needs/1?handler=undo", ("step", step));
        await using var db = house.Read();
        Assert.Empty(await db.Relays.ToListAsync());
        var trail = (await guest.GetAsync("/audit")).Text;
        Assert.Contains("<a href=\"/needs/1\">需求 #1</a>", trail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_in_sight_is_not_copied_from()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsAsync("段小满", ConsoleRole.Organiser, 2);
        foreach (var path in new[] { "/relays/needs/1", "/relays/classes/1", "/relays/posts/3", "/relays/people/1", "/relays/needs/99" })
            Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync(path)).Answer.StatusCode);
        await guest.GetAsync("/relays");
        Assert.Equal(HttpStatusCode.NotFound, (await guest.PostAsync("/relays/needs/1", ("name", "三号楼群"))).Answer.StatusCode);
        Assert.DoesNotContain("/relays/needs/1\"", (await guest.GetAsync("/relays")).Text, StringComparison.Ordinal);
    }
}
