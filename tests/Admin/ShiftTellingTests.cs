using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Messaging;

namespace MutualAid.Tests.Admin;

public sealed class ShiftTellingTests
{
    [Fact]
    public async Task A_shift_says_who_was_told_when_and_who_is_to_be_called()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        await ReachAsync(house, "段丽华");
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.PostAsync("/shifts/1?handler=assign", ("person", await IdAsync(house, "段丽华")));
        Assert.Contains("正在通知", (await guest.GetAsync("/shifts/1")).Text, StringComparison.Ordinal);
        // The promise counts only those who can be reached.
        var (_, edit) = await guest.GetAsync("/shifts/1/edit");
        Assert.Contains("1 人会收到通知", edit, StringComparison.Ordinal);
        Assert.Contains("邵卫东要打电话", edit, StringComparison.Ordinal);
        await ChangeAsync(guest, edit, "12:30");
        var (_, after) = await guest.GetAsync("/shifts/1");
        Assert.Contains("群里的卡片马上更新。邵卫东收不到消息，要打电话", after, StringComparison.Ordinal);
        await SentAsync(house);
        // Long after the banner is gone.
        var (_, later) = await guest.GetAsync("/shifts/1");
        Assert.DoesNotContain("要打电话。</p>", later, StringComparison.Ordinal);
        Assert.Matches("段丽华</strong>[\\s\\S]*?已通知</span> <span class=\"soft\">2月5日 周三 12:07<", later);
        Assert.Contains("没通知到：邵卫东收不到", later, StringComparison.Ordinal);
        Assert.Contains(">已通知 段丽华 · 没通知到 邵卫东</a>", later, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_called_is_ticked_off_until_the_next_change()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (_, edit) = await guest.GetAsync("/shifts/1/edit");
        await ChangeAsync(guest, edit, "12:30");
        var person = await IdAsync(house, "邵卫东");
        await guest.PostAsync("/shifts/1?handler=called", ("person", person));
        var (_, called) = await guest.GetAsync("/shifts/1");
        Assert.Matches("打过电话了</span> <span class=\"soft\">温静宜 2月5日 周三 12:00<", called);
        Assert.DoesNotContain("没通知到：", called, StringComparison.Ordinal);
        await guest.PostAsync("/shifts/1?handler=uncall", ("step", Field(called, "step")));
        Assert.Contains("没通知到：邵卫东", (await guest.GetAsync("/shifts/1")).Text, StringComparison.Ordinal);
        await guest.PostAsync("/shifts/1?handler=called", ("person", person));
        (_, edit) = await guest.GetAsync("/shifts/1/edit");
        await ChangeAsync(guest, edit, "13:00");
        Assert.Contains("没通知到：邵卫东", (await guest.GetAsync("/shifts/1")).Text, StringComparison.Ordinal);
        // Nobody of the shift, and nobody there is.
        foreach (var other in new[] { await IdAsync(house, "段丽华"), "99999" })
            Assert.Equal(HttpStatusCode.NotFound, (await guest.PostAsync("/shifts/1?handler=called", ("person", other))).Answer.StatusCode);
    }

    [Fact]
    public async Task A_message_that_failed_is_not_called_told()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        await ReachAsync(house, "段丽华");
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.PostAsync("/shifts/1?handler=assign", ("person", await IdAsync(house, "段丽华")));
        await SentAsync(house, OutboxState.Retry);
        Assert.Contains(">正在通知 段丽华 · 没通知到 邵卫东<", (await guest.GetAsync("/shifts/1")).Text, StringComparison.Ordinal);
        house.Clock.Move(TimeSpan.FromMinutes(11));
        var (_, late) = await guest.GetAsync("/shifts/1");
        Assert.Contains("还没发出去 段丽华", late, StringComparison.Ordinal);
        Assert.Contains("给段丽华打过电话了", late, StringComparison.Ordinal);
        await SentAsync(house, OutboxState.Failed);
        Assert.Contains("没通知到：段丽华", (await guest.GetAsync("/shifts/1")).Text, StringComparison.Ordinal);
        await SentAsync(house, OutboxState.Unknown);
        Assert.Contains("不知道收到没有", (await guest.GetAsync("/shifts/1")).Text, StringComparison.Ordinal);
        // Called off: who does not know is still to be called.
        await guest.PostAsync("/shifts/1?handler=cancel");
        var (_, off) = await guest.GetAsync("/shifts/1");
        Assert.Contains("没通知到：邵卫东", off, StringComparison.Ordinal);
    }

    private static async Task ChangeAsync(ConsoleGuest guest, string edit, string to) =>
        await guest.PostAsync(
            "/shifts/1/edit",
            ("place", "南门岗"),
            ("date", "2020-02-06"),
            ("from", "11:30"),
            ("to", to),
            ("people", "3"),
            ("skill", "测温"),
            ("seen", Field(edit, "seen"))
        );

    private static Task SentAsync(ConsoleHouse house, OutboxState state = OutboxState.Sent) =>
        house.DoAsync(async db =>
        {
            foreach (var row in await db.Outbox.Where(it => it.ChatId == "98").ToListAsync())
                (row.State, row.SentAt, row.IsRepeat) = (state, new DateTime(2020, 2, 5, 4, 7, 0, DateTimeKind.Utc), true);
        });

    private static Task ReachAsync(ConsoleHouse house, string name) =>
        house.DoAsync(async db =>
        {
            var group = await db.Groups.OrderBy(it => it.Id).FirstAsync();
            // No courier of the test carries what goes there.
            (group.Channel, group.ExternalId) = ("telegram", "-1009");
            db.Accounts.Add(
                new()
                {
                    Person = await db.People.SingleAsync(it => it.Name == name),
                    Channel = group.Channel,
                    ExternalId = "98",
                    PrivateChat = "98",
                    ReachableSince = ConsoleCast.Now,
                }
            );
        });

    private static string Field(string text, string name) => Regex.Match(text, $"name=\"{name}\" value=\"(-?[0-9]+)\"").Groups[1].Value;

    private static async Task<string> IdAsync(ConsoleHouse house, string name)
    {
        await using var db = house.Read();
        return $"{await db.Members.Where(it => it.Person.Name == name).Select(it => it.PersonId).FirstAsync()}";
    }
}
