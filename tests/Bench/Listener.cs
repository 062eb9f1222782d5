using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Given;

namespace Bench;

/// <summary>
/// A litigant's hub client as a process of its own: this program again with <c>--listen ADDRESS TOKEN</c>. It says what it hears and when;
/// the machine's monotonic clock is the same in both processes.
/// </summary>
internal sealed class Listener : IAsyncDisposable
{
    private const string IsListening = "listening";
    private readonly Process _process;
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource<long>> _heard = new();

    private Listener(Process process) => _process = process;

    public static async Task<Listener> Start(Uri api, string token)
    {
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "Bench.dll"), "--listen", api.ToString(), token];
        var process = Process.Start(
            new ProcessStartInfo("dotnet", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true }
        )!;
        while (await process.StandardOutput.ReadLineAsync() is { } line && line != IsListening) { }
        var listener = new Listener(process);
        _ = Task.Run(listener.Read);
        return listener;
    }

    /// <summary>What the listening process does, until its input ends.</summary>
    public static async Task Listen(Uri api, string token)
    {
        using var phone = new LitigantClient(api) { AccessToken = token };
        await using var hub = await phone.Listen(changed =>
        {
            var at = Stopwatch.GetTimestamp();
            if (changed.TryGetProperty("id", out var id))
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{id.GetGuid()} {at}"));
        });
        Console.WriteLine(IsListening);
        await Console.In.ReadToEndAsync();
    }

    /// <returns>When it was heard of first, by the machine's monotonic clock.</returns>
    public Task<long> Heard(Guid id) => Waiting(id).Task;

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task Read()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            var parts = line.Split(' ');
            Waiting(Guid.Parse(parts[0])).TrySetResult(long.Parse(parts[1], CultureInfo.InvariantCulture));
        }
    }

    private TaskCompletionSource<long> Waiting(Guid id) =>
        _heard.GetOrAdd(id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
