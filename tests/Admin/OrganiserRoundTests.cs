using System.Net;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Broadcasts;
using MutualAid.Core.Messaging;

namespace MutualAid.Tests.Admin;

/// <summary>What an organiser stumbled over in the fifth round of trials.</summary>
public sealed class OrganiserRoundTests
{
    [Fact]
    public async Task A_caller_who_is_on_no_list_claims_and_is_noted_down_once()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (_, need) = await guest.GetAsync("/needs/2");
        Assert.Contains("<a class=\"button\" href=\"#claim\">替人认领</a>", need, StringComparison.Ordinal);
        var before = await house.DumpAsync();
        (string, string)[] caller = [("person", ""), ("name", "白建平"), ("phone", "13800138001")];
        var (refused, again) = await guest.PostAsync("/needs/2?handler=claim", [.. caller, ("quantity", "500")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("value=\"白建平\"", again, StringComparison.Ordinal);
        Assert.Equal(before, await house.DumpAsync());
        await guest.PostAsync("/needs/2?handler=claim", [.. caller, ("quantity", "10")]);
        Assert.Contains("白建平 认领了 #2 84消毒液 10瓶，", (await guest.GetAsync("/needs/2")).Text, StringComparison.Ordinal);
        await guest.PostAsync("/needs/2?handler=claim", ("person", ""), ("name", "白建平"), ("quantity", "5"));
        await using var db = house.Read();
        var person = await db.People.SingleAsync(it => it.Name == "白建平");
        Assert.Equal(
            [10m, 5m],
            await db.Claims.Where(it => it.ById == person.Id).OrderBy(it => it.Id).Select(it => it.Quantity).ToListAsync()
        );
        Assert.Equal("13800138001", await db.Volunteers.Where(it => it.PersonId == person.Id).Select(it => it.Contact).SingleAsync());
        var (_, trail) = await guest.GetAsync("/audit");
        Assert.Contains("<a href=\"/needs/2\">#2 84消毒液 30瓶</a>", trail, StringComparison.Ordinal);
        Assert.Contains($"<a href=\"/people/{person.Id}\">白建平</a>", trail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_donation_repeats_what_was_written_and_the_trail_says_what_it_is()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.GetAsync("/donations/new");
        await guest.PostAsync("/donations/new", ("what", "牛奶 10箱"), ("date", "2020-02-05"), ("value", "60000"), ("group", "1"));
        Assert.Contains("#3 牛奶 10箱，¥60,000 记好了", (await guest.GetAsync("/donations")).Text, StringComparison.Ordinal);
        await guest.PostAsync("/donations/3?handler=takeBack");
        var (_, trail) = await guest.GetAsync("/audit");
        Assert.Contains("删掉了捐赠 <a href=\"/donations/3\">#3 牛奶 10箱</a>", trail, StringComparison.Ordinal);
        Assert.Contains("href=\"/audit?from=2020-02-05\" aria-current=\"true\">", trail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_all_sleep_a_notice_has_one_time_and_can_become_a_draft_again()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        await house.DoAsync(async db =>
        {
            foreach (var group in await db.Groups.ToListAsync())
                (group.QuietFrom, group.QuietTo) = (new TimeOnly(11, 0), new TimeOnly(13, 30));
        });
        var guest = await new ConsoleGuest(house).EnterAsync();
        const string Told = "群都安静着，2月5日 周三 13:30 才发；之前随时可以撤回。";
        var (_, draft) = await guest.GetAsync("/broadcasts/2");
        Assert.Contains(Told, draft, StringComparison.Ordinal);
        Assert.DoesNotContain("30 秒", draft, StringComparison.Ordinal);
        var seen = System.Text.RegularExpressions.Regex.Match(draft, "name=\"seen\" value=\"([0-9-]+)\"").Groups[1].Value;
        await guest.PostAsync("/broadcasts/2?handler=confirm", ("seen", seen));
        var (_, held) = await guest.GetAsync("/broadcasts/2");
        Assert.Contains("定好了：" + Told, held, StringComparison.Ordinal);
        Assert.DoesNotContain("30 秒", held, StringComparison.Ordinal);
        await house.DoAsync(async db =>
        {
            var it = await db.Broadcasts.SingleAsync(one => one.Number == 2);
            await new BroadcastDesk(db, house.Clock).FeedAsync(it);
        });
        var (_, fed) = await guest.GetAsync("/broadcasts/2");
        Assert.Contains("<button class=\"main\">撤回</button>", fed, StringComparison.Ordinal);
        Assert.Contains(Told, fed, StringComparison.Ordinal);
        Assert.DoesNotContain("全部撤回", fed, StringComparison.Ordinal);
        await guest.PostAsync("/broadcasts/2?handler=withdraw");
        Assert.Contains("还是草稿", (await guest.GetAsync("/broadcasts/2")).Text, StringComparison.Ordinal);
        await using var db = house.Read();
        Assert.Equal(0, await db.Recipients.CountAsync(it => it.Broadcast.Number == 2));
        Assert.Equal(0, await db.Outbox.CountAsync(it => it.Reason == "withdrawn" && it.State != OutboxState.Cancelled));
        Assert.NotEqual(0, await db.Outbox.CountAsync(it => it.Reason == "withdrawn"));
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
        await guest.PostAsync("/classes/new", [.. talk, ("group", "1")]);
        Assert.Contains("《手机防骗》2月6日 周四 20:00 开好了", (await guest.GetAsync("/classes/5")).Text, StringComparison.Ordinal);
        await guest.PostAsync("/classes/5?handler=move", ("starts", "2020-02-06T21:00"), ("keep", "true"));
        Assert.Contains("改期了：《手机防骗》2月6日 周四 21:00。", (await guest.GetAsync("/classes/5")).Text, StringComparison.Ordinal);
        await using var db = house.Read();
        Assert.Equal("腾讯会议 123 456 789，密码 0412", await db.Classes.Where(it => it.Number == 5).Select(it => it.Venue).SingleAsync());
    }
}
