using Domain.Cases;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>A clerk enters what the trial system left open of a case or a party; what was served already is judged by it too.</summary>
public sealed class NoteCaseFacts(ICourtDb db, ConcludeServices conclude, ServiceLawSettings settings, TimeProvider clock)
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
                await TellServices(@case, noted.PartyId, by, now, ct);
                return note;
            },
            ct
        );

    private async Task TellServices(Case @case, Guid? partyId, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        var services = await db.Set<Service>()
            .Where(s => s.CaseId == @case.Id && (partyId == null || s.PartyId == partyId))
            .Include(s => s.Copies)
            .Include(s => s.Attempts)
            .ToListAsync(ct);
        foreach (var service in services)
        {
            if (@case.Parties.Find(p => p.Id == service.PartyId) is { } party)
                service.Take(LimitFacts.Of(@case, party, settings), by, now);
        }

        await conclude.Update(services, now, ct);
    }
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
