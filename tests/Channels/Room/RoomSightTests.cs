using System.Globalization;
using Microsoft.Playwright;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Channels.Telegram;

namespace MutualAid.Tests.Channels.Room;

/// <summary>What a tap leads to is seen: no scrolling, nothing covered, nothing to be guessed.</summary>
public sealed class RoomSightTests
{
    [SkippableFact]
    public async Task Talk_that_reads_like_a_request_shows_its_writer_alone_how_to_register_it()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        var page = await browser.EnterAsync(host.Address, "邵卫东");
        var other = await browser.EnterAsync(host.Address, "段丽华");
        await SayAsync(page, "各位早");
        await SayAsync(page, "我们杏花台社区急需N95口罩100个");
        await page.Locator(".hint .press").WaitForAsync();
        Assert.Equal(1, await page.Locator(".hint").CountAsync());
        await other.Locator(".theirs .text", new() { HasTextString = "急需" }).WaitForAsync();
        Assert.Equal(0, await other.Locator(".hint").CountAsync());
        await page.Locator(".hint .press").ClickAsync();
        await page.Locator(".mine .text", new() { HasTextString = "@小助手 我们杏花台社区急需" }).WaitForAsync();
        Assert.Equal(0, await page.Locator(".hint").CountAsync());
        Assert.Equal(0, await page.Locator(".mine .edited").CountAsync());
        await Until.TrueAsync(() => host.Voice.Heard.Any(said => said is { Kind: IncomingKind.Edited, ToBot: true }));
    }

    [SkippableFact]
    public async Task The_answer_to_a_press_on_an_old_card_comes_into_view_and_other_news_only_offer_themselves()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        await wen.SayAsync("需求 口罩 100个");
        for (var line = 0; line < 12; line++)
            await wen.SayAsync(string.Create(CultureInfo.InvariantCulture, $"今天第 {line} 句闲话"));
        var page = await browser.EnterAsync(host.Address, "邵卫东");
        await page.Locator(".theirs .text", new() { HasTextString = "第 11 句" }).WaitForAsync();
        Assert.True(await IsAtEndAsync(page));

        await page.EvaluateAsync("document.querySelector('.pane.group .log').scrollTop = 0");
        await wen.SayAsync("还有一句");
        await page.Locator(".fresh.shown").WaitForAsync();
        Assert.False(await IsAtEndAsync(page));
        Assert.False(await OverlapsAsync(page, ".pane.group .fresh", ".pane.group .composer"));
        Assert.False(await OverlapsAsync(page, ".pane.group .fresh", ".pane.group .log"));

        await page.Locator(".press", new() { HasTextString = "认领" }).ClickAsync();
        await Until.TrueAsync(() => host.Voice.Heard.Any(it => it.Kind == IncomingKind.Press));
        await host.Voice.PostAsync(host.Voice.Heard.Last(it => it.Kind == IncomingKind.Press), "改成多少？");
        await page.Locator(".words", new() { HasTextString = "改成多少？" }).WaitForAsync();
        await page.Locator(".fresh.shown").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.True(await IsAtEndAsync(page));
    }

    [SkippableFact]
    public async Task Another_language_leaves_the_chat_at_its_end()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        for (var line = 0; line < 15; line++)
            await wen.SayAsync(string.Create(CultureInfo.InvariantCulture, $"今天第 {line} 句闲话"));
        var page = await browser.EnterAsync(host.Address, "邵卫东");
        await page.Locator(".menu").ClickAsync();
        await page.GetByText("English").ClickAsync();
        await page.Locator("#side .drawer-close").ClickAsync();
        await page.Locator(".theirs .text", new() { HasTextString = "第 14 句" }).WaitForAsync();
        Assert.True(await IsAtEndAsync(page));
        Assert.Equal(0, await page.Locator(".fresh.shown").CountAsync());
    }

    [SkippableFact]
    public async Task A_row_of_the_board_leads_to_its_card()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        await wen.SayAsync("需求 口罩 100个");
        for (var line = 0; line < 12; line++)
            await wen.SayAsync(string.Create(CultureInfo.InvariantCulture, $"今天第 {line} 句闲话"));
        await host.Voice.PinAsync("g1", "没办完的 2 条，急的在前：\n#2 口罩 100个\n#22 手套 20双");
        var page = await browser.EnterAsync(host.Address, "邵卫东");
        await page.Locator(".board-bar").ClickAsync();
        Assert.Equal("没办完的 2 条", await page.Locator(".board-text").InnerTextAsync());
        await page.Locator(".board-row .act").Last.ClickAsync();
        Assert.Equal("认领 #22", await page.Locator("#say-group").InputValueAsync());
        await page.Locator(".board-bar").ClickAsync();
        await page.Locator(".board-row .act").First.ClickAsync();
        await page.Locator(".line.found .press").First.WaitForAsync();
        Assert.False(await OverlapsAsync(page, ".line.found .buttons", ".pane.group .composer"));
        Assert.Equal(0, await page.Locator(".board-open").CountAsync());
    }

    [SkippableFact]
    public async Task What_only_organisers_may_press_is_not_shown_to_others()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        await wen.SayAsync("各位早");
        var page = await browser.EnterAsync(host.Address, "邵卫东");
        await host.Voice.PostAsync(
            host.Voice.Heard.Last(it => it.Text == "各位早"),
            "#1 口罩 100个",
            [
                [new Button("核实", "v") { ForOrganisers = true }, new Button("认领", "c")],
            ]
        );
        await page.Locator(".press").First.WaitForAsync();
        Assert.Equal(["认领"], await page.Locator(".press").AllInnerTextsAsync());
        await page.Locator(".menu").ClickAsync();
        await page.GetByText("我是管理员").ClickAsync();
        await page.Locator(".press", new() { HasTextString = "核实" }).WaitForAsync();
    }

    private static Task<bool> IsAtEndAsync(IPage page) =>
        page.EvaluateAsync<bool>(
            "() => { const log = document.querySelector('.pane.group .log'); return log.scrollHeight - log.scrollTop - log.clientHeight < 20; }"
        );

    private static Task<bool> OverlapsAsync(IPage page, string one, string other) =>
        page.EvaluateAsync<bool>(
            """
            ([one, other]) => {
              const a = document.querySelector(one).getBoundingClientRect();
              const b = document.querySelector(other).getBoundingClientRect();
              return a.bottom > b.top + 1 && b.bottom > a.top + 1;
            }
            """,
            new[] { one, other }
        );

    private static async Task SayAsync(IPage page, string text)
    {
        await page.Locator("#say-group").FillAsync(text);
        await page.Locator(".pane.group .send").ClickAsync();
        await page.Locator(".mine .text", new() { HasTextString = text }).WaitForAsync();
    }
}
