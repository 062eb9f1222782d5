using Domain.Shared;
using Domain.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Domain.WorkOrders;

/// <summary>A court sets or lifts its own limit (办理时限), for a kind of order or all, with a reason. Holds for new orders.</summary>
public sealed class SetAnswerLimit(ICourtDb db, IAnswerLimits limits, AnswerLimitDefaults defaults, TimeProvider clock)
{
    /// <param name="category">Null is every kind.</param>
    /// <param name="wanted">Null lifts it: what is less specific holds again.</param>
    public async Task Handle(Guid court, Category? category, SupervisionLimits? wanted, string reason, Actor by, CancellationToken ct)
    {
        if (!by.MaySetLimits(court))
            throw AnswerLimitErrors.NotYours();
        // When somebody else changes the same one, ours comes after theirs.
        await db.Change(
            async () =>
            {
                var rows = await db.Set<AnswerLimit>().ToListAsync(ct);
                if (AnswerLimit.Change(rows, defaults, court, category, wanted, reason, null, by, clock.GetUtcNow()) is { } begun)
                    db.Set<AnswerLimit>().Add(begun);
            },
            ct
        );
        limits.Renew();
    }
}
