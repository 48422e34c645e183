using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Broadcasts;
using MutualAid.Core.Messaging;

namespace MutualAid.Tests.Admin;

/// <summary>When a notice goes out, and when it goes out again.</summary>
public sealed class BroadcastTimeTests
{
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
        var seen = Regex.Match(draft, "name=\"seen\" value=\"([0-9-]+)\"").Groups[1].Value;
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
    public async Task A_broadcast_is_repeated_by_a_rule_that_is_chosen_here()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        (string, string)[][] wrong =
        [
            [("every", "Day")],
            [("every", "Week"), ("at", "09:00")],
            [("every", "Month"), ("at", "09:00"), ("monthDay", "32")],
        ];
        foreach (var form in wrong)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await guest.PostAsync("/broadcasts/2?handler=when", form)).Answer.StatusCode);
        await guest.PostAsync("/broadcasts/2?handler=when", ("every", "Week"), ("at", "09:00"), ("days", "1"), ("days", "5"));
        Assert.Contains("每周一、周五 09:00", (await guest.GetAsync("/broadcasts/2")).Text, StringComparison.Ordinal);
        await using var db = house.Read();
        Assert.Equal(0b100010, (await db.Rules.SingleAsync(it => it.EndedAt == null)).WeekDays);
        await guest.PostAsync("/broadcasts/2?handler=when", ("when", ""));
        Assert.DoesNotContain("每周一", (await guest.GetAsync("/broadcasts/2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_aims_and_times_are_said_beside_their_fields()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.GetAsync("/broadcasts/2");
        var before = await house.DumpAsync();
        (string Act, (string, string)[] Form)[] wrong =
        [
            ("aim", [("kind", "Groups")]),
            ("aim", [("kind", "Groups"), ("groups", "99")]),
            ("aim", [("kind", "Tag"), ("name", "没有的标签")]),
            ("aim", [("kind", "Community"), ("name", "")]),
            ("when", [("when", "2020-02-01T09:00")]),
            ("when", [("when", "明早")]),
            ("when", [("when", "2031-02-01T09:00")]),
            ("write", [("body", "")]),
            ("write", [("body", new string('长', 5000))]),
            ("withdraw", []),
            ("pause", []),
            ("stop", []),
            ("takeBack", []),
        ];
        foreach (var (act, form) in wrong)
            Assert.True(
                (await guest.PostAsync($"/broadcasts/2?handler={act}", [.. form, ("seen", "0")])).Answer.StatusCode
                    is HttpStatusCode.UnprocessableEntity
                        or HttpStatusCode.Conflict,
                act
            );
        Assert.Equal(before, await house.DumpAsync());
        await guest.PostAsync("/broadcasts/2?handler=when", ("when", "2020-02-07T09:00"), ("urgent", "true"));
        var (_, text) = await guest.GetAsync("/broadcasts/2");
        Assert.Contains("<strong>2月7日 周五 09:00</strong>", text, StringComparison.Ordinal);
        Assert.Contains("加急", text, StringComparison.Ordinal);
        await guest.PostAsync("/broadcasts/2?handler=discard");
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync("/broadcasts/2")).Answer.StatusCode);
    }
}
