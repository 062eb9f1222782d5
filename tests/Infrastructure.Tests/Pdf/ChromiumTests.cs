using Infrastructure.Pdf;
using Microsoft.Playwright;

namespace Infrastructure.Tests.Pdf;

public sealed class ChromiumTests
{
    /// <summary>As Playwright leaves a page that was being opened when the browser was killed.</summary>
    private static readonly Task<int> s_neverAnswered = new TaskCompletionSource<int>().Task;

    [Fact]
    public async Task Work_whose_browser_died_without_an_answer_is_done_in_another_one()
    {
        await using var chromium = new Chromium();
        var browsers = new HashSet<IBrowser>();
        var tried = await chromium.Use(
            async browser =>
            {
                if (browsers.Add(browser) && browsers.Count == 1)
                {
                    await browser.CloseAsync();
                    return await s_neverAnswered;
                }

                await using var context = await browser.NewContextAsync();
                return browsers.Count;
            },
            CancellationToken.None
        );
        Assert.Equal(2, tried);
    }

    [Fact]
    public async Task A_browser_that_hangs_is_given_up_and_the_next_work_gets_another_one()
    {
        await using var chromium = new Chromium(TimeSpan.FromSeconds(1));
        IBrowser? hanging = null;
        await Assert.ThrowsAsync<TimeoutException>(() =>
            chromium.Use(
                browser =>
                {
                    hanging = browser;
                    return s_neverAnswered;
                },
                CancellationToken.None
            )
        );
        Assert.NotSame(hanging, await chromium.Use(Task.FromResult, CancellationToken.None));
    }

    [Fact]
    public async Task Work_that_is_given_up_waits_no_longer()
    {
        await using var chromium = new Chromium();
        using var given = new CancellationTokenSource();
        var work = chromium.Use(
            _ =>
            {
                given.Cancel();
                return s_neverAnswered;
            },
            given.Token
        );
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
    }
}
