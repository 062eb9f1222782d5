using Infrastructure.Live;
using Infrastructure.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Files;

/// <summary>Once an hour, on every host.</summary>
internal sealed class FileSweep(IServiceScopeFactory scopes, LiveBus bus, ILogger<FileSweep> log) : Worker(scopes, bus, log)
{
    private static readonly TimeSpan s_every = TimeSpan.FromHours(1);

    protected override IEnumerable<Round> Rounds => [Round.Of(s_every, (SweepFiles sweep, CancellationToken ct) => sweep.Run(ct), s_every)];
}
