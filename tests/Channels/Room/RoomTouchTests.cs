using System.Globalization;
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

    [SkippableTheory]
    [InlineData("认领好了")]
    [InlineData("#1 认领好了：口罩 60个。送到哪里正在问 邵卫东，答案会在私聊里，请留意。")]
    public async Task Nothing_moves_when_the_word_about_a_tap_goes(string word)
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        for (var line = 0; line < 12; line++)
            await wen.SayAsync(string.Create(CultureInfo.InvariantCulture, $"今天第 {line} 句闲话"));
        await wen.SayAsync("需求 口罩 100个");
        var page = await browser.EnterAsync(host.Address, "段丽华");
        var press = page.Locator(".press").First;
        await press.WaitForAsync();
        await page.EvaluateAsync("word => window.room.toast(word, true)", word);
        Assert.False(await page.EvaluateAsync<bool>(CoversButton));
        var before = (await press.BoundingBoxAsync())!.Y;
        await page.EvaluateAsync("window.room.hush()");
        Assert.Equal(0, await page.Locator("#toast.shown").CountAsync());
        Assert.Equal(before, (await press.BoundingBoxAsync())!.Y);

        // What comes next takes up the room that was left.
        await wen.SayAsync("还有一句");
        await page.Locator(".theirs .text", new() { HasTextString = "还有一句" }).WaitForAsync();
        var after = (await press.BoundingBoxAsync())!.Y;
        Assert.True(after <= before);
        await page.Locator("#tab-private").ClickAsync();
        await page.Locator("#tab-group").ClickAsync();
        Assert.Equal("", await page.EvaluateAsync<string>("document.querySelector('.pane.group .log').style.paddingBottom"));
    }

    private const string CoversButton = """
        () => {
          const word = document.getElementById('toast').getBoundingClientRect();
          return [...document.querySelectorAll('.press')].some(button => button.getBoundingClientRect().bottom > word.top);
        }
        """;

    [SkippableFact]
    public async Task Asked_in_private_after_a_tap_the_reader_is_told_once()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var host = await RoomHost.StartAsync();
        var page = await browser.EnterAsync(host.Address, "段丽华");
        await page.Locator("#tab-private").ClickAsync();
        await page.Locator("#say-private").FillAsync("早");
        await page.Locator(".pane.private .send").ClickAsync();
        await page.Locator("#tab-group").ClickAsync();
        await page.Locator("#say-group").FillAsync("需求 口罩 100个");
        await page.Locator(".pane.group .send").ClickAsync();
        await page.Locator(".press", new() { HasTextString = "认领" }).ClickAsync();
        await page.Locator("#toast.shown").WaitForAsync();
        var said = host.Voice.Heard.Last(it => it.Text == "早");
        await host.Voice.PostAsync(
            said,
            "送到哪里？",
            [
                [new Button("填写收货地点", "!typed") { Typed = true }],
            ]
        );
        await page.Locator(".whisper.shown").WaitForAsync();
        Assert.Equal(0, await page.Locator("#toast.shown").CountAsync());

        // Opened already, the answer says so when its button is pressed.
        await page.Locator(".whisper-go").ClickAsync();
        var box = page.Locator("#say-private");
        Assert.StartsWith("如：", await box.GetAttributeAsync("placeholder"), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator(".pulse").CountAsync());
        await page.Locator(".pane.private .press").ClickAsync();
        Assert.Equal(1, await page.Locator("#say-private.pulse:focus").CountAsync());
        await box.FillAsync("居委会一楼");
        await page.Locator(".pane.private .send").ClickAsync();
        Assert.Equal("对小助手说", await box.GetAttributeAsync("placeholder"));
    }

    [SkippableFact]
    public async Task What_went_before_anybody_looked_leaves_no_dot()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        var page = await browser.EnterAsync(host.Address, "段丽华");
        await page.Locator("#tab-private").ClickAsync();
        await wen.SayAsync("认领 #1 420");
        await page.Locator("#tab-group .dot").WaitForAsync();
        await page.Locator("#tab-group").ClickAsync();
        await page.Locator("#tab-private").ClickAsync();
        var said = host.Voice.Heard.Last(it => it.Text == "认领 #1 420");
        await host.Voice.RefuseAsync(
            said,
            "#1 只差 42个了。",
            [
                [new Button("认领42个", "c")],
            ]
        );
        await page.Locator("#tab-group .dot").WaitForAsync();
        await host.Voice.TakeBackAsync();
        await page.Locator("#tab-group .dot").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        // The words it refused do not stand there as if they held.
        await page.Locator("#tab-group").ClickAsync();
        Assert.Equal("没登记", await page.Locator(".theirs .refused").InnerTextAsync());
        await wen.SayAsync("认领 #1 42", editOf: said.MessageId);
        await page.Locator(".refused").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }
}
