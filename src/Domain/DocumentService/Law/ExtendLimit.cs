using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>
/// 准许延期: a clerk records that the court allowed a party without a domicile in China more time to answer or to appeal (CPL 285, 286).
/// The period is the party's: it moves wherever the document was served on the party or its agents.
/// </summary>
public sealed class ExtendLimit(ICourtDb db, RecordsEvidence records)
{
    /// <param name="given">Who asked when, and the decision; with its document.</param>
    /// <param name="until">The new last day.</param>
    /// <exception cref="RefusedException"><c>service_limit.…</c>, see <see cref="LimitErrors"/>; <c>service.reason_missing</c>.</exception>
    public Task Handle(GivenEvidence given, Guid documentId, DateOnly until, Actor by, CancellationToken ct) =>
        records.Once(
            given,
            ServiceFacts.LimitExtended,
            async (service, now) =>
            {
                service.ExtendLimit(documentId, until, given.Words, by, now);
                var others = await db.Set<Service>()
                    .Where(s =>
                        s.TaskId == service.TaskId && s.CaseId == service.CaseId && s.PartyId == service.PartyId && s.Id != service.Id
                    )
                    .Include(s => s.Copies)
                    .Include(s => s.Attempts)
                    .ToListAsync(ct);
                foreach (var other in others.Where(o => o.Copies.Exists(c => c.DocumentId == documentId && c.LimitEndsOn < until)))
                    other.ExtendLimit(documentId, until, given.Words, by, now);
            },
            by,
            ct
        );
}
