using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Talk;

namespace MutualAid.Tests.Admin;

public sealed class ShiftTellingTests
{
    [Fact]
    public async Task A_shift_says_who_was_told_when_and_who_is_to_be_called()
    {
        await using var house = await WrittenHouseAsync();
        await ConsoleCast.FillAsync(house);
        await ReachAsync(house, "段丽华", WrittenChannel.ChannelName);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.PostAsync("/shifts/1?handler=assign", ("person", await IdAsync(house, "段丽华")));
        var (_, atOnce) = await guest.GetAsync("/shifts/1");
        Assert.Contains("正在发</span> 段丽华<", atOnce, StringComparison.Ordinal);
        Assert.Contains("要说的是：温静宜把您排到1号班：", WebUtility.HtmlDecode(atOnce), StringComparison.Ordinal);
        // It looks again by itself until that is settled.
        Assert.Contains("told soon", atOnce, StringComparison.Ordinal);
        // The promise counts only those who can be reached.
        var (_, edit) = await guest.GetAsync("/shifts/1/edit");
        Assert.Contains("1 人会收到通知", edit, StringComparison.Ordinal);
        Assert.Contains("请打电话告诉邵卫东。", edit, StringComparison.Ordinal);
        await ChangeAsync(guest, edit, "12:30");
        var (_, after) = await guest.GetAsync("/shifts/1");
        Assert.Contains("群里的卡片马上更新。邵卫东收不到消息，要打电话", after, StringComparison.Ordinal);
        await SentAsync(house);
        // Long after the banner is gone.
        var (_, later) = await guest.GetAsync("/shifts/1");
        Assert.DoesNotContain("要打电话。</p>", later, StringComparison.Ordinal);
        Assert.Matches("段丽华</strong>[\\s\\S]*?已通知</span> <span class=\"soft\">2月5日 周三 12:07<", later);
        Assert.Contains("没通知到：邵卫东收不到", later, StringComparison.Ordinal);
        Assert.Contains("已通知</span> 段丽华<", later, StringComparison.Ordinal);
        Assert.Contains("没通知到</span> 邵卫东<", later, StringComparison.Ordinal);
        Assert.Matches("说的是：1号班改成了：[^<]*12:30", WebUtility.HtmlDecode(later));
        Assert.DoesNotContain("told soon", later, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_platform_that_is_not_connected_is_said_at_once_and_everybody_is_to_be_called()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        await ReachAsync(house, "段丽华", "telegram");
        var (guest, person) = (await new ConsoleGuest(house).EnterAsync(), await IdAsync(house, "段丽华"));
        (string, string)[] made =
        [
            ("group", "1"),
            ("place", "北门"),
            ("day", "2020-02-06"),
            ("from", "07:00"),
            ("to", "09:00"),
            ("people", "3"),
        ];
        // What cannot be is not promised.
        var (_, form) = await guest.GetAsync("/shifts/new");
        Assert.Contains("群还没接上小助手，群里看不到卡片", form, StringComparison.Ordinal);
        await guest.PostAsync("/shifts/new", made);
        var (_, stands) = await guest.GetAsync("/shifts/4");
        Assert.Matches("notice warn\" role=\"status\"[^>]*>\\s*<p>排好了。「杏花台互助群」还没接上小助手，群里看不到：请转告大家", stands);
        Assert.Contains("「杏花台互助群」还没接上小助手，谁都收不到消息", stands, StringComparison.Ordinal);
        Assert.Contains("群里看不到这一班：请转告大家", stands, StringComparison.Ordinal);
        Assert.DoesNotContain("点群里卡片上的按钮", stands, StringComparison.Ordinal);
        await guest.PostAsync("/shifts/4?handler=assign", ("person", person));
        var (_, text) = await guest.GetAsync("/shifts/4");
        Assert.Contains("排上了。群还没接上小助手，发不出消息：请打电话告诉段丽华。", text, StringComparison.Ordinal);
        Assert.Contains("没发出去：「杏花台互助群」还没接上小助手。请打电话告诉段丽华。", text, StringComparison.Ordinal);
        Assert.Contains("没更新</span> 群里的卡片（「杏花台互助群」还没接上小助手）", text, StringComparison.Ordinal);
        Assert.DoesNotContain("told soon", text, StringComparison.Ordinal);
        Assert.Contains("请打电话告诉段丽华。", (await guest.GetAsync("/shifts/4/edit")).Text, StringComparison.Ordinal);
        await guest.PostAsync("/shifts/4?handler=called", ("person", person));
        (_, text) = await guest.GetAsync("/shifts/4");
        Assert.Contains("打过电话了</span> 段丽华<", text, StringComparison.Ordinal);
        Assert.DoesNotContain("没发出去", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_the_group_has_is_said_to_be_up_to_date()
    {
        await using var house = await ConsoleHouse.StartAsync(adjust: to => to.Services.AddSingleton<IChannel>(new WrittenChannel()));
        await ConsoleCast.FillAsync(house);
        await ReachAsync(house, "段丽华", WrittenChannel.ChannelName);
        var guest = await new ConsoleGuest(house).EnterAsync();
        (string, string)[] made =
        [
            ("group", "1"),
            ("place", "北门"),
            ("day", "2020-02-06"),
            ("from", "07:00"),
            ("to", "09:00"),
            ("people", "3"),
        ];
        await guest.PostAsync("/shifts/new", made);
        await guest.PostAsync("/shifts/4?handler=assign", ("person", await IdAsync(house, "段丽华")));
        // Edits keep a distance.
        house.Clock.Move(TimeSpan.FromMinutes(1));
        await house.App.Services.GetRequiredService<Courier>().DrainAsync();
        var (_, text) = await guest.GetAsync("/shifts/4");
        Assert.Matches("已更新</span> 群里的卡片\\s*<time", text);
        Assert.Contains("已通知</span> 段丽华<", text, StringComparison.Ordinal);
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
    public async Task Saved_as_it_is_nobody_is_told_and_who_was_called_stays_called()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var person = await IdAsync(house, "邵卫东");
        await guest.PostAsync("/shifts/1?handler=called", ("person", person));
        var (_, edit) = await guest.GetAsync("/shifts/1/edit");
        var before = await house.DumpAsync();
        await ChangeAsync(guest, edit, "13:30");
        Assert.Equal(before, await house.DumpAsync());
        var (_, same) = await guest.GetAsync("/shifts/1");
        Assert.Contains("没有改动，不用通知谁。", same, StringComparison.Ordinal);
        Assert.Contains("打过电话了</span> 邵卫东<", same, StringComparison.Ordinal);
        // Taken back: they heard of nothing else.
        await ChangeAsync(guest, edit, "14:30");
        var (_, changed) = await guest.GetAsync("/shifts/1");
        Assert.Contains("没通知到</span> 邵卫东<", changed, StringComparison.Ordinal);
        await guest.PostAsync("/shifts/1?handler=undo", ("step", Field(changed, "step")));
        Assert.Contains("打过电话了</span> 邵卫东<", (await guest.GetAsync("/shifts/1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_to_be_called_stands_on_the_first_page_and_in_the_list_until_somebody_called()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        const string line = "href=\"/shifts/1\"><b>1</b> <span>还没通知到的值班人";
        Assert.Contains(line, (await guest.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal(1, Regex.Count((await guest.GetAsync("/shifts")).Text, "1 人还没通知到"));
        // Also of what is called off.
        await guest.PostAsync("/shifts/1?handler=cancel");
        Assert.Contains(line, (await guest.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("1 人还没通知到", (await guest.GetAsync("/shifts?state=cancelled")).Text, StringComparison.Ordinal);
        await guest.PostAsync("/shifts/1?handler=called", ("person", await IdAsync(house, "邵卫东")));
        Assert.DoesNotContain("还没通知到的值班人", (await guest.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("人还没通知到", (await guest.GetAsync("/shifts?state=cancelled")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_waits_is_counted_like_its_tag_says()
    {
        await using var house = await WrittenHouseAsync();
        await ConsoleCast.FillAsync(house);
        await ReachAsync(house, "段丽华", WrittenChannel.ChannelName);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.PostAsync("/shifts/1?handler=called", ("person", await IdAsync(house, "邵卫东")));
        await guest.PostAsync("/shifts/1?handler=assign", ("person", await IdAsync(house, "段丽华")));
        Assert.DoesNotContain("人还没通知到", (await guest.GetAsync("/shifts")).Text, StringComparison.Ordinal);
        house.Clock.Move(TimeSpan.FromMinutes(11));
        Assert.Contains("1 人还没通知到", (await guest.GetAsync("/shifts")).Text, StringComparison.Ordinal);
        await SentAsync(house);
        Assert.DoesNotContain("人还没通知到", (await guest.GetAsync("/shifts")).Text, StringComparison.Ordinal);
        await SentAsync(house, OutboxState.Failed);
        Assert.Contains("1 人还没通知到", (await guest.GetAsync("/shifts")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_failed_is_not_called_told()
    {
        await using var house = await WrittenHouseAsync();
        await ConsoleCast.FillAsync(house);
        await ReachAsync(house, "段丽华", WrittenChannel.ChannelName);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.PostAsync("/shifts/1?handler=assign", ("person", await IdAsync(house, "段丽华")));
        Assert.Contains("正在发</span> 段丽华<", (await guest.GetAsync("/shifts/1")).Text, StringComparison.Ordinal);
        house.Clock.Move(TimeSpan.FromMinutes(11));
        var (_, late) = await guest.GetAsync("/shifts/1");
        Assert.Contains("还没发出去</span> 段丽华<", late, StringComparison.Ordinal);
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

    [Fact]
    public async Task Who_cannot_be_written_to_is_called_and_the_look_at_the_number_is_written_down()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (lead, helper) = (await IdAsync(house, "段丽华"), await IdAsync(house, "邵卫东"));
        await guest.PostAsync("/shifts/1?handler=assign", ("person", lead));
        var (_, told) = await guest.GetAsync("/shifts/1");
        Assert.Contains("排上了，群里的卡片马上更新。段丽华收不到消息，要打电话。", told, StringComparison.Ordinal);
        Assert.Contains("看邵卫东的电话", told, StringComparison.Ordinal);
        Assert.DoesNotContain("138", told, StringComparison.Ordinal);
        var (_, called) = await guest.PostAsync("/shifts/1?handler=phone", ("person", helper));
        Assert.Contains("href=\"tel:13800138000\"", called, StringComparison.Ordinal);
        Assert.Contains("看了值班人的电话：班", (await guest.GetAsync("/audit")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.PostAsync("/shifts/3?handler=phone", ("person", helper))).Answer.StatusCode);
    }

    // A platform that asks to be left alone until tomorrow.
    private static Task<ConsoleHouse> WrittenHouseAsync() =>
        ConsoleHouse.StartAsync(adjust: to =>
            to.Services.AddSingleton<IChannel>(
                new WrittenChannel { Refusal = _ => new Bot.Engine.Delivery(Outcome.Retry, After: TimeSpan.FromDays(1)) }
            )
        );

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

    private static Task ReachAsync(ConsoleHouse house, string name, string channel) =>
        house.DoAsync(async db =>
        {
            var group = await db.Groups.OrderBy(it => it.Id).FirstAsync();
            (group.Channel, group.ExternalId) = (channel, "-1009");
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
