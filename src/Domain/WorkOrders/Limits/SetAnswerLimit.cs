using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Domain.WorkOrders;

/// <summary>Sets or lifts the limit (办理时限) of a court, a kind of order, or both, with a reason. Holds for new orders.</summary>
public sealed class SetAnswerLimit(ICourtDb db, IAnswerLimits limits, AnswerLimitDefaults defaults, TimeProvider clock)
{
    /// <param name="court">Null is every court.</param>
    /// <param name="category">Null is every kind.</param>
    /// <param name="wanted">Null lifts it: what is less specific holds again.</param>
    public async Task Handle(Guid? court, Category? category, SupervisionLimits? wanted, string reason, Actor by, CancellationToken ct)
    {
        if (!await db.MayChangeLimits(court, by, ct))
            throw AnswerLimitErrors.NotYours();
        if (court is { } id && !await db.Set<Court>().AnyAsync(c => c.Id == id, ct))
            throw AnswerLimitErrors.CourtNotFound();
        // When somebody else changes the same one, ours comes after theirs.
        await db.Change(() => Change(court, category, wanted, reason, by, ct), ct);
        limits.Renew();
    }

    private async Task Change(Guid? court, Category? category, SupervisionLimits? wanted, string reason, Actor by, CancellationToken ct)
    {
        var rows = await db.Set<AnswerLimit>().ToListAsync(ct);
        var row = rows.Find(r => r.CourtId == court && r.Category == category);
        if (wanted is null)
        {
            row?.Lift(reason, by, clock.GetUtcNow());
            return;
        }

        var before = new AnswerLimits(defaults, rows).For(court, category).Limits;
        if (row is null)
            db.Set<AnswerLimit>().Add(row = AnswerLimit.Begin(court, category));
        row.Set(wanted, before, reason, by, clock.GetUtcNow());
    }
}
