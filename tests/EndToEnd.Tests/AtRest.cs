using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace EndToEnd.Tests;

internal static class AtRest
{
    /// <summary>What axe finds on a page that does not move: a figure that has just changed is half transparent for a moment.</summary>
    public static async Task<AxeResult> Axe(this IPage page)
    {
        // To wait is not enough: the wall renews its figures while axe is looking.
        await page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await page.EvaluateAsync(
            """
            () => Promise.all(document.getAnimations()
              .filter(a => a.effect.getComputedTiming().endTime < Infinity)
              .map(a => a.finished.catch(() => { /* taken away with its element */ })))
            """
        );
        return await page.RunAxe();
    }
}
