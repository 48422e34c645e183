using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace MutualAid.Tests.Channels;

/// <summary>axe-core within the page itself: its own driver opens a second page for each run, which takes most of the time.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>The rules that do not hold, with the parts that break them; empty where all hold.</summary>
    public static async Task<string> FaultsAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("typeof axe === 'object'"))
            await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string>(
            """
            axe.run(document, { resultTypes: ['violations'] }).then(result => result.violations
              .map(rule => `${rule.id}: ${rule.help} ${rule.nodes.map(node => node.html).join(' ')}`).join('\n'))
            """
        );
    }
}
