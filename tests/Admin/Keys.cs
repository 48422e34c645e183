using Microsoft.Playwright;

namespace MutualAid.Tests.Admin;

/// <summary>Somebody who has a keyboard and nothing else: Tab, Enter, Space, arrows and letters.</summary>
internal sealed class Keys(IPage page, Uri console)
{
    private const int MostTabs = 45;

    private const string IsSeen = """
        () => {
          const it = document.activeElement, style = getComputedStyle(it), box = it.getBoundingClientRect();
          if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return 'has no outline: ' + style.outline;
          const [x, y] = [box.left + box.width / 2, Math.max(box.top, 0) + Math.min(box.height, 40) / 2];
          if (x < 0 || x > innerWidth || y < 0 || y > innerHeight) return `is off the screen: ${x} ${y}`;
          const top = document.elementFromPoint(x, y);
          return it === top || it.contains(top) || top?.contains(it) || top?.closest('label')?.contains(it) ? '' : 'is under ' + top?.outerHTML.slice(0, 80);
        }
        """;

    /// <summary>All presses of Tab so far.</summary>
    public int Tabs { get; private set; }

    /// <summary>Opens an address and goes past the menu by the skip link.</summary>
    public async Task OpenAsync(string path)
    {
        await page.GotoAsync(new Uri(console, path).ToString());
        await page.Keyboard.PressAsync("Tab");
        if (await page.EvaluateAsync<bool>("() => document.activeElement.matches('.skip')"))
            await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Tab until this has the focus, which must be seen.</summary>
    public async Task<Keys> ToAsync(string selector)
    {
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            if (await page.EvaluateAsync<bool>("it => document.activeElement.matches(it)", selector))
            {
                var fault = await page.EvaluateAsync<string>(IsSeen);
                Assert.True(fault.Length == 0, $"{page.Url}: {selector} {fault}");
                return this;
            }

            await page.Keyboard.PressAsync("Tab");
            Tabs++;
        }

        Assert.Fail($"{page.Url}: {selector} is not reached by {MostTabs} tabs");
        return this;
    }

    public async Task TypeAsync(string selector, string words)
    {
        await ToAsync(selector);
        await page.Keyboard.TypeAsync(words);
    }

    /// <summary>The next choice of a list, so many times.</summary>
    public async Task ChooseAsync(string selector, int down)
    {
        await ToAsync(selector);
        for (var at = 0; at < down; at++)
            await page.Keyboard.PressAsync("ArrowDown");
    }

    /// <summary>Presses what is reached, and waits for what comes of it.</summary>
    public async Task PressAsync(string selector, string expected, string key = "Enter")
    {
        await ToAsync(selector);
        await page.Keyboard.PressAsync(key);
        await page.Locator(expected).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>8 February 2020, 15:00, in the order of the browser's own language; a year may have six digits, so that it is left by an arrow.</summary>
    public async Task TypeTimeAsync(string selector)
    {
        await ToAsync(selector);
        await page.Keyboard.TypeAsync("02082020");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.TypeAsync("0300P");
    }

    public Task KeyAsync(string key) => page.Keyboard.PressAsync(key);
}
