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
        List<Service> all = [.. changed.Union(stored)];
        var statements = await Statements.Of(db, all, ct);
        all = [.. all.Union(statements.Services)];
        foreach (var ofCase in all.GroupBy(s => s.CaseId))
            Update([.. ofCase], law, now, statements);

        await EndDuties(all, now, ct);
    }

    /// <summary>A clerk's task ends when the clerk has acted, or when nothing is left to serve.</summary>
    private async Task EndDuties(List<Service> services, DateTimeOffset now, CancellationToken ct)
    {
        var ended = services.Where(s => s.ClerkDone() is not null).ToDictionary(s => s.Id);
        if (ended.Count == 0)
            return;
        var ids = ended.Keys.ToList();
        foreach (var duty in await db.Set<ServiceDuty>().Where(d => ids.Contains(d.ServiceId) && d.EndedAt == null).ToListAsync(ct))
            End(duty, ended[duty.ServiceId], now);
    }

    /// <summary>Where the clerk has acted, or nothing is left to serve.</summary>
    public static void End(ServiceDuty duty, Service service, DateTimeOffset now)
    {
        if (duty.EndedAt is not null || service.ClerkDone() is not { } how)
            return;
        duty.End(how, now);
        service.ClerkHasActed();
    }

    /// <param name="services">All services of one task in one case; of mediation statements those of all tasks.</param>
    /// <param name="statements">Null: the mediation statements of these services are served by no other task.</param>
    public static void Update(IReadOnlyCollection<Service> services, ServiceLaw law, DateTimeOffset now, Statements? statements = null)
    {
        var next = services.ToDictionary(s => s.Id, _ => (DateTimeOffset?)null);
        foreach (var document in services.SelectMany(s => s.Copies.Select(c => (Service: s, Copy: c))).GroupBy(x => KeyOf(x.Copy)))
        {
            var parties = document.GroupBy(x => x.Service.PartyId).ToList();
            var mediation = IsMediation(document.First().Copy)
                ? EffectiveDate.OfMediation([
                    .. parties.Select(p => (IReadOnlyCollection<DeliveryFacts>)[.. p.SelectMany(x => FactsOf(x.Service, x.Copy))]),
                    .. NotServed(document.First().Service.CaseId, parties.Select(p => p.Key)),
                ])
                : null;
            foreach (var party in parties)
            {
                List<ServiceConclusion> all = mediation is null
                    ? [.. party.SelectMany(x => All(law.For(x.Service.HasDomicile), x.Service, x.Copy))]
                    : [mediation];
                var (conclusion, later) = (EffectiveDate.Best(all, now), EffectiveDate.NextChange(all, now));
                foreach (var (service, copy) in party)
                {
                    service.Conclude(copy, conclusion, law.Calendar, now);
                    next[service.Id] = new[] { next[service.Id], later }.Min();
                }
            }
        }

        foreach (var service in services)
            service.Summarise(next[service.Id]);

        object KeyOf(ServiceCopy copy) =>
            IsMediation(copy) ? statements?.SourceOf(copy.DocumentId) ?? (object)copy.DocumentId : copy.DocumentId;

        IEnumerable<IReadOnlyCollection<DeliveryFacts>> NotServed(Guid caseId, IEnumerable<Guid> served) =>
            (statements?.MustSign(caseId) ?? []).Except(served).Select(_ => Array.Empty<DeliveryFacts>());
    }

    private static IEnumerable<ServiceConclusion> All(EffectiveDate law, Service service, ServiceCopy copy) =>
        FactsOf(service, copy).SelectMany(facts => law.All(facts, service.Consent.Length > 0));

    private static IEnumerable<DeliveryFacts> FactsOf(Service service, ServiceCopy copy) =>
        service.Attempts.Where(a => a.Carries(copy)).Select(a => a.FactsFor(copy, isOnAgent: service.AgentId is not null));

    private static bool IsMediation(ServiceCopy copy) => copy.Kind == DocumentKind.MediationStatement;
}
