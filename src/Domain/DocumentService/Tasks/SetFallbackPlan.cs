using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>
/// Sets or lifts the order of channels (送达顺序) of a court for a kind of document, with a reason. Holds from the next step of every service
/// on.
/// </summary>
public sealed class SetFallbackPlan(ICourtDb db, TimeProvider clock)
{
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
        await db.Change(
            async () =>
            {
                var plan = await db.Set<FallbackPlan>().SingleOrDefaultAsync(p => p.CourtId == court && p.Kind == kind, ct);
                if (wanted is null)
                {
                    plan?.Lift(reason, by, clock.GetUtcNow());
                    return;
                }

                plan ??= db.Set<FallbackPlan>().Add(FallbackPlan.Begin(court, kind)).Entity;
                plan.Set(wanted, reason, by, clock.GetUtcNow());
            },
            ct
        );
    }

    /// <summary>The court's own administrators and filing division.</summary>
    public static bool MayChange(Guid court, Actor by) => by.Reaches(Feature.FallbackPlans) && by.Post!.CourtId == court;
}
