using MutualAid.Core.Messaging;
using MutualAid.Tests.Channels.Telegram;

namespace MutualAid.Tests.Channels.Room;

/// <summary>What waits for the reader is the first thing they see, in their language, wherever they look.</summary>
public sealed class RoomTurnTests
{
    [SkippableFact]
    public async Task The_readers_own_turn_comes_first_amounts_are_named_and_less_of_it_is_two_taps()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        await wen.SayAsync("各位早");
        var page = await browser.EnterAsync(host.Address, "段丽华");
        await page.Locator("#say-group").FillAsync("早");
        await page.Locator(".pane.group .send").ClickAsync();
        await Until.TrueAsync(() => host.Voice.Heard.Any(it => it.Text == "早"));
        var me = host.Voice.Heard.Last(it => it.Text == "早").From.ExternalId;
        var claim = new Button("认领", "c")
        {
            Phrase = "supplies.button.claim",
            Values = ["40个"],
            Parts = [new("30个", "c30"), new("20个", "c20")],
        };
        var brought = new Button("送到了", "d")
        {
            Phrase = "supplies.button.delivered",
            For = [me],
            Values = ["段丽华"],
        };
        var greeting = host.Voice.Heard.Last(it => it.Text == "各位早");
        await host.Voice.PostAsync(
            greeting,
            "#1 口罩 100个｜杏花台社区｜待核实\n段丽华 60，还差 40",
            [
                [claim],
                [brought],
            ]
        );
        await page.Locator(".press.main").WaitForAsync();
        Assert.Equal(["送到了", "再认领40个", "一部分"], await page.Locator(".press").AllInnerTextsAsync());
        await page.Locator(".press", new() { HasTextString = "一部分" }).ClickAsync();
        await page.Locator(".press", new() { HasTextString = "返回" }).ClickAsync();
        Assert.Equal(["送到了", "再认领40个", "一部分"], await page.Locator(".press").AllInnerTextsAsync());
        await page.Locator(".press", new() { HasTextString = "一部分" }).ClickAsync();
        await page.Locator(".press", new() { HasTextString = "20个" }).ClickAsync();
        await Until.TrueAsync(() => host.Voice.Heard.Any(it => it is { Kind: Bot.Engine.IncomingKind.Press, Button: "c20" }));

        await host.Voice.PostAsync(
            greeting,
            "#2 手套 10双",
            [
                [brought with { For = ["p0"], ForOrganisers = true }],
            ]
        );
        await page.Locator(".menu").ClickAsync();
        await page.GetByText("我是管理员").ClickAsync();
        await page.Locator(".press", new() { HasTextString = "替段丽华记送到" }).WaitForAsync();
        Assert.Equal(0, await page.Locator(".press.main").CountAsync());
    }

    [SkippableFact]
    public async Task What_is_asked_in_private_stands_above_the_box_and_leads_there()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var host = await RoomHost.StartAsync();
        var page = await browser.EnterAsync(host.Address, "秦爱珍");
        await page.Locator("#tab-private").ClickAsync();
        await page.Locator("#say-private").FillAsync("早");
        await page.Locator(".pane.private .send").ClickAsync();
        await Until.TrueAsync(() => host.Voice.Heard.Any(it => it.Text == "早"));
        await page.Locator("#tab-group").ClickAsync();
        await host.Voice.PostAsync(
            host.Voice.Heard.Last(it => it.Text == "早"),
            "送到哪里、找谁、几点前？",
            [
                [new Button("填写收货地点", "w") { Typed = true }],
            ]
        );
        await page.Locator(".whisper.shown", new() { HasTextString = "小助手私下问您：送到哪里" }).ClickAsync();
        Assert.Equal("say-private", await page.EvaluateAsync<string>("document.activeElement.id"));
        Assert.Contains("送到哪里", await page.Locator(".pane.private .strip").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator(".whisper.shown").CountAsync());
    }

    [SkippableFact]
    public async Task Another_language_without_a_line_keeps_what_is_on_the_page()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        await wen.SayAsync("各位早");
        var page = await browser.EnterAsync(host.Address, "邵卫东");
        await page.Locator(".theirs .text", new() { HasTextString = "各位早" }).WaitForAsync();
        await page.Context.SetOfflineAsync(true);
        await page.Locator(".banner.shown").WaitForAsync();
        await page.Locator(".menu").ClickAsync();
        await page.GetByText("English").ClickAsync();
        Assert.Equal(1, await page.Locator(".theirs .text", new() { HasTextString = "各位早" }).CountAsync());
        Assert.Contains("trying again", await page.Locator(".banner").InnerTextAsync(), StringComparison.OrdinalIgnoreCase);
        await page.Context.SetOfflineAsync(false);
        await wen.SayAsync("又一句");
        await page.Locator(".theirs .text", new() { HasTextString = "又一句" }).WaitForAsync();
        Assert.Equal(1, await page.Locator(".theirs .text", new() { HasTextString = "各位早" }).CountAsync());
    }

    [SkippableFact]
    public async Task In_large_type_the_menu_shows_size_colours_language_and_help_without_scrolling()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var host = await RoomHost.StartAsync();
        var page = await browser.EnterAsync(host.Address, "秦爱珍");
        await page.Locator(".tool", new() { HasTextString = "大字" }).ClickAsync();
        await page.Locator(".menu").ClickAsync();
        var last = page.Locator("#side .switches .wide").Last;
        Assert.Equal("怎么用", await last.InnerTextAsync());
        Assert.True((await last.BoundingBoxAsync())!.Y + (await last.BoundingBoxAsync())!.Height <= 740);
        await last.ClickAsync();
        var close = page.Locator(".sheet .drawer-close");
        await page.EvaluateAsync("document.querySelector('.sheet').scrollTop = 9999");
        var at = (await close.BoundingBoxAsync())!;
        Assert.InRange(at.Y, 0, 740 - at.Height);
    }

    [SkippableFact]
    public async Task Buttons_speak_the_readers_language()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        await wen.SayAsync("各位早");
        var page = await browser.EnterAsync(host.Address, "Jing", language: "en");
        await host.Voice.PostAsync(
            host.Voice.Heard.Last(it => it.Text == "各位早"),
            "#1 口罩 100个",
            [
                [new Button("签收 60个", "s") { Phrase = "supplies.button.signFor", Values = ["60个"] }],
                [new Button("认领", "c") { Phrase = "supplies.button.claim", Values = ["40个"] }, new Button("群里的话", "x")],
            ]
        );
        await page.Locator(".press").First.WaitForAsync();
        Assert.Equal(["Sign for 60个", "Claim 40个", "群里的话"], await page.Locator(".press").AllInnerTextsAsync());
    }
}
