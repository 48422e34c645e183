using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Imports;
using MutualAid.Tests.Admin;
using static MutualAid.Tests.Imports.ImportSteps;

namespace MutualAid.Tests.Imports;

public sealed class ImportPageTests
{
    internal const string Roster =
        "姓名,手机号,社区,技能,空闲时间\n林桂枝,138 0013 8001,杏花台社区,测温、开车,周末\n周大河,13800138002,新河湾,做饭,看情况\n许阿姨,1380013,,,\n";
    private const string Goods =
        "日期,捐赠人,物资,数量,单位,估价\n2020-02-01,晨露超市,牛奶,10,箱,500\n2020-02-01,晨露超市,牛奶,10,箱,500\n2020-02-02,匿名,口罩 100个，手套 20双,,,\n2020-02-30,周师傅,大米,5,袋,\n";
    private const string Places =
        "社区名称,别名,所属街道,联系人,联系电话,收货地址\n杏花台社区,杏花台,城北街道,温静宜,13800138009,南门岗亭\n新河湾,河湾小区、新河湾小区,城东街道,周大河,,\n";
    private const string Posts = "栏目,标题,正文,标签\n小贴士,怎样洗手,\"先打湿，\n再搓二十秒。\",卫生\n小贴士,,没有标题,\n";

    [Fact]
    public async Task A_roster_is_looked_at_confirmed_and_taken_back_and_the_rows_are_as_before()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var before = await NounsAsync(house);
        var id = await BringAsync(guest, "Volunteers", Roster);
        var text = (await guest.GetAsync($"/imports/{id}")).Text;
        foreach (
            var shown in new[]
            {
                "B4</b>：<span class=\"piece\">手机号少位数",
                "先导入好的 2 行",
                "林桂枝",
                "13800138001",
                "下载有问题的行",
            }
        )
            Assert.Contains(shown, text, StringComparison.Ordinal);
        Assert.Equal(before, await NounsAsync(house));

        await ConfirmAsync(guest, id, text);
        await using (var db = house.Read())
        {
            var made = await db
                .Volunteers.Include(it => it.Skills)
                .Include(it => it.Person.Community)
                .SingleAsync(it => it.Person.Name == "林桂枝");
            Assert.Equal(("13800138001", "杏花台社区", "周末"), (made.Contact, made.Person.Community!.Name, made.FreeText));
            Assert.Equal(["开车", "测温"], made.Skills.Select(it => it.Name).Order(StringComparer.Ordinal));
            Assert.NotEqual(0, made.FreeSlots);
            Assert.True(await db.Members.AnyAsync(it => it.PersonId == made.PersonId && it.GroupId == 1));
            Assert.DoesNotContain("林桂枝", (await db.Imports.OrderBy(it => it.Id).LastAsync()).Content!, StringComparison.Ordinal);
            Assert.Equal("imports/{id:long} confirm", (await db.Audit.OrderBy(it => it.Id).LastAsync()).Act);
        }

        Assert.Contains("新增 2 行，1 行有问题没有导入", (await guest.GetAsync($"/imports/{id}")).Text, StringComparison.Ordinal);
        await guest.GetAsync($"/imports/{id}?ask=undo");
        await guest.PostAsync($"/imports/{id}?handler=undo");
        Assert.Contains("撤销了，都回到了导入以前", (await guest.GetAsync($"/imports/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(before, await NounsAsync(house));
    }

    [Theory]
    [InlineData("Volunteers", Roster, 2)]
    [InlineData("Donations", Goods, 3)]
    [InlineData("Communities", Places, 2)]
    [InlineData("Posts", Posts, 1)]
    public async Task The_same_sheet_a_second_time_changes_nothing_and_taking_it_back_restores_the_rows(
        string kind,
        string sheet,
        int written
    )
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var before = await NounsAsync(house);
        var first = await BringAsync(guest, kind, sheet);
        await ConfirmAsync(guest, first, (await guest.GetAsync($"/imports/{first}")).Text);
        var after = await NounsAsync(house);
        Assert.NotEqual(before, after);

        house.Clock.Move(TimeSpan.FromMinutes(5));
        var second = await BringAsync(guest, kind, sheet);
        var text = (await guest.GetAsync($"/imports/{second}")).Text;
        Assert.Contains("没有要新增或修改的", text, StringComparison.Ordinal);
        await ConfirmAsync(guest, second, text);
        Assert.Equal(after, await NounsAsync(house));
        await using (var db = house.Read())
        {
            Assert.Equal(written, await db.Imports.Where(it => it.Id == first).Select(it => it.Added + it.Changed).SingleAsync());
            Assert.Equal(
                (0, 0, written),
                await db.Imports.Where(it => it.Id == second).Select(it => ValueTuple.Create(it.Added, it.Changed, it.Same)).SingleAsync()
            );
        }

        await guest.GetAsync($"/imports/{first}?ask=undo");
        await guest.PostAsync($"/imports/{first}?handler=undo");
        Assert.Equal(before, await NounsAsync(house));
    }

    [Fact]
    public async Task Rows_that_somebody_went_on_with_stay_when_the_rest_is_taken_back()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var id = await BringAsync(guest, "Donations", Goods);
        await ConfirmAsync(guest, id, (await guest.GetAsync($"/imports/{id}")).Text);
        await house.DoAsync(async db => (await db.Donations.SingleAsync(it => it.Number == 3)).Version++);
        await guest.GetAsync($"/imports/{id}?ask=undo");
        await guest.PostAsync($"/imports/{id}?handler=undo");
        Assert.Contains("有 1 行后来有人改过", (await guest.GetAsync($"/imports/{id}")).Text, StringComparison.Ordinal);
        await using var left = house.Read();
        Assert.Equal([1, 2, 3], await left.Donations.Select(it => it.Number).Order().ToListAsync());
    }

    [Fact]
    public async Task After_a_day_it_cannot_be_taken_back_and_nothing_of_the_sheet_is_left()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var done = await BringAsync(guest, "Volunteers", Roster);
        await ConfirmAsync(guest, done, (await guest.GetAsync($"/imports/{done}")).Text);
        var open = await BringAsync(guest, "Volunteers", Roster);
        await house.DoAsync(async db =>
        {
            foreach (var row in await db.Due.Where(it => it.Kind == ImportDesk.Forgetting && it.SubjectId >= done).ToListAsync())
                await new ImportDesk(db, house.Clock).ForgetAsync(row.SubjectId!.Value);
        });
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync($"/imports/{open}")).Answer.StatusCode);
        Assert.Contains("已经从这里删掉", (await guest.GetAsync($"/imports/{done}")).Text, StringComparison.Ordinal);
        await guest.PostAsync($"/imports/{done}?handler=undo");
        await using var db = house.Read();
        Assert.Equal(
            (null, null, null),
            await db.Imports.Where(it => it.Id == done).Select(it => ValueTuple.Create(it.Content, it.Steps, it.UndoneAt)).SingleAsync()
        );
        Assert.True(await db.Volunteers.AnyAsync(it => it.Person.Name == "林桂枝"));
    }

    [Fact]
    public async Task Other_columns_can_be_chosen_and_what_is_needed_is_asked_for()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var id = await BringAsync(guest, "Volunteers", "谁,号码一,号码二\n林桂枝,13800138001,13800138002\n");
        var text = (await guest.GetAsync($"/imports/{id}")).Text;
        Assert.Contains("请选哪一列是姓名", text, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=confirm", text, StringComparison.Ordinal);
        await guest.PostAsync($"/imports/{id}?handler=columns", ("version", VersionOf(text)), ("col-name", "0"), ("col-phone", "2"));
        text = (await guest.GetAsync($"/imports/{id}")).Text;
        Assert.Contains("13800138002", text, StringComparison.Ordinal);
        await ConfirmAsync(guest, id, text);
        await using var db = house.Read();
        Assert.Equal("13800138002", (await db.Volunteers.SingleAsync(it => it.Person.Name == "林桂枝")).Contact);
    }

    [Fact]
    public async Task The_rows_with_faults_come_back_as_a_sheet_with_reasons()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var id = await BringAsync(guest, "Volunteers", Roster);
        var answer = await guest.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"/imports/{id}/bad.xlsx"));
        var grid = Assert.Single(SheetFile.Read(await answer.Answer.Content.ReadAsByteArrayAsync()).Grids);
        Assert.Equal(["姓名", "手机号", "社区", "技能", "空闲时间", "原因"], grid.Rows[0].Cells.Select(it => it.Text));
        Assert.Equal(["许阿姨", "1380013", "B4 手机号少位数，应是 11 位"], grid.Rows[1].Cells.Select(it => it.Text));
    }

    [Fact]
    public async Task Another_groups_sheet_is_not_there_and_an_editor_brings_posts_only()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var owner = await new ConsoleGuest(house).EnterAsync();
        var id = await BringAsync(owner, "Volunteers", Roster);
        var other = await new ConsoleGuest(house).EnterAsAsync("段小满", ConsoleRole.Organiser, 2);
        var editor = await new ConsoleGuest(house).EnterAsAsync("许知秋", ConsoleRole.Editor, 1);
        foreach (var guest in new[] { other, editor })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync($"/imports/{id}")).Answer.StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync($"/imports/{id}/bad.xlsx")).Answer.StatusCode);
            await guest.GetAsync("/imports");
            foreach (var handler in new[] { "confirm", "columns", "undo", "drop" })
                Assert.Equal(
                    HttpStatusCode.NotFound,
                    (await guest.PostAsync($"/imports/{id}?handler={handler}", ("version", "0"))).Answer.StatusCode
                );
        }

        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await SendAsync(editor, "Volunteers", Encoding.UTF8.GetBytes(Roster))).Answer.StatusCode
        );
        var (answer, text) = await SendAsync(other, "Volunteers", Encoding.UTF8.GetBytes(Roster));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("请选一个您管的群", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("这不是表格", new byte[] { 0x89, 0x50, 0, 0x47, 1 })]
    [InlineData("表是空的", new byte[0])]
    [InlineData("另存为", new byte[] { 0xd0, 0xcf, 0x11, 0xe0 })]
    public async Task A_file_that_is_no_sheet_is_refused_in_words(string words, byte[] file)
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (answer, text) = await SendAsync(guest, "Volunteers", file);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(words, text, StringComparison.Ordinal);
    }
}
