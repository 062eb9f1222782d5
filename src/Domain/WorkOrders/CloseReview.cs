using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>The filing division lets the answer stand (无需重办), with or without a word to the requester.</summary>
public sealed class CloseReview(ICourtDb db, TimeProvider clock)
{
    public async Task Handle(Guid id, Guid entryId, string reason, Guid explanationId, string explanation, Actor by, CancellationToken ct)
    {
        var division = await db.DivisionName(by, ct);
        await db.Change(
            db.VisibleTo(by),
            id,
            order => order.CloseReview(entryId, reason, explanationId, explanation, by, division, clock.GetUtcNow()),
            ct,
            entryId
        );
    }
}
