using Infrastructure.Live;
using Infrastructure.Workers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Cases.Import;

/// <summary>Looks into the folder of the trial system, and after files that missed their record.</summary>
internal sealed class CaseInboxWorker(IServiceScopeFactory scopes, LiveBus bus, ILogger<CaseInboxWorker> log) : Worker(scopes, bus, log)
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_matched = TimeSpan.FromMinutes(10);

    protected override IEnumerable<Round> Rounds =>
        [
            Round.Of(s_every, (CaseInbox inbox, CancellationToken ct) => inbox.Run(ct)),
            Round.Of(s_matched, (MatchCaseFiles match, CancellationToken ct) => match.Run(ct)),
        ];
}
