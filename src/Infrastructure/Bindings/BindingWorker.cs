using Infrastructure.Live;
using Infrastructure.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Bindings;

/// <summary>Authorities that end by the day, and requests whose supplement is overdue. Any number of hosts may run it.</summary>
internal sealed class BindingWorker(IServiceScopeFactory scopes, LiveBus bus, ILogger<BindingWorker> log) : Worker(scopes, bus, log)
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(30);

    protected override IEnumerable<Round> Rounds =>
        [
            Round.Of(s_every, (EndAuthorities ends, CancellationToken ct) => ends.Run(ct)),
            Round.Of(s_every, (LapseSupplements lapses, CancellationToken ct) => lapses.Run(ct)),
        ];
}
