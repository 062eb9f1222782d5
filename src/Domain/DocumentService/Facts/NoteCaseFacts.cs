using Domain.Cases;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>A clerk enters what the trial system left open of a case or a party; what was served already is judged by it too.</summary>
public sealed class NoteCaseFacts(ICourtDb db, IFollowCaseFacts follow, TimeProvider clock)
{
    /// <exception cref="RefusedException"><c>case_facts.case_not_found</c>, <c>case_facts.missing</c>, <c>service.reason_missing</c>.</exception>
    public Task Handle(NewCaseFacts noted, Actor by, CancellationToken ct) =>
        db.Once(
            () => db.Set<CaseFactNote>().SingleOrDefaultAsync(n => n.Id == noted.Id, ct),
            async () =>
            {
                var now = clock.GetUtcNow();
                var @case =
                    await db.ServableBy(by).Include(c => c.Parties).SingleOrDefaultAsync(c => c.Id == noted.CaseId, ct)
                    ?? throw CaseFactErrors.NotFound();
                var party = noted.PartyId is { } p ? @case.Parties.Find(x => x.Id == p) ?? throw CaseFactErrors.NotFound() : null;
                var note = CaseFactNote.Note(noted.Id, @case, party, noted.Facts, by, now);
                db.Set<CaseFactNote>().Add(note);
                await follow.Changed([@case], by, now, ct);
                return note;
            },
            ct
        );
}

/// <summary>Facts as a clerk enters them.</summary>
public sealed record NewCaseFacts(NotedFacts Facts)
{
    /// <summary>Made by the page: pressing twice enters once.</summary>
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>Null for facts of the whole case.</summary>
    public Guid? PartyId { get; init; }
}
