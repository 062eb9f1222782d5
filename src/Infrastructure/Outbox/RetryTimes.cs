namespace Infrastructure.Outbox;

/// <summary>When to try again: 2 s, 4 s, 8 s … ten minutes, each a fifth more or less, so that what failed together does not come back together.</summary>
public static class RetryTimes
{
    private const double Jitter = 0.2;
    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(10);

    /// <param name="tries">How many there were; 1 or more.</param>
    /// <param name="chance">0 up to 1.</param>
    public static TimeSpan After(int tries, double chance)
    {
        var doubled = s_first * Math.Pow(2, Math.Min(tries - 1, 20));
        return (doubled < s_longest ? doubled : s_longest) * (1 - Jitter + (2 * Jitter * chance));
    }
}
