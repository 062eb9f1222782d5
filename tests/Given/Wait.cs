using System.Net.Sockets;
using Npgsql;

namespace Given;

/// <summary>Waits for what must come true, not for time to pass.</summary>
public static class Wait
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan s_between = TimeSpan.FromMilliseconds(50);

    /// <summary>A host or a database that is away for the moment counts as "not yet".</summary>
    /// <exception cref="TimeoutException">It did not come true; names <paramref name="what"/>.</exception>
    public static async Task Until(string what, Func<Task<bool>> isTrue)
    {
        using var patience = new CancellationTokenSource(s_patience);
        Exception? last = null;
        while (!patience.IsCancellationRequested)
        {
            try
            {
                if (await isTrue())
                    return;
            }
            catch (Exception e) when (IsAway(e))
            {
                last = e;
            }

            await Task.Delay(s_between);
        }

        throw new TimeoutException($"Not within {s_patience.TotalSeconds} s: {what}", last);
    }

    public static Task Until(string what, Func<bool> isTrue) => Until(what, () => Task.FromResult(isTrue()));

    /// <summary>Whether the other side was not there or went away, which a second try may repair.</summary>
    public static bool IsAway(Exception e) =>
        e is HttpRequestException or IOException or SocketException or NpgsqlException or TaskCanceledException or TimeoutException
        || (e.InnerException is { } inner && IsAway(inner));
}
