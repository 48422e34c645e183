using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Supplies;

namespace MutualAid.Tests.Admin;

public sealed partial class GoodsPageTests
{
    [Fact]
    public async Task Donations_are_summed_by_thing_and_day_with_who_put_a_value_on_them()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var text = (await guest.GetAsync("/donations")).Text;
        foreach (
            var shown in new[] { "晨露超市、周师傅", "未留名", "口罩 500个", "牛奶 10箱", "¥1,200", "段丽华 估的", "其中 1 笔没有估价" }
        )
            Assert.Contains(shown, text, StringComparison.Ordinal);
        text = (await guest.GetAsync("/donations?from=2020-02-01&to=2020-02-29")).Text;
        Assert.Contains("口罩 200个", text, StringComparison.Ordinal);
        Assert.DoesNotContain("未留名", text, StringComparison.Ordinal);
        Assert.Contains("没有这样的捐赠", (await guest.GetAsync("/donations?q=雨衣")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_donation_is_noted_by_form_and_a_fault_keeps_what_was_typed()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.GetAsync("/donations/new");
        var (refused, text) = await guest.PostAsync(
            "/donations/new",
            ("what", "鸡蛋 5箱"),
            ("donors", "许阿姨"),
            ("date", "2020-02-31"),
            ("value", "很多"),
            ("group", "1")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("鸡蛋 5箱</textarea>", text, StringComparison.Ordinal);
        Assert.Contains("请选一天", text, StringComparison.Ordinal);
        Assert.Contains("估价写一个数", text, StringComparison.Ordinal);
        await guest.PostAsync(
            "/donations/new",
            ("what", "鸡蛋 5箱\r\n大米 20袋"),
            ("donors", "许阿姨、晨露超市"),
            ("date", "2020-02-03"),
            ("value", "350.5"),
            ("group", "1")
        );
        await using var db = house.Read();
        var made = await db.Donations.Include(it => it.Lines).Include(it => it.Donors).SingleAsync(it => it.Number == 3);
        Assert.Equal((35050L, new DateOnly(2020, 2, 3)), (made.ValueCents, made.Date));
        Assert.Equal([("鸡蛋", 5m), ("大米", 20m)], made.Lines.OrderBy(it => it.Position).Select(it => (it.Item, it.Quantity!.Value)));
        Assert.Equal(["许阿姨", "晨露超市"], made.Donors.OrderBy(it => it.Position).Select(it => it.Name));
        Assert.Equal("donations/new", (await db.Audit.SingleAsync()).Act);
    }

    [Fact]
    public async Task Of_two_who_correct_one_donation_the_second_sees_both_and_nothing_is_lost()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var first = await new ConsoleGuest(house).EnterAsync();
        var second = await new ConsoleGuest(house).EnterAsAsync("段小满", ConsoleRole.Organiser, 1);
        var version = Version().Match((await first.GetAsync("/donations/1")).Text).Groups["version"].Value;
        await second.GetAsync("/donations/1");
        await first.PostAsync("/donations/1", Form("牛奶 12箱", version));
        var (answer, text) = await second.PostAsync("/donations/1", Form("牛奶 11箱", version));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("刚才有人改成了这样", text, StringComparison.Ordinal);
        Assert.Contains("<p>牛奶 12箱</p>", text, StringComparison.Ordinal);
        Assert.Contains("牛奶 11箱</textarea>", text, StringComparison.Ordinal);
        Assert.Contains("牛奶 12箱", (await first.GetAsync("/donations/1")).Text, StringComparison.Ordinal);
        await second.PostAsync("/donations/1", Form("牛奶 11箱", Version().Match(text).Groups["version"].Value));
        Assert.Contains("牛奶 11箱", (await first.GetAsync("/donations/1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_offer_is_claimed_for_the_need_that_it_fits_and_taken_back_after_the_question()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        Assert.Contains("布口罩 80个、口罩", (await guest.GetAsync("/offers")).Text, StringComparison.Ordinal);
        Assert.Contains("handler=match", (await guest.GetAsync("/offers/1")).Text, StringComparison.Ordinal);
        var (refused, text) = await guest.PostAsync("/offers/1?handler=match", ("need", "1"), ("quantity", "900"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("只差 140", text, StringComparison.Ordinal);
        await guest.PostAsync("/offers/1?handler=match", ("need", "1"), ("quantity", "80"));
        Assert.Contains("段丽华 认领 口罩 80个", (await guest.GetAsync("/needs/1")).Text, StringComparison.Ordinal);
        Assert.Contains("撤下 #1？", (await guest.GetAsync("/offers/1?ask=withdraw")).Text, StringComparison.Ordinal);
        await guest.PostAsync("/offers/1?handler=withdraw");
        await using var db = house.Read();
        Assert.Empty(await db.Offers.Open().ToListAsync());
    }

    [Fact]
    public async Task Goods_of_another_group_are_not_there()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsAsync("段小满", ConsoleRole.Organiser, 2);
        await guest.GetAsync("/donations/new");
        var before = await house.DumpAsync();
        foreach (var path in new[] { "/donations/1", "/offers/1" })
            Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync(path)).Answer.StatusCode);
        await guest.GetAsync("/donations/new");
        Assert.Equal(HttpStatusCode.NotFound, (await guest.PostAsync("/donations/1", Form("牛奶 1箱", "1"))).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.PostAsync("/offers/1?handler=match", ("need", "1"))).Answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.PostAsync("/offers/1?handler=withdraw")).Answer.StatusCode);
        var (refused, text) = await guest.PostAsync("/donations/new", [.. Form("牛奶 1箱", "0"), ("group", "1")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("请选一个群", text, StringComparison.Ordinal);
        Assert.Equal(before, await house.DumpAsync());
    }

    private static (string, string)[] Form(string what, string version) =>
        [("what", what), ("donors", "晨露超市"), ("date", "2020-02-05"), ("value", "1200"), ("version", version)];

    [GeneratedRegex("name=\"version\" value=\"(?<version>[0-9]+)\"")]
    private static partial Regex Version();
}
