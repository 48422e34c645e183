using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Supplies;
using MutualAid.Tests.Admin;
using static MutualAid.Tests.Imports.ImportSteps;

namespace MutualAid.Tests.Imports;

/// <summary>What is wrong is mended on the page; what a sheet says of teams and resources finds its place.</summary>
public sealed partial class MendingTests
{
    private const string Roster =
        "姓名,性别,手机号,队伍,备注\n吴海涭,女,1380718002,测温队,晚上方便\n周大河,男,13800138002,测温队,\n许阿姨,女,138x,代购队,有三轮车\n";
    private const string Resources =
        "提供方,提供方类型,资源类型,能提供什么,数量,单位,存放地点,联系电话\n"
        + "晨露超市,企业,物资,大米,20,袋,南门仓库,13800138009\n望云小学,学校,场地,操场,1,个,望云路3号,\n段师傅,,服务,理发,,,,1380013\n";

    [Fact]
    public async Task A_wrong_number_is_typed_anew_on_the_page_before_and_also_after_the_import()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var before = await NounsAsync(house);
        var id = await BringAsync(guest, "Volunteers", Roster);
        var text = WebUtility.HtmlDecode((await guest.GetAsync($"/imports/{id}")).Text);
        foreach (
            var shown in new[]
            {
                "第 2 行 吴海涭",
                "手机号少位数",
                "value=\"1380718002\"",
                "没有导入：性别",
                "先导入好的 1 行",
                "inputmode=\"tel\" aria-invalid=\"true\"",
            }
        )
            Assert.Contains(shown, text, StringComparison.Ordinal);

        text = await MendAsync(guest, id, text, ("cell-C2", "13807180021"));
        Assert.DoesNotContain("第 2 行 吴海涭", text, StringComparison.Ordinal);
        Assert.Contains("先导入好的 2 行", text, StringComparison.Ordinal);
        await ConfirmAsync(guest, id, text);
        text = WebUtility.HtmlDecode((await guest.GetAsync($"/imports/{id}")).Text);
        foreach (
            var shown in new[]
            {
                "新增 2 行，1 行有问题没有导入",
                "其中 2 位还收不到小助手的消息",
                "href=\"/groups/1\"",
                "第 4 行 许阿姨",
                "bad.xlsx",
                "/volunteers?group=1",
            }
        )
            Assert.Contains(shown, text, StringComparison.Ordinal);

        text = await MendAsync(guest, id, text, ("cell-C4", "13800138004"));
        Assert.Contains("1 行改好了，可以导入", text, StringComparison.Ordinal);
        await ConfirmAsync(guest, id, text);
        text = (await guest.GetAsync($"/imports/{id}")).Text;
        Assert.Contains(">新增 3 行 <", text, StringComparison.Ordinal);
        await using (var db = house.Read())
        {
            var teams = await db.Teams.Include(it => it.Members).ThenInclude(it => it.Person).Where(it => it.GroupId == 1).ToListAsync();
            Assert.Equal(["吴海涭", "周大河"], Members(teams, "测温队"));
            Assert.Equal(["许阿姨"], Members(teams, "代购队"));
            Assert.Equal("有三轮车", await db.Volunteers.Where(it => it.Person.Name == "许阿姨").Select(it => it.Note).SingleAsync());
        }

        await guest.GetAsync($"/imports/{id}?ask=undo");
        await guest.PostAsync($"/imports/{id}?handler=undo");
        Assert.Equal(before, await NounsAsync(house));
    }

    [Fact]
    public async Task A_row_that_is_the_same_as_another_stays_in_sight_after_the_import()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var id = await BringAsync(guest, "Volunteers", "姓名,手机号\n林桂枝,13800138001\n林桂枝,13800138001\n");
        await ConfirmAsync(guest, id, (await guest.GetAsync($"/imports/{id}")).Text);
        var text = (await guest.GetAsync($"/imports/{id}")).Text;
        Assert.Contains("第 3 行 林桂枝", WebUtility.HtmlDecode(text), StringComparison.Ordinal);
        Assert.Contains("和第 2 行是同一个", WebUtility.HtmlDecode(text), StringComparison.Ordinal);
        Assert.DoesNotContain("handler=confirm", text, StringComparison.Ordinal);

        // Somebody goes on with the first; the second is told to be somebody else: only that one is written.
        await house.DoAsync(async db => (await db.Volunteers.SingleAsync(it => it.Person.Name == "林桂枝")).Contact = "13800138099");
        text = await MendAsync(guest, id, text, ("cell-B3", "13800138003"), ("cell-A3", "林桂兰"));
        Assert.Contains("1 行改好了", text, StringComparison.Ordinal);
        await ConfirmAsync(guest, id, text);
        await using var db = house.Read();
        Assert.Equal("13800138099", await db.Volunteers.Where(it => it.Person.Name == "林桂枝").Select(it => it.Contact).SingleAsync());
        Assert.Equal("13800138003", await db.Volunteers.Where(it => it.Person.Name == "林桂兰").Select(it => it.Contact).SingleAsync());
    }

    [Fact]
    public async Task Resources_come_in_with_their_kinds_and_a_number_is_read_only_by_the_button()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var id = await BringAsync(guest, "Resources", Resources);
        var text = WebUtility.HtmlDecode((await guest.GetAsync($"/imports/{id}")).Text);
        Assert.Contains("场地", text, StringComparison.Ordinal);
        Assert.Contains("第 4 行 段师傅", text, StringComparison.Ordinal);
        await ConfirmAsync(guest, id, text);
        await using (var db = house.Read())
        {
            var rice = await db.Offers.Include(it => it.Lines).SingleAsync(it => it.Place == "南门仓库");
            Assert.Equal(
                (ResourceKind.Goods, GiverKind.Enterprise, "晨露超市", "13800138009"),
                (rice.Kind, rice.GivenBy, rice.Provider, rice.Contact)
            );
            Assert.Equal([("大米", 20m, "袋")], rice.Lines.Select(it => (it.Item, it.Quantity!.Value, it.Unit!)));
            Assert.Equal(ResourceKind.Service, (await db.Offers.SingleAsync(it => it.Provider == "段师傅")).Kind);
        }

        var list = WebUtility.HtmlDecode((await guest.GetAsync("/offers?group=1&kind=Venue&givenBy=School")).Text);
        Assert.Contains("操场", list, StringComparison.Ordinal);
        Assert.DoesNotContain("大米", list, StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode((await guest.GetAsync("/offers/" + await NumberAsync(house, "晨露超市", "大米"))).Text);
        Assert.DoesNotContain("13800138009", list + page, StringComparison.Ordinal);
        var shown = await guest.PostAsync($"/offers/{await NumberAsync(house, "晨露超市", "大米")}?handler=contact");
        Assert.Contains("13800138009", await shown.Answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await using var trail = house.Read();
        Assert.Equal("offers/{number:int} contact", (await trail.Audit.OrderBy(it => it.Id).LastAsync()).Act);
    }

    [Fact]
    public async Task More_of_a_resource_changes_it_and_what_was_taken_back_does_not_return()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var first = await BringAsync(guest, "Resources", Resources);
        await ConfirmAsync(guest, first, (await guest.GetAsync($"/imports/{first}")).Text);
        var once = await NounsAsync(house);
        house.Clock.Move(TimeSpan.FromMinutes(5));
        var more = await BringAsync(guest, "Resources", Resources.Replace(",20,袋", ",35,袋", StringComparison.Ordinal));
        var text = WebUtility.HtmlDecode((await guest.GetAsync($"/imports/{more}")).Text);
        Assert.Contains("原来：20", text, StringComparison.Ordinal);
        await ConfirmAsync(guest, more, text);
        await using (var db = house.Read())
            Assert.Equal(35, await db.OfferLines.Where(it => it.Item == "大米").Select(it => it.Quantity).SingleAsync());
        await guest.GetAsync($"/imports/{more}?ask=undo");
        await guest.PostAsync($"/imports/{more}?handler=undo");
        await using (var db = house.Read())
            Assert.Equal(20, await db.OfferLines.Where(it => it.Item == "大米").Select(it => it.Quantity).SingleAsync());
        Assert.NotEqual("", once);

        await guest.PostAsync($"/offers/{await NumberAsync(house, "晨露超市", "大米")}?handler=withdraw");
        var again = await BringAsync(guest, "Resources", Resources);
        text = WebUtility.HtmlDecode((await guest.GetAsync($"/imports/{again}")).Text);
        Assert.Contains("这一条已经撤下了", text, StringComparison.Ordinal);
        Assert.Contains("没有要新增或修改的", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_group_is_chosen_beforehand_where_there_are_several()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        Assert.Contains(
            "<option value=\"\">请选一个群</option>",
            WebUtility.HtmlDecode((await guest.GetAsync("/imports")).Text),
            StringComparison.Ordinal
        );
    }

    private static string[] Members(IEnumerable<Core.Volunteers.Team> teams, string name) =>
        [.. teams.Single(it => it.Name == name).Members.Select(it => it.Person.Name).Order(StringComparer.Ordinal)];

    private static async Task<int> NumberAsync(ConsoleHouse house, string provider, string item)
    {
        await using var db = house.Read();
        return await db
            .Offers.Where(it => it.Provider == provider && it.Lines.Any(line => line.Item == item))
            .Select(it => it.Number)
            .SingleAsync();
    }

    private static async Task<string> MendAsync(ConsoleGuest guest, long id, string page, params (string Name, string Value)[] cells)
    {
        var answer = await guest.PostAsync(
            $"/imports/{id}?handler=cells",
            [("version", Version().Match(page).Groups["version"].Value), .. cells]
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.Answer.StatusCode);
        return WebUtility.HtmlDecode((await guest.GetAsync($"/imports/{id}")).Text);
    }

    [GeneratedRegex("name=\"version\" value=\"(?<version>[0-9]+)\"")]
    private static partial Regex Version();
}
