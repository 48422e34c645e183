using System.Net;
using Microsoft.EntityFrameworkCore;

namespace MutualAid.Tests.Admin;

/// <summary>A class as it is opened and moved.</summary>
public sealed class ClassFormTests
{
    [Fact]
    public async Task A_class_tells_all_its_faults_at_once_and_is_looked_at_before_it_goes_out()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var before = await house.DumpAsync();
        foreach (var path in new[] { "/classes/new?handler=preview", "/classes/new" })
        {
            var (refused, faults) = await guest.PostAsync(path, ("title", ""), ("starts", ""), ("places", "很多"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            foreach (var field in new[] { "title", "starts", "places", "group" })
                Assert.Contains($"id=\"wrong-{field}\"", faults, StringComparison.Ordinal);
        }

        await guest.PostAsync(
            "/classes/new?handler=preview",
            ("group", "1"),
            ("title", "<急救>"),
            ("speaker", "沈安澜"),
            ("starts", "2020-02-08T15:00")
        );
        var (_, look) = await guest.GetAsync("/classes/new?draft=look");
        Assert.Matches("class=\"bubble\">.*《&lt;急救&gt;》.*沈安澜.*2月8日 周六 15:00", look.ReplaceLineEndings(" "));
        Assert.Contains("「杏花台互助群」", look, StringComparison.Ordinal);
        Assert.Equal(before, await house.DumpAsync());
    }

    [Fact]
    public async Task A_class_asks_for_its_group_and_its_meeting_number_and_repeats_the_new_time()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.GetAsync("/classes/new");
        (string, string)[] talk =
        [
            ("title", "手机防骗"),
            ("starts", "2020-02-06T20:00"),
            ("places", "20"),
            ("meeting", "123 456 789"),
            ("password", "0412"),
        ];
        var (refused, _) = await guest.PostAsync("/classes/new", [.. talk, ("group", "")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        await guest.PostAsync("/classes/new?handler=preview", [.. talk, ("group", "1")]);
        var (_, look) = await guest.GetAsync("/classes/new?draft=look");
        Assert.Contains("<span class=\"tag on\">线上</span>", look, StringComparison.Ordinal);
        Assert.Contains("卡片上不写「腾讯会议 123 456 789，密码 0412」：报了名的人", look, StringComparison.Ordinal);
        await guest.PostAsync("/classes/new", [.. talk, ("group", "1")]);
        Assert.Contains("《手机防骗》2月6日 周四 20:00 开好了", (await guest.GetAsync("/classes/5")).Text, StringComparison.Ordinal);
        await guest.PostAsync("/classes/5?handler=move", ("starts", "2020-02-06T21:00"), ("keep", "true"));
        Assert.Contains("改期了：《手机防骗》2月6日 周四 21:00。", (await guest.GetAsync("/classes/5")).Text, StringComparison.Ordinal);
        await using var db = house.Read();
        Assert.Equal("腾讯会议 123 456 789，密码 0412", await db.Classes.Where(it => it.Number == 5).Select(it => it.Venue).SingleAsync());
    }
}
