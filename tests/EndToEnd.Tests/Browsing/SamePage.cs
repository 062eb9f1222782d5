using Microsoft.Playwright;

namespace EndToEnd.Tests.Browsing;

/// <summary>Proves that a page was not loaded again: a mark in it would be gone.</summary>
internal static class SamePage
{
    public static Task Mark(this IPage page) => page.EvaluateAsync("window.marked = true");

    public static Task<bool> IsMarked(this IPage page) => page.EvaluateAsync<bool>("window.marked === true");
}
