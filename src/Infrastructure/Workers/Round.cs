using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Workers;

/// <summary>One thing that a worker does again and again.</summary>
/// <param name="Name">For the log and the metrics.</param>
/// <param name="Every">How often it looks when nothing wakes it.</param>
/// <param name="Do">In a scope of its own; says how long to rest afterwards, zero to go on at once. May throw what it likes.</param>
public sealed record Round(string Name, TimeSpan Every, Func<IServiceProvider, CancellationToken, Task<TimeSpan>> Do)
{
    /// <summary>What the others of a host get first when it starts, as where this looks whether they are at work.</summary>
    public TimeSpan StartsAfter { get; init; }

    /// <summary>The live topic that wakes it before its time; see <c>LiveTopic</c>.</summary>
    public string? Topic { get; init; }

    /// <summary>How long it waits after being woken, so that a burst is one look.</summary>
    public TimeSpan Gather { get; init; }

    /// <summary>The longest it rests after failures in a row; it begins with one second and doubles.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(10);

    /// <param name="run">Says how much it found to do; when it found something it looks again at once.</param>
    /// <param name="afterWork">A rest for rounds that need not go on at once.</param>
    public static Round Of<T>(TimeSpan every, Func<T, CancellationToken, Task<int>> run, TimeSpan afterWork = default)
        where T : notnull =>
        new(typeof(T).Name, every, async (services, stop) => await run(services.GetRequiredService<T>(), stop) > 0 ? afterWork : every);

    internal TimeSpan PauseAfter(int failures)
    {
        var pause = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(failures - 1, 10)));
        return pause < LongestPause ? pause : LongestPause;
    }
}
