using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Broadcasts;
using MutualAid.Core.Messaging;

namespace MutualAid.Tests.Admin;

public sealed partial class BroadcastPageTests
{
    [Fact]
    public async Task A_broadcast_goes_from_its_words_to_its_report()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.GetAsync("/broadcasts/new");
        var before = await house.DumpAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await guest.PostAsync("/broadcasts/new", ("body", "　"))).Answer.StatusCode);
        var (_, preview) = await guest.PostAsync("/broadcasts/new?handler=preview", ("body", "**{群名}** <i>今晚</i>停电"));
        Assert.Contains("<div class=\"bubble\"><b>杏花台互助群</b> &lt;i&gt;今晚&lt;/i&gt;停电</div>", preview, StringComparison.Ordinal);
        Assert.Equal(before, await house.DumpAsync());
        await guest.PostAsync("/broadcasts/new", ("body", "**{群名}**：今晚停电"));
        Assert.Contains("将发送到 2 个群", (await guest.GetAsync("/broadcasts/3")).Text, StringComparison.Ordinal);
        await guest.PostAsync("/broadcasts/3?handler=aim", ("kind", "Groups"), ("groups", "2"));
        var (_, aimed) = await guest.GetAsync("/broadcasts/3");
        Assert.Contains("<strong>瑞禾村物资群</strong>", aimed, StringComparison.Ordinal);
        Assert.Contains("<b>瑞禾村物资群</b>：今晚停电", aimed, StringComparison.Ordinal);
        await guest.PostAsync("/broadcasts/3?handler=confirm", ("seen", Seen(aimed)));
        var (_, held) = await guest.GetAsync("/broadcasts/3");
        Assert.Contains("30 秒后开始发", held, StringComparison.Ordinal);
        Assert.Contains("data-seconds=\"30\" data-left=\"还有 # 秒\" data-then=\"/broadcasts/3\"", held, StringComparison.Ordinal);
        Assert.Contains(">（群名）：今晚停电</a>", (await guest.GetAsync("/broadcasts")).Text, StringComparison.Ordinal);
        await FeedAsync(house, 3);
        await using var db = house.Read();
        Assert.Equal(
            ["<b>瑞禾村物资群</b>：今晚停电"],
            await db.Recipients.Where(it => it.Broadcast.Number == 3).Select(it => it.Row.Text).ToListAsync()
        );
        var (_, report) = await guest.GetAsync("/broadcasts/3");
        Assert.Contains("已送达 0 / 1", report, StringComparison.Ordinal);
        await guest.PostAsync("/broadcasts/3?handler=pause");
        Assert.Contains("暂停了", (await guest.GetAsync("/broadcasts/3")).Text, StringComparison.Ordinal);
        await guest.PostAsync("/broadcasts/3?handler=resume");
        Assert.Contains("还没发的 1 条不再发", (await guest.GetAsync("/broadcasts/3?ask=stop")).Text, StringComparison.Ordinal);
        await guest.PostAsync("/broadcasts/3?handler=stop");
        Assert.Equal(
            OutboxState.Cancelled,
            await db.Recipients.Where(it => it.Broadcast.Number == 3).Select(it => it.Row.State).SingleAsync()
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await guest.PostAsync("/broadcasts/3?handler=resume")).Answer.StatusCode);
    }

    [Fact]
    public async Task Above_five_chats_the_count_is_typed_and_what_changed_since_is_not_sent()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        await house.DoAsync(db =>
        {
            for (var number = 1; number <= 4; number++)
                db.Groups.Add(
                    new Core.Groups.Group
                    {
                        Channel = "silent",
                        ExternalId = $"s{number}",
                        Title = $"{number}号楼群",
                    }
                );
            return Task.CompletedTask;
        });
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (_, text) = await guest.GetAsync("/broadcasts/2");
        Assert.Contains("要发到 6 处", text, StringComparison.Ordinal);
        foreach (var count in new[] { "", "5", "六", "7" })
        {
            var (answer, said) = await guest.PostAsync("/broadcasts/2?handler=confirm", ("seen", Seen(text)), ("count", count));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("请照着写这个数：6", said, StringComparison.Ordinal);
        }

        await guest.PostAsync(
            "/broadcasts/2?handler=write",
            ("body", "改过的话"),
            ("seen", Seen((await guest.GetAsync("/broadcasts/2?ask=edit")).Text))
        );
        var (stale, why) = await guest.PostAsync("/broadcasts/2?handler=confirm", ("seen", Seen(text)), ("count", "6"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.StatusCode);
        Assert.Contains("请再看一遍", why, StringComparison.Ordinal);
        await guest.PostAsync("/broadcasts/2?handler=confirm", ("seen", Seen(why)), ("count", "6"));
        Assert.Contains("现在还可以撤回", (await guest.GetAsync("/broadcasts/2")).Text, StringComparison.Ordinal);
        await guest.PostAsync("/broadcasts/2?handler=withdraw");
        Assert.Contains("还是草稿", (await guest.GetAsync("/broadcasts/2")).Text, StringComparison.Ordinal);
        await using var db = house.Read();
        Assert.Equal(0, await db.Recipients.CountAsync(it => it.Broadcast.Number == 2));
    }

    [Fact]
    public async Task A_person_decides_what_is_not_known_and_tries_what_failed_again()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        await SetAsync(house, OutboxState.Unknown, OutboxState.Failed);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (_, text) = await guest.GetAsync("/broadcasts/1?state=unknown");
        Assert.Contains("1 条结果不明", text, StringComparison.Ordinal);
        Assert.Contains("杏花台互助群 ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<li><span>瑞禾村物资群", text, StringComparison.Ordinal);
        await guest.PostAsync("/broadcasts/1?handler=arrived");
        await guest.PostAsync("/broadcasts/1?handler=retry");
        Assert.Contains("再试 1 条", (await guest.GetAsync("/broadcasts/1")).Text, StringComparison.Ordinal);
        await using var db = house.Read();
        var states = await db
            .Recipients.Where(it => it.Broadcast.Number == 1)
            .OrderBy(it => it.Id)
            .Select(it => it.Row.State)
            .ToListAsync();
        Assert.Equal(OutboxState.Sent, states[0]);
        Assert.NotEqual(OutboxState.Failed, states[1]);
    }

    [Fact]
    public async Task Trying_reaches_only_who_asks_and_says_when_it_cannot()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.PostAsync("/broadcasts/2?handler=try");
        var (_, told) = await guest.GetAsync("/broadcasts/2");
        Assert.Matches("class=\"notice warn\"[^>]*>\\s*<p>没有发给您：您还没有和小助手开过私聊", told);
        Assert.Matches("class=\"acts stay\">\\s*<button form=\"confirm\"", told);
        await house.DoAsync(async db =>
        {
            var me = await db.ConsoleAccounts.Select(it => it.PersonId).SingleAsync();
            db.Accounts.Add(
                new()
                {
                    PersonId = me,
                    Channel = "silent",
                    ExternalId = "u1",
                    PrivateChat = "u1",
                    ReachableSince = ConsoleCast.Now,
                }
            );
        });
        await guest.PostAsync("/broadcasts/2?handler=try");
        await using var db = house.Read();
        Assert.Equal("u1", await db.Outbox.Where(it => it.Text.Contains("打扫楼道")).Select(it => it.ChatId).SingleAsync());
    }

    [Fact]
    public async Task Words_that_went_out_are_edited_everywhere_or_taken_back()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (_, form) = await guest.GetAsync("/broadcasts/1?ask=edit");
        Assert.Contains("已送达的 2 条", form, StringComparison.Ordinal);
        await guest.PostAsync("/broadcasts/1?handler=write", ("body", "停水改到后天"), ("seen", Seen(form)));
        var (clash, both) = await guest.PostAsync("/broadcasts/1?handler=write", ("body", "停水取消"), ("seen", Seen(form)));
        Assert.Equal(HttpStatusCode.Conflict, clash.StatusCode);
        Assert.Contains("<p class=\"version\">停水改到后天</p>", both, StringComparison.Ordinal);
        await using var db = house.Read();
        Assert.Equal("停水改到后天", (await db.Broadcasts.SingleAsync(it => it.Number == 1)).Body);
        Assert.True(await db.Due.AnyAsync(it => it.Kind == BroadcastDue.Mend));
        await guest.PostAsync("/broadcasts/1?handler=takeBack");
        Assert.Contains("正在撤回", (await guest.GetAsync("/broadcasts/1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_groups_organiser_reads_what_reached_their_group_and_touches_nothing()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsAsync("段小满", ConsoleRole.Organiser, 2);
        var (_, text) = await guest.GetAsync("/broadcasts/1");
        Assert.Contains("明早 9 点停水", text, StringComparison.Ordinal);
        Assert.DoesNotContain("杏花台互助群</span>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=takeBack", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync("/broadcasts/2")).Answer.StatusCode);
        var before = await house.DumpAsync();
        foreach (
            var act in new[]
            {
                "write",
                "aim",
                "when",
                "try",
                "confirm",
                "withdraw",
                "pause",
                "resume",
                "stop",
                "takeBack",
                "discard",
                "retry",
                "again",
                "arrived",
            }
        )
        foreach (var number in new[] { 1, 2 })
            Assert.Equal(HttpStatusCode.NotFound, (await guest.PostAsync($"/broadcasts/{number}?handler={act}")).Answer.StatusCode);
        // Nobody organises a group in a chat here: the console's role alone reaches no group.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await guest.PostAsync("/broadcasts/new", ("body", "大家好"))).Answer.StatusCode);
        Assert.Equal(before, await house.DumpAsync());
    }

    private static Task FeedAsync(ConsoleHouse house, int number) =>
        house.DoAsync(async db =>
        {
            house.Clock.Move(TimeSpan.FromMinutes(1));
            var it = await db.Broadcasts.SingleAsync(each => each.Number == number);
            await new BroadcastDesk(db, house.Clock).FeedAsync(it);
        });

    private static Task SetAsync(ConsoleHouse house, params OutboxState[] states) =>
        house.DoAsync(async db =>
        {
            var rows = await db.Recipients.Where(it => it.Broadcast.Number == 1).OrderBy(it => it.Id).Select(it => it.Row).ToListAsync();
            foreach (var (row, state) in rows.Zip(states))
                (row.State, row.IsRepeat) = (state, true);
        });

    private static string Seen(string text) => Stamp().Match(text).Groups["seen"].Value;

    [GeneratedRegex("name=\"seen\" value=\"(?<seen>-?[0-9]+)\"")]
    private static partial Regex Stamp();
}
