using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>Sets or lifts the order of channels (送达顺序) of a court for a kind of document, with a reason. Holds from the next step of every service on.</summary>
public sealed class SetFallbackPlan(ICourtDb db, TimeProvider clock)
{
    private const int Attempts = 3;

    /// <param name="wanted">Null lifts it: the national order holds again.</param>
    public async Task Handle(
        Guid court,
        DocumentKind kind,
        IReadOnlyList<FallbackStep>? wanted,
        string reason,
        Actor by,
        CancellationToken ct
    )
    {
        if (!MayChange(court, by))
            throw FallbackErrors.NotYours();
        for (var attempt = 1; ; attempt++)
        {
            var plan = await db.Set<FallbackPlan>().SingleOrDefaultAsync(p => p.CourtId == court && p.Kind == kind, ct);
            if (wanted is null)
                plan?.Lift(reason, by, clock.GetUtcNow());
            else
            {
                if (plan is null)
                    db.Set<FallbackPlan>().Add(plan = FallbackPlan.Begin(court, kind));
                plan.Set(wanted, reason, by, clock.GetUtcNow());
            }

            try
            {
                await db.SaveChangesAsync(ct);
                return;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                db.Forget(); // somebody else changed the same one: ours comes after theirs
            }
        }
    }

    /// <summary>The own court's administrators and filing division; those who see all courts, every court's.</summary>
    public static bool MayChange(Guid court, Actor by) => by.Covers(Feature.FallbackPlans, court, Guid.Empty);
}
