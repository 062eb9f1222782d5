using Infrastructure.Live;
using Infrastructure.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Auditing;

/// <summary>Every host has one: the rows lie on its own machine.</summary>
public sealed class AuditWorker(IServiceScopeFactory scopes, LiveBus bus, ILogger<AuditWorker> log) : Worker(scopes, bus, log)
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(2);

    protected override IEnumerable<Round> Rounds => [Round.Of<KeepAudit>(s_every, (keep, ct) => keep.Run(ct), afterWork: s_every)];
}
