using System.Net;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Classes;
using MutualAid.Core.Supplies;

namespace MutualAid.Tests.Admin;

public sealed class PublicBoardTests
{
    // However people space them.
    private static readonly string[] Numbers =
    [
        "13800001234",
        "138 0000 1234",
        "+86-138-0000-1234",
        "１３８００００１２３４",
        "021-6555 0199",
        "11010119900307123X",
        "(010) 8765.4321",
    ];

    [Fact]
    public async Task Only_groups_that_wish_it_are_shown_and_only_what_is_verified()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        Assert.Contains("还没有群打开公开看板", await ReadAsync(house, "/board"), StringComparison.Ordinal);
        await guest.GetAsync("/groups/1");
        await guest.PostAsync("/groups/1?handler=board", ("on", "true"));
        Assert.DoesNotContain("84消毒液", await ReadAsync(house, "/board"), StringComparison.Ordinal);
        foreach (var number in new[] { 1, 2, 4 })
            await guest.PostAsync($"/needs/{number}?handler=verify");
        var text = await ReadAsync(house, "/board");
        foreach (var shown in new[] { "杏花台互助群", "#1 口罩 200个、手套 20双", "还差 口罩 140个", "84消毒液", "布口罩 80个" })
            Assert.Contains(shown, text, StringComparison.Ordinal);
        foreach (var hidden in new[] { "蔬菜", "测温枪", "雨衣", "段丽华", "邵卫东", "温静宜", "居委会门口", "<script" })
            Assert.DoesNotContain(hidden, text, StringComparison.Ordinal);
        Assert.Contains("still to find", await ReadAsync(house, "/board?lang=en"), StringComparison.Ordinal);
        await guest.PostAsync("/groups/1?handler=board", ("on", "false"));
        Assert.DoesNotContain("口罩", await ReadAsync(house, "/board"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_somebody_typed_stands_nowhere()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        await house.DoAsync(async db =>
        {
            var group = await db.Groups.FirstAsync();
            group.PublicBoardAt = ConsoleCast.Now;
            var need = await db.Needs.WithAll().FirstAsync();
            need.VerifiedAt = ConsoleCast.Now;
            var wild = string.Join(" 或 ", Numbers);
            need.Lines[0].Item = $"口罩 <img src=x> {wild}";
            need.Lines[0].Unit = Numbers[0];
            (await db.Communities.FirstAsync()).Name = $"杏花台 {wild}";
            (await db.OfferLines.FirstAsync()).Item = $"雨披 {wild}";
            group.Title = $"群 {wild}";
            db.Add(NewClass(group.Id, $"睡个好觉 {wild}", $"沈安澜 {wild}", await db.People.Select(it => it.Id).FirstAsync()));
        });
        foreach (var path in new[] { "/board", "/board/classes/9", "/board/classes/9?lang=en" })
        {
            var text = await ReadAsync(house, path);
            Assert.Contains("***", text, StringComparison.Ordinal);
            Assert.DoesNotContain("<img", text, StringComparison.Ordinal);
            foreach (var number in Numbers)
                Assert.DoesNotContain(number, WebUtility.HtmlDecode(text), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_class_has_a_page_with_its_places_and_the_way_in()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        await house.DoAsync(async db => db.Add(NewClass(1, "睡个好觉", "沈安澜", await db.People.Select(it => it.Id).FirstAsync())));
        var hidden = await house.Http.GetAsync(new Uri(house.PublicAddress, "/board/classes/9"));
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        await house.DoAsync(async db => (await db.Groups.FirstAsync()).PublicBoardAt = ConsoleCast.Now);
        var text = await ReadAsync(house, "/board/classes/9");
        foreach (var shown in new[] { "睡个好觉", "沈安澜", "2月7日 周五 20:00", "还有 12 个位子，共 12 个", "报名 第9课", "href=\"/\"" })
            Assert.Contains(shown, text, StringComparison.Ordinal);
        // The line is only for those who come.
        Assert.DoesNotContain("腾讯会议", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_echo_wall_shows_what_arrived_where_and_nobodys_name()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var wild = string.Join(" 或 ", Numbers);
        await house.DoAsync(async db =>
        {
            (await db.Groups.FirstAsync()).PublicBoardAt = ConsoleCast.Now;
            var need = await db.Needs.WithAll().FirstAsync();
            need.VerifiedAt = ConsoleCast.Now;
            (await db.Communities.FirstAsync()).Name = $"杏花台 {wild}";
            (await db.DonationLines.FirstAsync()).Item = $"牛奶 {wild}";
            db.Add(
                new Handover
                {
                    Line = need.Lines[0],
                    Quantity = 60,
                    Beneficiaries = 35,
                    ReceivedBy = need.AskedBy,
                    ReceivedAt = ConsoleCast.Now,
                }
            );
        });
        Assert.Contains("href=\"/board/echo\"", await ReadAsync(house, "/board"), StringComparison.Ordinal);
        foreach (var path in new[] { "/board/echo", "/board/echo?lang=en" })
        {
            var text = await ReadAsync(house, path);
            foreach (
                var shown in new[]
                {
                    "口罩 60个",
                    "杏花台 ***",
                    "牛奶 *** 或",
                    "35",
                    path.Contains('?', StringComparison.Ordinal) ? "Thank you" : "谢谢",
                }
            )
                Assert.Contains(shown, text, StringComparison.Ordinal);
            // Neither who asked, brought and signed, nor who gave, nor what nobody verified.
            foreach (
                var hidden in new[] { "段丽华", "邵卫东", "温静宜", "晨露超市", "周师傅", "1,200", "手套", "蔬菜", "<script" }.Concat(
                    Numbers
                )
            )
                Assert.DoesNotContain(hidden, WebUtility.HtmlDecode(text), StringComparison.Ordinal);
        }

        await house.DoAsync(async db => (await db.Groups.FirstAsync()).PublicBoardAt = null);
        Assert.DoesNotContain("口罩", await ReadAsync(house, "/board/echo"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_groups_organiser_switches_nothing()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsAsync("段小满", ConsoleRole.Organiser, 2);
        await guest.GetAsync("/groups/2");
        Assert.Equal(HttpStatusCode.NotFound, (await guest.PostAsync("/groups/1?handler=board", ("on", "true"))).Answer.StatusCode);
        await using var db = house.Read();
        Assert.Equal(0, await db.Groups.CountAsync(it => it.PublicBoardAt != null));
    }

    private static Class NewClass(long group, string title, string speaker, long by) =>
        new()
        {
            Number = 9,
            GroupId = group,
            Title = title,
            Speaker = speaker,
            Venue = "腾讯会议 123 456 789",
            Places = 12,
            StartsAt = new DateTime(2020, 2, 7, 12, 0, 0, DateTimeKind.Utc),
            EndsAt = new DateTime(2020, 2, 7, 13, 0, 0, DateTimeKind.Utc),
            MadeById = by,
            MadeAt = ConsoleCast.Now,
        };

    private static Task<string> ReadAsync(ConsoleHouse house, string path) => house.Http.GetStringAsync(new Uri(house.PublicAddress, path));
}
