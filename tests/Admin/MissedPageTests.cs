using System.Net;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Messaging;
using MutualAid.Core.Supplies;

namespace MutualAid.Tests.Admin;

public sealed class MissedPageTests
{
    [Fact]
    public async Task A_line_that_was_missed_is_read_and_registered_for_its_speaker()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var line = await SayAsync(house, "杏花台互助群", "我们社区口罩快用完了，还要两百个");
        var guest = await new ConsoleGuest(house).EnterAsync();
        Assert.Contains("可能漏登", (await guest.GetAsync("/")).Text, StringComparison.Ordinal);
        var text = (await guest.GetAsync("/missed")).Text;
        Assert.Contains("我们社区口罩快用完了，还要两百个", text, StringComparison.Ordinal);
        Assert.Contains("还留 72 小时", text, StringComparison.Ordinal);

        var (refused, again) = await guest.PostAsync("/missed?handler=register", ("id", line), ("what", "口罩"), ("urgent", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("请写上要多少", again, StringComparison.Ordinal);
        Assert.Contains("value=\"口罩\"", again, StringComparison.Ordinal);

        var done = await guest.PostAsync(
            "/missed?handler=register",
            ("id", line),
            ("what", "口罩 200个，手套 20双"),
            ("community", "瑞禾村"),
            ("urgent", "true")
        );
        Assert.Equal("/needs/5", done.Answer.Headers.Location!.ToString());
        Assert.Contains("替 段丽华 登记好了", (await guest.GetAsync("/needs/5")).Text, StringComparison.Ordinal);
        await using var db = house.Read();
        var need = await db.Needs.WithAll().SingleAsync(it => it.Number == 5);
        Assert.Equal(("段丽华", "瑞禾村", true), (need.AskedBy.Name, need.Community!.Name, need.Urgent));
        Assert.Equal([200m, 20m], need.Lines.InOrder().Select(it => it.Quantity));
        Assert.Equal(1, await db.Missed.CountAsync(it => it.Number == 5));
        var card = await db.Outbox.SingleAsync(it => it.Card != null && it.Card.Key == "need:5");
        Assert.Equal((OutboxKind.Send, "m7"), (card.Kind, card.ReplyTo));
        var trail = await db.Audit.Include(it => it.By).SingleAsync();
        Assert.Equal(("missed register", line, "温静宜", 1L), (trail.Act, trail.Subject, trail.By.Name, trail.GroupId));
        Assert.DoesNotContain("口罩", trail.Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_request_is_put_aside_once()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var line = await SayAsync(house, "杏花台互助群", "还要两百个");
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.PostAsync("/missed?handler=ignore", ("id", line));
        Assert.Contains("放在一边了", (await guest.GetAsync("/missed?state=ignored")).Text, StringComparison.Ordinal);
        await guest.PostAsync("/missed?handler=register", ("id", line), ("what", "口罩 200个"));
        Assert.Contains("已经有人处理过", (await guest.GetAsync("/missed")).Text, StringComparison.Ordinal);
        await using var db = house.Read();
        Assert.Equal(4, await db.Needs.CountAsync());
    }

    [Fact]
    public async Task Lines_of_another_group_are_not_there()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var line = await SayAsync(house, "杏花台互助群", "还要三百五十个口罩");
        var guest = await new ConsoleGuest(house).EnterAsAsync("段小满", ConsoleRole.Organiser, 2);
        Assert.DoesNotContain("三百五十个", (await guest.GetAsync("/missed")).Text, StringComparison.Ordinal);
        var before = await house.DumpAsync();
        await guest.PostAsync("/missed?handler=register", ("id", line), ("what", "口罩 200个"));
        await guest.PostAsync("/missed?handler=ignore", ("id", line));
        Assert.Equal(before, await house.DumpAsync());
    }

    private static async Task<string> SayAsync(ConsoleHouse house, string group, string text)
    {
        var id = 0L;
        await house.DoAsync(async db =>
        {
            var speaker = await db.People.FirstAsync(it => it.Name == "段丽华");
            id = (
                await new MissedDesk(db, house.Clock).NoteAsync(await db.Groups.SingleAsync(it => it.Title == group), speaker, text, "m7")
            ).Id;
        });
        return $"{id}";
    }
}
