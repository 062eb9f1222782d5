using Domain.Litigants;
using Domain.Notifications;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Cases;

/// <summary>Who leaves a case loses sight of it from that moment (FLOW 6): also of what they were told of it here.</summary>
public sealed class LeavingCases(ICourtDb db, IEnumerable<IThingsOfCase> things)
{
    /// <summary>Part of the caller's save. Whoever is in the case in another part too keeps what they were told.</summary>
    /// <param name="agent">Whose authority ends now.</param>
    public async Task Leaves(CaseAgent agent, DateTimeOffset now, CancellationToken ct)
    {
        if (agent.IdentityKey.Length == 0)
            return;
        var key = agent.IdentityKey;
        var caseId = await db.Set<CaseParty>().Where(p => p.Id == agent.PartyId).Select(p => p.CaseId).SingleAsync(ct);
        var stays =
            await db.PartiesStanding(key).AnyAsync(p => p.CaseId == caseId, ct)
            || await db.AgentsActing(key).AnyAsync(a => a.Id != agent.Id && a.Party.CaseId == caseId, ct);
        if (!stays)
            await RecallTold(caseId, await db.Set<Litigant>().Where(l => l.IdentityKey == key).Select(l => l.Id).ToListAsync(ct), now, ct);
    }

    /// <summary>Of the case itself, and of what these people have in it: messages, materials, readings, bindings, documents.</summary>
    internal async Task RecallTold(Guid caseId, List<Guid> people, DateTimeOffset now, CancellationToken ct)
    {
        if (people.Count == 0)
            return;
        var told = db.Set<Notice>().Where(n => n.RecalledAt == null && n.RecipientId != null && people.Contains(n.RecipientId.Value));
        foreach (var notice in await told.Where(n => n.SubjectId == caseId).ToListAsync(ct))
            notice.Recall(now);
        foreach (var ids in things.Select(t => t.Ids(caseId)))
        foreach (var notice in await told.Where(n => n.SubjectId != null && ids.Contains(n.SubjectId.Value)).ToListAsync(ct))
            notice.Recall(now);
    }

    /// <summary>What is open of a case that is not for this platform any more.</summary>
    internal async Task EndAll(Guid caseId, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var one in things)
            await one.End(caseId, now, ct);
    }
}
