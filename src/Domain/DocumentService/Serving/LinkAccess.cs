using Domain.Cases;
using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>What a link in an SMS or an e-mail leads to, and what its visits still open.</summary>
public static class LinkAccess
{
    /// <summary>A link older than this leads nowhere; the person can sign in, or ask the court.</summary>
    public static readonly TimeSpan LinkLifetime = TimeSpan.FromDays(90);

    /// <summary>The attempt of a link that still leads somewhere.</summary>
    public static IQueryable<ServiceAttempt> AttemptsByLink(this ICourtDb db, string token, DateTimeOffset now)
    {
        var (hash, since) = (ServiceLinks.HashOf(token), now - LinkLifetime);
        var reachable = db.Reachable();
        return db.Set<ServiceAttempt>()
            .Where(a =>
                a.LinkHash == hash && a.QueuedAt > since && a.State != AttemptState.Withdrawn && reachable.Any(s => s.Id == a.ServiceId)
            );
    }

    public static IQueryable<ServiceVisit> RunningVisits(this ICourtDb db, DateTimeOffset now)
    {
        var reachable = db.Reachable();
        return db.Set<ServiceVisit>().Where(v => v.EndedAt == null && v.ExpiresAt > now && reachable.Any(s => s.Id == v.ServiceId));
    }

    /// <summary>Not withdrawn, and the party stands in the case, or the agent's authority runs.</summary>
    private static IQueryable<Service> Reachable(this ICourtDb db) =>
        db.Set<Service>()
            .Where(s =>
                s.State != ServiceState.Withdrawn
                && (s.AgentId == null ? db.PartiesStanding().Any(p => p.Id == s.PartyId) : db.AgentsActing().Any(a => a.Id == s.AgentId))
            );
}
