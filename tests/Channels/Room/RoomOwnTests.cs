using System.Globalization;
using Microsoft.Playwright;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Channels.Telegram;

namespace MutualAid.Tests.Channels.Room;

/// <summary>Each reader sees their own buttons, keeps their place and is not pushed about.</summary>
public sealed class RoomOwnTests
{
    [SkippableFact]
    public async Task A_button_is_shown_to_whose_it_is_and_one_that_asks_to_type_puts_the_cursor_into_the_box()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        await wen.SayAsync("各位早");
        var page = await browser.EnterAsync(host.Address, "邵卫东");
        await page.Locator("#say-group").FillAsync("早");
        await page.Locator(".pane.group .send").ClickAsync();
        await Until.TrueAsync(() => host.Voice.Heard.Any(it => it.Text == "早"));
        var me = host.Voice.Heard.Last(it => it.Text == "早").From.ExternalId;
        await host.Voice.PostAsync(
            host.Voice.Heard.Last(it => it.Text == "各位早"),
            "#1 改成多少？",
            [
                [
                    new Button("50个", "a") { For = [me] },
                    new Button("别的数", "b") { For = [me], Typed = true },
                    new Button("签收", "c") { For = ["p0"], ForOrganisers = true },
                    new Button("认领", "d") { NotFor = [me] },
                    new Button("撤销", "e") { For = ["p0"] },
                ],
            ]
        );
        await page.Locator(".press").First.WaitForAsync();
        Assert.Equal(["50个", "别的数"], await page.Locator(".press").AllInnerTextsAsync());
        await page.Locator(".press", new() { HasTextString = "别的数" }).ClickAsync();
        Assert.Equal("say-group", await page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.DoesNotContain(host.Voice.Heard, it => it.Kind == Bot.Engine.IncomingKind.Press);
    }

    [SkippableFact]
    public async Task Suggestions_go_when_there_is_something_to_do_or_to_read()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        var page = await browser.EnterAsync(host.Address, "邵卫东");
        await page.Locator(".pane.group .chips.shown").WaitForAsync();
        for (var line = 0; line < 14; line++)
            await wen.SayAsync(string.Create(CultureInfo.InvariantCulture, $"今天第 {line} 句闲话"));
        await page.Locator(".theirs .text", new() { HasTextString = "第 13 句" }).WaitForAsync();
        await page.EvaluateAsync("document.querySelector('.pane.group .log').scrollTop = 0");
        await page.Locator(".pane.group .chips.shown").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        var other = await browser.EnterAsync(host.Address, "段丽华");
        await other.Locator(".pane.group .chips.shown").WaitForAsync();
        await wen.SayAsync("需求 口罩 100个");
        await other.Locator(".pane.group .chips.shown").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    [SkippableFact]
    public async Task Large_type_keeps_the_place()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        for (var line = 0; line < 18; line++)
            await wen.SayAsync(string.Create(CultureInfo.InvariantCulture, $"今天第 {line} 句闲话"));
        var page = await browser.EnterAsync(host.Address, "邵卫东");
        await page.Locator(".theirs .text", new() { HasTextString = "第 17 句" }).WaitForAsync();
        await page.EvaluateAsync("document.querySelector('.pane.group .log').scrollTop = 250");
        var top = await TopLineAsync(page);
        await page.Locator(".tool", new() { HasTextString = "大字" }).ClickAsync();
        Assert.Equal("big", await page.EvaluateAsync<string>("document.documentElement.dataset.size"));
        Assert.Equal(top, await TopLineAsync(page));
    }

    [SkippableFact]
    public async Task Help_is_five_lines_and_nobody_speaks_for_the_reader()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var host = await RoomHost.StartAsync();
        var page = await browser.EnterAsync(host.Address, "邵卫东");
        var before = host.Voice.Heard.Count;
        await page.Locator(".helps").ClickAsync();
        Assert.Equal(5, await page.Locator(".sheet .steps li").CountAsync());
        Assert.True((await page.Locator(".sheet").InnerTextAsync()).Count(char.IsLetterOrDigit) <= 60);
        await page.GetByText("更多说法").ClickAsync();
        await page.GetByText("打字怎么说").ClickAsync();
        await page.Locator(".sheet .chip", new() { HasTextString = "认领 3 50" }).ClickAsync();
        Assert.Equal("认领 3 50", await page.Locator("#say-group").InputValueAsync());
        Assert.Equal(before, host.Voice.Heard.Count);
    }

    [SkippableFact]
    public async Task A_word_over_a_button_covers_neither_tabs_nor_board_and_states_are_never_broken()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        await wen.SayAsync("各位早");
        await host.Voice.PinAsync("g1", "没办完的 1 条，急的在前：\n#1 口罩 100个");
        await host.Voice.PostAsync(host.Voice.Heard.Last(it => it.Text == "各位早"), "#2 N95医用防护口罩 100个｜杏花台社区｜待核实", []);
        var page = await browser.EnterAsync(host.Address, "邵卫东");
        var state = page.Locator(".second .whole", new() { HasTextString = "待核实" });
        await state.WaitForAsync();
        Assert.Equal(1, await state.EvaluateAsync<int>("state => state.getClientRects().length"));
        Assert.Equal("杏花台社区｜待核实", await page.Locator(".second").InnerTextAsync());
        await page.EvaluateAsync("window.room.toast('您认领了全部')");
        Assert.True(
            await page.EvaluateAsync<bool>(
                "document.getElementById('toast').getBoundingClientRect().top >= document.querySelector('.board').getBoundingClientRect().bottom"
            )
        );
        Assert.True(
            await page.EvaluateAsync<bool>(
                "document.getElementById('toast').getBoundingClientRect().top >= [...document.querySelectorAll('.slip')].at(-1).getBoundingClientRect().bottom"
            )
        );
        Assert.True(
            await page.EvaluateAsync<bool>(
                "document.getElementById('toast').getBoundingClientRect().bottom <= document.querySelector('.composer').getBoundingClientRect().top"
            )
        );
    }

    private static Task<string> TopLineAsync(IPage page) =>
        page.EvaluateAsync<string>(
            """
            () => {
              const top = document.querySelector('.pane.group .log').getBoundingClientRect().top + 40;
              return [...document.querySelectorAll('.pane.group .line')].find(line => line.getBoundingClientRect().bottom > top).innerText;
            }
            """
        );
}
