using Infrastructure.Live;
using Infrastructure.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Supervision;

/// <summary>Sweeps when the next step is due, and every few seconds for what other hosts changed; counts anew when asked.</summary>
internal sealed class SupervisionWorker(IServiceScopeFactory scopes, LiveBus bus, TimeProvider clock, ILogger<SupervisionWorker> log)
    : Worker(scopes, bus, log)
{
    private static readonly TimeSpan s_longestSleep = TimeSpan.FromSeconds(5);
    private bool _clocksAreAskedFor;

    protected override IEnumerable<Round> Rounds => [new(nameof(SupervisionSweep), s_longestSleep, CountAndSweep)];

    private async Task<TimeSpan> CountAndSweep(IServiceProvider services, CancellationToken ct)
    {
        var recount = services.GetRequiredService<RecountDeadlines>();
        if (!_clocksAreAskedFor)
            await recount.AskForMissingClocks(ct);
        _clocksAreAskedFor = true;
        await recount.Run(ct);

        var sweep = services.GetRequiredService<SupervisionSweep>();
        await sweep.Run(ct);
        var left = await sweep.NextStepAt(ct) - clock.GetUtcNow();
        return left > TimeSpan.Zero && left < s_longestSleep ? left.Value : s_longestSleep;
    }
}
