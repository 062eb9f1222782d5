using Domain.DocumentService;
using Domain.Shared;
using Infrastructure.Live;
using Infrastructure.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Infrastructure.DocumentService;

/// <summary>
/// Keeps the service of documents moving on this host: begins what was confirmed, tells services what channels report, concludes
/// what time concludes, tries the next channel. Any number of hosts may run it.
/// </summary>
internal sealed class ServiceWorker(IServiceScopeFactory scopes, LiveBus bus, ILogger<ServiceWorker> log) : Worker(scopes, bus, log)
{
    private static readonly TimeSpan s_poll = TimeSpan.FromSeconds(1);

    protected override IEnumerable<Round> Rounds =>
        [
            Round.Of(s_poll, (BeginServices begin, CancellationToken ct) => begin.Run(ct)) with
            {
                Topic = LiveTopic.ServicePlans,
            },
            Round.Of(s_poll, (ApplyServiceOutcomes apply, CancellationToken ct) => apply.Run(ct)) with
            {
                Topic = LiveTopic.ServiceOutcomes,
            },
            Round.Of(s_poll, (ConcludeDueServices conclude, CancellationToken ct) => conclude.Run(ct)),
            Round.Of(s_poll, (FallBackServices fallBack, CancellationToken ct) => fallBack.Run(ct)) with
            {
                Topic = LiveTopic.FallbackPlans,
            },
        ];
}
