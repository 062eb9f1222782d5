using Domain.Cases;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>What was served already is judged by what is now known of the case and its parties.</summary>
public sealed class FollowCaseFacts(ICourtDb db, ConcludeServices conclude, ServiceLawSettings settings) : IFollowCaseFacts
{
    public async Task Changed(IReadOnlyCollection<Case> cases, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        List<Guid> ids = [.. cases.Select(c => c.Id)];
        var services = await db.Set<Service>()
            .Where(s => ids.Contains(s.CaseId))
            .Include(s => s.Copies)
            .Include(s => s.Attempts)
            .ToListAsync(ct);
        foreach (var service in services)
        {
            var @case = cases.Single(c => c.Id == service.CaseId);
            if (@case.Parties.Find(p => p.Id == service.PartyId) is { } party)
                service.Take(LimitFacts.Of(@case, party, settings), by, now);
        }

        await conclude.Update(services, now, ct);
    }
}
