using Microsoft.Playwright;
using MutualAid.Bot.Engine;
using MutualAid.Core.Messaging;
using MutualAid.Tests.Channels.Telegram;

namespace MutualAid.Tests.Channels.Room;

/// <summary>A finger hits what it aims at, once, and what is over no longer stands there.</summary>
public sealed class RoomTouchTests
{
    [SkippableFact]
    public async Task The_first_touch_on_an_example_fills_the_box()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var host = await RoomHost.StartAsync();
        var context = await browser.Browser.NewContextAsync(
            new()
            {
                Locale = "zh-CN",
                HasTouch = true,
                ViewportSize = new() { Width = 360, Height = 740 },
            }
        );
        var page = await context.NewPageAsync();
        await page.GotoAsync(host.Address.ToString());
        await page.GetByText("写上社区").TapAsync();
        var community = (await page.Locator("#community").BoundingBoxAsync())!;
        Assert.True(community.Y < (await page.Locator("button[type=submit]").BoundingBoxAsync())!.Y);
        await page.Locator("#name").FillAsync("秦爱珍");
        await page.Locator("button[type=submit]").TapAsync();
        var example = page.Locator(".pane.group .chip").First;
        await example.TapAsync();
        Assert.Equal(await example.InnerTextAsync(), await page.Locator("#say-group").InputValueAsync());
    }

    [SkippableFact]
    public async Task Header_and_menu_agree_about_the_size_of_type()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var host = await RoomHost.StartAsync();
        var page = await browser.EnterAsync(host.Address, "秦爱珍");
        var header = page.Locator(".tool", new() { HasTextString = "大字" });
        await header.ClickAsync();
        await page.Locator(".menu").ClickAsync();
        Assert.True(await page.GetByLabel("大字", new() { Exact = true }).IsCheckedAsync());
        await page.GetByLabel("普通").CheckAsync();
        Assert.Equal("normal", await page.EvaluateAsync<string>("document.documentElement.dataset.size"));
        Assert.Equal("false", await header.GetAttributeAsync("aria-pressed"));
    }

    [SkippableFact]
    public async Task What_was_told_in_private_goes_when_it_is_over_or_closed()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var host = await RoomHost.StartAsync();
        var page = await browser.EnterAsync(host.Address, "段丽华");
        await page.Locator("#tab-private").ClickAsync();
        await page.Locator("#say-private").FillAsync("早");
        await page.Locator(".pane.private .send").ClickAsync();
        await Until.TrueAsync(() => host.Voice.Heard.Any(it => it.Text == "早"));
        await page.Locator("#tab-group").ClickAsync();
        var told = page.Locator(".whisper.shown", new() { HasTextString = "小助手私下说：送到南门岗亭" });
        Button[][] brought =
        [
            [new Button("送到了", "d") { Phrase = "supplies.button.delivered" }],
        ];
        foreach (var over in (string[])["#1 口罩 60个，已签收\n送到南门岗亭", "#1 口罩 60个 已撤销认领，谢谢您。"])
        {
            await host.Voice.PostAsync(host.Voice.Heard.Last(it => it.Text == "早"), "#1 口罩 60个\n送到南门岗亭", brought);
            await told.WaitForAsync();
            Assert.Equal(1, await page.Locator("#tab-private .dot").CountAsync());
            await host.Voice.EditAsync(over);
            await told.WaitForAsync(new() { State = WaitForSelectorState.Detached });
            Assert.Equal(0, await page.Locator("#tab-private .dot").CountAsync());
        }

        await host.Voice.PostAsync(host.Voice.Heard.Last(it => it.Text == "早"), "#2 手套 60双\n送到南门岗亭", brought);
        await page.Locator(".whisper-close").ClickAsync();
        Assert.Equal(0, await told.CountAsync());
    }

    [SkippableFact]
    public async Task A_second_tap_does_not_press_what_has_come_to_its_place()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        var page = await browser.EnterAsync(host.Address, "段丽华");
        await page.Locator(".pane.private .slip").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await wen.SayAsync("各位早");
        await host.Voice.PostAsync(
            host.Voice.Heard.Last(it => it.Text == "各位早"),
            "#1 口罩 100个",
            [
                [new Button("送到了", "d"), new Button("改数量", "n"), new Button("撤销", "u")],
            ]
        );
        var brought = page.Locator(".press", new() { HasTextString = "送到了" });
        var at = (await brought.BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(at.X + 20, at.Y + 20);
        await brought.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        // What is said of the press may have moved the card: the finger is where it was.
        await page.Locator(".press", new() { HasTextString = "改数量" })
            .DispatchEventAsync(
                "click",
                new
                {
                    detail = 1,
                    clientX = (int)at.X + 20,
                    clientY = (int)at.Y + 20,
                }
            );
        await page.Locator("#say-group").FillAsync("好了");
        await page.Locator(".pane.group .send").ClickAsync();
        await Until.TrueAsync(() => host.Voice.Heard.Any(it => it.Text == "好了"));
        Assert.Equal("d", Assert.Single(host.Voice.Heard, it => it.Kind == IncomingKind.Press).Button);
    }
}
