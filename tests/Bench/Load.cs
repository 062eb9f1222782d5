using System.Diagnostics;

namespace Bench;

/// <summary>Figures of one measurement. Latencies in milliseconds, rate per second.</summary>
internal sealed record Figures(string Name, int Count, double Rate, double P50, double P99);

/// <summary>A closed loop: so many callers, each beginning again as soon as it is answered.</summary>
internal static class Load
{
    public const int Callers = 16;

    /// <param name="caller">Makes the act of the n-th caller.</param>
    /// <param name="warmUp">Code, plans, caches: a host that was started just now compiles for as long as it is measured; null is half of the time.</param>
    /// <param name="warm">Called when the measuring begins.</param>
    public static async Task<Figures> Run(
        string name,
        TimeSpan time,
        Func<int, Func<Task>> caller,
        TimeSpan? warmUp = null,
        Action? warm = null
    )
    {
        await Drive(warmUp ?? time / 2, caller);
        warm?.Invoke();
        var (latencies, elapsed) = await Drive(time, caller);
        return Of(name, latencies, elapsed);
    }

    public static Figures Of(string name, List<double> latencies, TimeSpan elapsed)
    {
        latencies.Sort();
        return new Figures(name, latencies.Count, latencies.Count / elapsed.TotalSeconds, At(latencies, 0.50), At(latencies, 0.99));
    }

    private static double At(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];

    private static async Task<(List<double> Latencies, TimeSpan Elapsed)> Drive(TimeSpan time, Func<int, Func<Task>> caller)
    {
        var start = Stopwatch.GetTimestamp();
        var perCaller = await Task.WhenAll(
            Enumerable
                .Range(0, Callers)
                .Select(i =>
                    Task.Run(async () =>
                    {
                        var act = caller(i);
                        List<double> latencies = [];
                        while (Stopwatch.GetElapsedTime(start) < time)
                        {
                            var begun = Stopwatch.GetTimestamp();
                            await act();
                            latencies.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                        }

                        return latencies;
                    })
                )
        );
        return ([.. perCaller.SelectMany(l => l)], Stopwatch.GetElapsedTime(start));
    }
}
