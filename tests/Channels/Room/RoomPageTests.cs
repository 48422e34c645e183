using Microsoft.Playwright;

namespace MutualAid.Tests.Channels.Room;

public sealed class RoomPageTests
{
    [SkippableTheory]
    [InlineData(360, false, "zh-CN")]
    [InlineData(360, true, "zh-CN")]
    [InlineData(1280, false, "zh-CN")]
    [InlineData(1280, true, "zh-CN")]
    [InlineData(360, false, "en")]
    [InlineData(1280, true, "en")]
    public async Task The_room_has_no_accessibility_faults(int width, bool dark, string language)
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        await wen.SayAsync("各位早");
        await wen.SayAsync("需求 口罩 100个");
        await host.Voice.PinAsync("g1", "<b>还缺 1 项</b>\n#2 口罩 100个");

        var page = await browser.PageAsync(host.Address, width, 740, dark, language);
        await page.Locator("#name").WaitForAsync();
        await HasNoFaultsAsync(page, "door");
        await page.Locator("#name").FillAsync("邵卫东");
        await page.Locator("button[type=submit]").ClickAsync();
        await page.Locator(".board.shown").WaitForAsync();
        await SayAsync(page, "我也来了");
        await page.Locator(".board-bar").ClickAsync();
        await HasNoFaultsAsync(page, "group");
        await page.Locator(".tool").First.ClickAsync();
        await page.Locator(".slip").First.WaitForAsync();
        await HasNoFaultsAsync(page, "large type");
        if (width < 1100)
        {
            await page.Locator("#tab-private").ClickAsync();
            await HasNoFaultsAsync(page, "private");
            await page.Locator(".menu").ClickAsync();
            await HasNoFaultsAsync(page, "menu");
        }
        await page.Locator("#side .how").ClickAsync();
        await HasNoFaultsAsync(page, "sheet");
        await page.GotoAsync(host.Address + "s/k2");
        await HasNoFaultsAsync(page, "share");
    }

    [SkippableFact]
    public async Task Large_type_is_large_enough_and_nothing_scrolls_sideways()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var host = await RoomHost.StartAsync();
        var page = await browser.EnterAsync(host.Address, "邵卫东", 320);
        await SayAsync(page, "需求 N95口罩 100个 杏花台社区");
        await page.Locator(".press").First.WaitForAsync();
        foreach (var (least, target) in new[] { (14d, 44d), (18d, 60d) })
        {
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"));
            var small = await page.EvaluateAsync<string[]>(
                """
                least => [...document.querySelectorAll('#main *')]
                  .filter(n => n.offsetParent && n.tagName !== 'TIME' && [...n.childNodes].some(c => c.nodeType === 3 && c.data.trim()))
                  .filter(n => parseFloat(getComputedStyle(n).fontSize) < least && !n.closest('.stack'))
                  .map(n => n.className + ' ' + getComputedStyle(n).fontSize)
                """,
                least
            );
            Assert.Empty(small);
            var narrow = await page.EvaluateAsync<string[]>(
                """
                target => [...document.querySelectorAll('.press, .send, .plus, .tab, .tool')]
                  .filter(n => n.offsetParent && n.offsetHeight < target)
                  .map(n => n.className + ' ' + n.offsetHeight)
                """,
                target
            );
            Assert.Empty(narrow);
            await page.Locator(".tool").First.ClickAsync();
            await page.Locator(".press").First.WaitForAsync();
        }
    }

    [SkippableFact]
    public async Task Markup_in_names_and_words_is_only_text()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var host = await RoomHost.StartAsync();
        using var rogue = await RoomCaller.EnterAsync(host, "<img src=x>");
        var page = await browser.EnterAsync(host.Address, "邵卫东");
        var dialogs = 0;
        page.Dialog += (_, _) => dialogs++;
        await rogue.SayAsync("<img src=x onerror=alert(1)><script>alert(2)</script>");
        await page.Locator(".theirs .text").WaitForAsync();
        Assert.Equal("<img src=x onerror=alert(1)><script>alert(2)</script>", await page.Locator(".theirs .text").InnerTextAsync());
        Assert.Equal("<img src=x>", await page.Locator(".theirs .name").InnerTextAsync());

        await host.Voice.PinAsync(
            "g1",
            "<b>好</b> <a href=\"javascript:alert(3)\">点</a> <img src=x onerror=alert(4)> <a href=\"https://example.org\">网</a> &lt;i&gt;"
        );
        var words = page.Locator(".pane.group .words");
        await words.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        Assert.Equal("好 点 <img src=x onerror=alert(4)> 网 <i>", await words.InnerTextAsync());
        Assert.Equal("https://example.org", await words.Locator("a").GetAttributeAsync("href"));
        Assert.Equal(0, dialogs);
    }

    [SkippableFact]
    public async Task A_line_that_was_not_sent_stays_and_goes_by_itself_when_the_net_is_back()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        var page = await browser.EnterAsync(host.Address, "邵卫东");
        await page.Context.SetOfflineAsync(true);
        await page.Locator(".banner.shown").WaitForAsync();
        await SayAsync(page, "网断了也不丢");
        await page.Locator(".again").WaitForAsync();
        await wen.SayAsync("断网时我说了一句");
        await page.Context.SetOfflineAsync(false);
        await page.Locator(".theirs .text").WaitForAsync();
        await page.Locator(".again").WaitForAsync(new() { State = WaitForSelectorState.Detached });

        Assert.Equal(["温静宜: 断网时我说了一句", "邵卫东: 网断了也不丢"], await wen.HearAsync());
        Assert.Equal(2, await page.Locator(".pane.group .line").CountAsync());
    }

    [SkippableFact]
    public async Task A_need_is_asked_claimed_edited_and_copied_by_hand()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var host = await RoomHost.StartAsync();
        var shao = await browser.EnterAsync(host.Address, "邵卫东");
        var duan = await browser.EnterAsync(host.Address, "段丽华", 1280, 800);
        await SayAsync(shao, "需求 口罩 100个");
        await duan.GetByRole(AriaRole.Button, new() { Name = "认领" }).ClickAsync();
        await shao.Locator(".words", new() { HasTextString = "段丽华 认领" }).WaitForAsync();
        Assert.Equal("认领好了", await duan.Locator("#toast.shown").InnerTextAsync());
        await duan.Locator(".pane.group").GetByRole(AriaRole.Button, new() { Name = "复制到微信" }).ClickAsync();
        var copied = await duan.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.Equal("#3 口罩 100个\n段丽华 认领", copied);
        // Where others can open it the link goes along.
        await duan.EvaluateAsync("room.me.address = 'https://huzhu.example'");
        await duan.Locator(".pane.group").GetByRole(AriaRole.Button, new() { Name = "复制到微信" }).ClickAsync();
        copied = await duan.EvaluateAsync<string>("navigator.clipboard.readText()");
        Assert.EndsWith("https://huzhu.example/s/k3", copied, StringComparison.Ordinal);
        Assert.True(copied.Split('\n').Length <= 15);

        await shao.Locator(".mine .bubble").ClickAsync();
        await shao.Locator(".acts").GetByText("修改").ClickAsync();
        await shao.Locator("#say-group").FillAsync("需求 口罩 300个");
        await shao.Locator(".pane.group .send").ClickAsync();
        await duan.Locator(".theirs .text", new() { HasTextString = "300个" }).WaitForAsync();
        Assert.Equal("", await shao.Locator("#say-group").InputValueAsync());
    }

    [SkippableFact]
    public async Task A_keyboard_alone_enters_speaks_and_answers()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        await wen.SayAsync("谁在");
        var page = await browser.PageAsync(host.Address, 1280, 800);
        await page.Locator("#name").WaitForAsync();
        await page.Keyboard.TypeAsync("邵卫东");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".theirs .text").WaitForAsync();
        Assert.Equal("say-group", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Locator(".theirs .act").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("我在");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".mine .quoted").WaitForAsync();
        Assert.Contains("谁在", await page.Locator(".mine .quoted").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("say-group", await page.EvaluateAsync<string>("document.activeElement.id"));
    }

    [SkippableFact]
    public async Task An_old_phone_without_streams_hears_by_long_polls_and_a_new_window_is_a_new_person()
    {
        await using var browser = await RoomBrowser.StartAsync();
        await using var host = await RoomHost.StartAsync();
        using var wen = await RoomCaller.EnterAsync(host, "温静宜");
        var context = await browser.Browser.NewContextAsync(new() { Locale = "zh-CN" });
        await context.AddInitScriptAsync(
            "delete window.fetch; delete window.AbortController; delete window.ReadableStream; delete window.visualViewport;"
        );
        var page = await context.NewPageAsync();
        await page.GotoAsync(host.Address.ToString());
        await page.Locator(".names .chip").First.ClickAsync();
        await page.Locator("#say-group").WaitForAsync();
        await wen.SayAsync("听得见吗");
        await page.Locator(".theirs .text").WaitForAsync();
        await page.ReloadAsync();
        await page.Locator(".theirs .text").WaitForAsync();

        var other = await context.NewPageAsync();
        await other.GotoAsync(host.Address + "?new=1");
        await other.Locator("#name").WaitForAsync();
        Assert.Equal(host.Address.ToString(), other.Url);
    }

    private static async Task SayAsync(IPage page, string text)
    {
        await page.Locator("#say-group").FillAsync(text);
        await page.Locator(".pane.group .send").ClickAsync();
        await page.Locator(".mine .text", new() { HasTextString = text }).WaitForAsync();
    }

    private static async Task HasNoFaultsAsync(IPage page, string where)
    {
        var faults = await Axe.FaultsAsync(page);
        Assert.True(faults.Length == 0, $"{where}: {faults}");
    }
}
