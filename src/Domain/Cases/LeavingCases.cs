using Domain.Litigants;
using Domain.Notifications;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Cases;

/// <summary>Who leaves a case loses sight of it from that moment (FLOW 6): also of what they were told of it here.</summary>
public static class LeavingCases
{
    /// <summary>Part of the caller's save. Whoever is in the case in another part too keeps what they were told.</summary>
    /// <param name="agent">Whose authority ends now.</param>
    public static async Task Leaves(this ICourtDb db, CaseAgent agent, DateTimeOffset now, CancellationToken ct)
    {
        if (agent.IdentityKey.Length == 0)
            return;
        var key = agent.IdentityKey;
        var caseId = await db.Set<CaseParty>().Where(p => p.Id == agent.PartyId).Select(p => p.CaseId).SingleAsync(ct);
        var stays =
            await db.PartiesStanding(key).AnyAsync(p => p.CaseId == caseId, ct)
            || await db.AgentsActing(key).AnyAsync(a => a.Id != agent.Id && a.Party.CaseId == caseId, ct);
        if (!stays)
            await db.RecallTold(
                caseId,
                await db.Set<Litigant>().Where(l => l.IdentityKey == key).Select(l => l.Id).ToListAsync(ct),
                now,
                ct
            );
    }

    internal static async Task RecallTold(this ICourtDb db, Guid caseId, List<Guid> people, DateTimeOffset now, CancellationToken ct)
    {
        if (people.Count == 0)
            return;
        var told = db.Set<Notice>().Where(n => n.SubjectId == caseId && n.RecipientId != null && people.Contains(n.RecipientId.Value));
        foreach (var notice in await told.Where(n => n.RecalledAt == null).ToListAsync(ct))
            notice.Recall(now);
    }
}
