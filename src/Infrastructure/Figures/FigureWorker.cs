using Infrastructure.Live;
using Infrastructure.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Figures;

/// <summary>Folds what waits, every second; any number of hosts may run it.</summary>
internal sealed class FigureWorker(IServiceScopeFactory scopes, LiveBus bus, ILogger<FigureWorker> log) : Worker(scopes, bus, log)
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_afterWork = TimeSpan.FromMilliseconds(100);

    protected override IEnumerable<Round> Rounds =>
        [Round.Of(s_every, (FoldFigures fold, CancellationToken ct) => fold.Run(ct), s_afterWork)];
}
