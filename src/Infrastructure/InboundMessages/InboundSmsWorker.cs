using Domain.InboundMessages;
using Domain.Shared;
using Infrastructure.Live;
using Infrastructure.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Infrastructure.InboundMessages;

/// <summary>Reads what somebody has written. Several hosts may run it: the message's version settles who reads it.</summary>
internal sealed class InboundSmsWorker(IServiceScopeFactory scopes, LiveBus bus, ILogger<InboundSmsWorker> log) : Worker(scopes, bus, log)
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(1);

    protected override IEnumerable<Round> Rounds =>
        [Round.Of(s_every, (InboundSmsRound read, CancellationToken ct) => read.Run(ct), s_every) with { Topic = LiveTopic.InboundSms }];
}
