using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>A clerk or judge verifies that a judgment has taken effect, or records that it was appealed.</summary>
public sealed class DecideEffect(ICourtDb db, TimeProvider clock)
{
    private const int Attempts = 3;

    /// <param name="effectiveOn">Null: an appeal came.</param>
    /// <param name="notes">What was checked, or who appealed and when.</param>
    public async Task Handle(Guid id, DateOnly? effectiveOn, string notes, Actor by, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var servable = db.ServableBy(by);
            var judgment =
                await db.Set<EffectiveJudgment>().SingleOrDefaultAsync(j => j.Id == id && servable.Any(c => c.Id == j.CaseId), ct)
                ?? throw EffectErrors.NotFound();
            if (effectiveOn is { } on)
                judgment.Verify(on, notes, by, clock.GetUtcNow());
            else
                judgment.Appealed(notes, by, clock.GetUtcNow());
            try
            {
                await db.SaveChangesAsync(ct);
                return;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                db.Forget(); // a service changed at this moment: checked against the newer proposal
            }
        }
    }
}
