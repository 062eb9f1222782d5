using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>
/// Works out anew what the law makes of the facts of a service, for it and for the services on the same party: serving the agent
/// serves the party, and a mediation statement waits for everybody's signature. Called by whatever changes a fact, before the save.
/// </summary>
public sealed class ConcludeServices(ICourtDb db, LawOfService laws)
{
    /// <param name="changed">Tracked, with copies and attempts.</param>
    public async Task Update(IReadOnlyCollection<Service> changed, DateTimeOffset now, CancellationToken ct)
    {
        var law = await laws.Current(ct);
        var tasks = changed.Select(s => s.TaskId).Distinct().ToList();
        var cases = changed.Select(s => s.CaseId).Distinct().ToList();
        var stored = await db.Set<Service>()
            .Where(s => tasks.Contains(s.TaskId) && cases.Contains(s.CaseId))
            .Include(s => s.Copies)
            .Include(s => s.Attempts)
            .ToListAsync(ct);
        foreach (var ofCase in changed.Union(stored).GroupBy(s => (s.TaskId, s.CaseId)))
            Update([.. ofCase], law, now);

        await EndDuties([.. changed.Union(stored)], now, ct);
    }

    /// <summary>A clerk's task ends when the clerk has acted, or when nothing is left to serve.</summary>
    private async Task EndDuties(List<Service> services, DateTimeOffset now, CancellationToken ct)
    {
        var ended = services.Select(s => (Service: s, How: s.ClerkDone())).Where(x => x.How is not null).ToDictionary(x => x.Service.Id);
        if (ended.Count == 0)
            return;
        var ids = ended.Keys.ToList();
        foreach (var duty in await db.Set<ServiceDuty>().Where(d => ids.Contains(d.ServiceId) && d.EndedAt == null).ToListAsync(ct))
        {
            duty.End(ended[duty.ServiceId].How!, now);
            ended[duty.ServiceId].Service.ClerkHasActed();
        }
    }

    /// <param name="services">All services of one task in one case.</param>
    public static void Update(IReadOnlyCollection<Service> services, ServiceLaw law, DateTimeOffset now)
    {
        foreach (var document in services.SelectMany(s => s.Copies.Select(c => (Service: s, Copy: c))).GroupBy(x => x.Copy.DocumentId))
        {
            var parties = document.GroupBy(x => x.Service.PartyId).ToList();
            var mediation =
                document.First().Copy.Kind == DocumentKind.MediationStatement
                    ? EffectiveDate.OfMediation([
                        .. parties.Select(p => (IReadOnlyCollection<DeliveryFacts>)[.. p.SelectMany(x => FactsOf(x.Service, x.Copy))]),
                    ])
                    : null;
            foreach (var party in parties)
            {
                var conclusion =
                    mediation
                    ?? EffectiveDate.Best(
                        party.Select(x => law.For(x.Service.HasDomicile).Of(FactsOf(x.Service, x.Copy), x.Service.Consent.Length > 0))
                    );
                foreach (var (service, copy) in party)
                    service.Conclude(copy, conclusion, law.Calendar, now);
            }
        }

        foreach (var service in services)
            service.Summarise();
    }

    private static IEnumerable<DeliveryFacts> FactsOf(Service service, ServiceCopy copy) => service.Attempts.Select(a => a.FactsFor(copy));
}
