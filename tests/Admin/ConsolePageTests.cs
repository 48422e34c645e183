using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using MutualAid.Core.Accounts;
using MutualAid.Core.Messaging;
using MutualAid.Core.People;

namespace MutualAid.Tests.Admin;

public sealed partial class ConsolePageTests
{
    [Fact]
    public async Task An_empty_installation_says_what_to_do_next()
    {
        await using var house = await ConsoleHouse.StartAsync();
        var guest = await new ConsoleGuest(house).EnterAsync();
        (string Path, string Words)[] told =
        [
            ("/", "现在没有等您办的事"),
            ("/groups", "还没有群"),
            ("/communities", "还没有社区"),
            ("/messages", "没有失败"),
            ("/running", "接上它要填设置 <code>Telegram:Token</code>"),
            ("/running", "没有故障"),
        ];
        foreach (var (path, words) in told)
            Assert.Contains(words, (await guest.GetAsync(path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_platforms_and_programs_say_is_told_in_words()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        await SchedulePageTests.PlanAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        (string Path, string Words, string Said)[] told =
        [
            ("/messages", "小助手被移出了这个群。重新拉进来，再发一次。", "403 the bot was removed"),
            ("/schedule?state=failed", "试了 4 次，一直没有回应。", "TimeoutException"),
            ("/running", "有人说了一句话", "InvalidOperationException"),
        ];
        foreach (var (path, words, said) in told)
        {
            var text = (await guest.GetAsync(path)).Text;
            Assert.Contains(words, text, StringComparison.Ordinal);
            Assert.Contains($"</summary><p class=\"code\">{said}", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Markup_in_names_is_only_text()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house, "<img src=x onerror=alert(1)>\"'&");
        var guest = await new ConsoleGuest(house).EnterAsync();
        foreach (var path in new[] { "/", "/groups", "/groups/1", "/messages", "/me" })
            Assert.DoesNotContain("<img src=x", (await guest.GetAsync(path)).Text, StringComparison.Ordinal);
        await guest.PostAsync("/groups?handler=invite", ("chat", "g1"));
        var text = (await guest.GetAsync("/groups/1")).Text;
        Assert.Contains("&lt;img src=x", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("organiser", "o", RoomKeyKind.Organiser)]
    [InlineData("invite", "i", RoomKeyKind.Invite)]
    public async Task A_link_into_a_group_is_shown_once_and_opens_it(string handler, string letter, RoomKeyKind kind)
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        var (answer, _) = await guest.PostAsync($"/groups?handler={handler}", ("chat", "g1"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);

        var link = Shown().Match((await guest.GetAsync("/groups/1")).Text).Groups[1].Value;
        Assert.StartsWith($"{house.PublicAddress}?{letter}=", link, StringComparison.Ordinal);
        Assert.DoesNotContain(link, (await guest.GetAsync("/groups/1")).Text, StringComparison.Ordinal);
        await using var db = house.Read();
        var key = await new RoomDesk(db, house.Clock).FindAsync(link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        Assert.Equal((kind, 1L), (key!.Kind, key.ChatId!.Value));
    }

    [Fact]
    public async Task A_lost_person_gets_a_new_link_and_pin()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.PostAsync("/groups?handler=reattach", ("chat", "g1"), ("seat", "p2"));
        var text = (await guest.GetAsync("/groups/1")).Text;
        Assert.Contains("邵卫东 的新链接和口令好了", text, StringComparison.Ordinal);
        Assert.Matches(">[0-9]{6}</strong>", text);
        await guest.PostAsync("/groups?handler=reattach", ("chat", "g1"), ("seat", "p9"));
        Assert.Contains("不在这个群里了", (await guest.GetAsync("/groups/1")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("again", OutboxState.Queued)]
    [InlineData("arrived", OutboxState.Sent)]
    public async Task A_person_decides_about_a_message_in_doubt(string handler, OutboxState becomes)
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        long id;
        await using (var db = house.Read())
            id = await db.Outbox.Where(it => it.State == OutboxState.Unknown).Select(it => it.Id).SingleAsync();
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.PostAsync($"/messages?handler={handler}", ("id", $"{id}"));
        await using (var db = house.Read())
        {
            // The courier may already be on its way with it.
            var row = await db.Outbox.SingleAsync(it => it.Id == id);
            Assert.True(row.State == becomes || (becomes == OutboxState.Queued && row.State is not OutboxState.Unknown), $"{row.State}");
            Assert.True(row.IsRepeat);
        }

        if (becomes == OutboxState.Sent)
        {
            await guest.PostAsync($"/messages?handler={handler}", ("id", $"{id}"));
            Assert.Contains("结果已经清楚了", (await guest.GetAsync("/messages")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_voice_message_is_done_once_somebody_says_so()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        Assert.Contains("2月5日 周三 11:30", (await guest.GetAsync("/")).Text, StringComparison.Ordinal);
        await guest.PostAsync("/?handler=heard", ("id", "1"));
        var text = (await guest.GetAsync("/")).Text;
        Assert.Contains("这条语音已处理", text, StringComparison.Ordinal);
        Assert.DoesNotContain("语音待处理", text, StringComparison.Ordinal);
        await using var db = house.Read();
        Assert.NotNull((await db.VoiceNotes.SingleAsync()).HandledAt);
    }

    [Fact]
    public async Task A_community_is_corrected_and_a_refusal_keeps_what_was_typed()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        await guest.PostAsync("/communities", ("id", "2"), ("name", "瑞禾村"), ("contact", "段丽华"), ("dropOff", "村口小卖部"));
        Assert.Contains("「瑞禾村」保存好了", (await guest.GetAsync("/communities")).Text, StringComparison.Ordinal);

        var (answer, text) = await guest.PostAsync("/communities", ("id", "2"), ("name", "杏花台社区"), ("contact", "写了一半"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        foreach (var words in new[] { "href=\"#name-2\"", "已经属于另一个社区", "value=\"写了一半\"" })
            Assert.Contains(words, text, StringComparison.Ordinal);
        await using var db = house.Read();
        var kept = await db.Communities.SingleAsync(it => it.Id == 2);
        Assert.Equal(("瑞禾村", "段丽华", "村口小卖部"), (kept.Name, kept.Contact, kept.DropOff));
    }

    [Fact]
    public async Task What_was_said_in_private_is_not_shown()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await house.DoAsync(db =>
        {
            db.Outbox.Add(
                new OutboxRow
                {
                    Channel = "telegram",
                    ChatId = "77",
                    Text = "电话 13900000000",
                    State = OutboxState.Failed,
                }
            );
            return Task.CompletedTask;
        });
        var guest = await new ConsoleGuest(house).EnterAsync();
        var text = (await guest.GetAsync("/messages")).Text;
        Assert.Contains("私聊", text, StringComparison.Ordinal);
        Assert.DoesNotContain("13900000000", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_can_be_brought_as_a_sheet_says_so_where_its_list_is()
    {
        await using var house = await ConsoleHouse.StartAsync();
        await ConsoleCast.FillAsync(house);
        var guest = await new ConsoleGuest(house).EnterAsync();
        foreach (
            var (path, kind) in new[]
            {
                ("/volunteers", "Volunteers"),
                ("/communities", "Communities"),
                ("/donations", "Donations"),
                ("/offers", "Resources"),
                ("/posts", "Posts"),
            }
        )
            Assert.Contains($"href=\"/imports?kind={kind}\"", (await guest.GetAsync(path)).Text, StringComparison.Ordinal);
        var viewer = await new ConsoleGuest(house).EnterAsAsync("林小满", ConsoleRole.Viewer, 1);
        Assert.DoesNotContain("/imports", (await viewer.GetAsync("/donations")).Text, StringComparison.Ordinal);
    }

    [GeneratedRegex("id=\"link\" class=\"code\" readonly value=\"([^\"]+)\"")]
    private static partial Regex Shown();
}
