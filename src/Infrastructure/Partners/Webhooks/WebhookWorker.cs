using Domain.Partners;
using Domain.Shared;
using Infrastructure.Live;
using Infrastructure.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Partners.Webhooks;

/// <summary>Events become deliveries, deliveries go out. Any number of hosts may run it.</summary>
internal sealed class WebhookWorker(IServiceScopeFactory scopes, LiveBus bus, WebhookOptions options, ILogger<WebhookWorker> log)
    : Worker(scopes, bus, log)
{
    protected override IEnumerable<Round> Rounds =>
        [
            Round.Of<SpreadEvents>(options.Poll, (spread, ct) => spread.Run(ct)) with
            {
                Topic = LiveTopic.Webhooks,
            },
            Round.Of<PushDeliveries>(options.Poll, (push, ct) => push.Run(ct)) with
            {
                Topic = LiveTopic.Webhooks,
            },
            Round.Of<ForgetDeliveries>(TimeSpan.FromHours(1), (forget, ct) => forget.Run(ct)),
        ];
}
