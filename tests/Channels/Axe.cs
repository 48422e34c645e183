using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace MutualAid.Tests.Channels;

/// <summary>axe-core within the page itself: its own driver opens a second page for each run, which takes most of the time.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What a rule looks at when only colours and sizes differ from a look at the same page before.</summary>
    private static readonly string[] OfStyle = ["color-contrast", "link-in-text-block", "scrollable-region-focusable"];

    /// <summary>The rules that do not hold, with the parts that break them; empty where all hold.</summary>
    /// <param name="isRestyled">The same page was looked at with all rules; now its colours or sizes are others.</param>
    public static async Task<string> FaultsAsync(IPage page, bool isRestyled = false)
    {
        if (!await page.EvaluateAsync<bool>("typeof axe === 'object'"))
            await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string>(
            """
            rules => axe.run(document, { resultTypes: ['violations'], ...(rules && { runOnly: rules }) }).then(result => result.violations
              .map(rule => `${rule.id}: ${rule.help} ${rule.nodes.map(node => node.html).join(' ')}`).join('\n'))
            """,
            isRestyled ? OfStyle : null
        );
    }
}
