using Microsoft.Playwright;
using MutualAid.Core.Messaging;

namespace MutualAid.Tests.Channels.Room;

/// <summary>What lies over the page goes by one tap or by the phone's Back, and nobody is led out of the room.</summary>
public sealed class RoomLayerTests
{
    [SkippableFact]
    public async Task Back_closes_the_menu_the_help_and_the_board_and_only_then_leaves()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var host = await RoomHost.StartAsync();
        await host.Voice.PinAsync("g1", "没办完的 1 条，急的在前：\n#1 口罩 100个");
        var page = await browser.EnterAsync(host.Address, "秦爱珍");
        foreach (var (opener, open) in new[] { (".menu", "#side.open"), (".helps", ".sheet"), (".board-bar", ".board-open") })
        {
            await page.Locator(opener).ClickAsync();
            await page.Locator(open).WaitForAsync();
            await page.EvaluateAsync("history.back()");
            await page.Locator(open).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        }

        await page.Locator(".helps").ClickAsync();
        await page.Locator(".sheet li").First.ClickAsync();
        Assert.Equal(0, await page.Locator(".sheet").CountAsync());
        Assert.Equal(1, await page.Locator("#say-group:visible").CountAsync());
    }

    [SkippableFact]
    public async Task Size_colours_and_language_are_chosen_one_after_the_other_in_the_open_menu()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var host = await RoomHost.StartAsync();
        var page = await browser.EnterAsync(host.Address, "秦爱珍");
        await page.Locator(".menu").ClickAsync();
        foreach (var choice in new[] { "大字", "深色", "English", "中文" })
        {
            await page.GetByLabel(choice, new() { Exact = true }).CheckAsync();
            Assert.True(await page.GetByLabel(choice, new() { Exact = true }).IsCheckedAsync());
            Assert.Equal(1, await page.Locator("#side.open").CountAsync());
        }

        Assert.Equal(
            "big dark zh-CN",
            await page.EvaluateAsync<string>(
                "[document.documentElement.dataset.size, document.documentElement.dataset.theme, document.documentElement.lang].join(' ')"
            )
        );
    }

    [SkippableFact]
    public async Task Who_types_an_at_sign_is_offered_the_bot_by_a_tap()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var host = await RoomHost.StartAsync();
        var page = await browser.EnterAsync(host.Address, "秦爱珍");
        await page.Locator("#say-group").PressSequentiallyAsync("您好@");
        await page.Locator(".pane.group .at .chip").ClickAsync();
        Assert.Equal("您好@小助手 ", await page.Locator("#say-group").InputValueAsync());
        Assert.Equal(0, await page.Locator(".pane.group .at:visible").CountAsync());
    }

    [SkippableFact]
    public async Task A_row_of_the_board_is_copied_and_the_word_about_it_goes_with_the_next_tap()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        await wen.SayAsync("需求 口罩 100个");
        await host.Voice.PinAsync("g1", "没办完的 1 条，急的在前：\n#2 口罩 100个");
        var page = await browser.EnterAsync(host.Address, "邵卫东");
        await page.Locator(".board-bar").ClickAsync();
        await page.Locator(".board-row").GetByText("复制").ClickAsync();
        Assert.Equal("已复制", await page.Locator("#toast.shown").InnerTextAsync());
        Assert.StartsWith("#2 口罩 100个", await page.EvaluateAsync<string>("navigator.clipboard.readText()"), StringComparison.Ordinal);
        await page.Locator(".tool", new() { HasTextString = "大字" }).ClickAsync();
        Assert.Equal(0, await page.Locator("#toast.shown").CountAsync());
    }

    [Fact]
    public async Task What_one_person_was_asked_nobody_else_reads()
    {
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        using var shao = await RoomCaller.EnterAsync(host, "邵卫东");
        await wen.SayAsync("各位早");
        var greeting = host.Voice.Heard.Last(it => it.Text == "各位早");
        var answer = new Button("80个", "a") { For = [greeting.From.ExternalId], IsAnswer = true };
        await host.Voice.PostAsync(
            greeting,
            "温静宜，改成多少？",
            [
                [answer],
            ]
        );
        Assert.Equal(["温静宜: 各位早", "bot: 温静宜，改成多少？"], await wen.HearAsync());
        Assert.Equal(["温静宜: 各位早"], await shao.HearAsync());
        await host.Voice.EditAsync("#1 要的改为 80个");
        Assert.Equal(["bot: #1 要的改为 80个"], await shao.HearAsync());
    }
}
