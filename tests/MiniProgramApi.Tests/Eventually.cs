namespace MiniProgramApi.Tests;

internal static class Eventually
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    /// <summary>Asks again until it holds: what crosses processes takes its time.</summary>
    public static async Task Holds(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(s_patience);
        while (!await condition())
        {
            Assert.False(patience.IsCancellationRequested, "it did not come true");
            await Task.Delay(20);
        }
    }
}
