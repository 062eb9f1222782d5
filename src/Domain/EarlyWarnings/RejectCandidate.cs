using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.EarlyWarnings;

/// <summary>不构成预警, with a reason.</summary>
public sealed class RejectCandidate(ICourtDb db, TimeProvider clock)
{
    public async Task Handle(Guid id, string reason, Actor by, CancellationToken ct)
    {
        var candidate = await db.CandidatesOf(by).SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw EarlyWarningErrors.CandidateNotFound();
        candidate.Reject(reason, by, clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Forget();
            throw EarlyWarningErrors.CandidateDecided(
                await db.CandidatesOf(by).Where(c => c.Id == id).Select(c => c.DecidedByName).SingleAsync(ct)
            );
        }
    }
}
