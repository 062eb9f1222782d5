using Domain.Shared;

namespace Domain.Handling;

/// <summary>The filing division lets the answer stand (无需重办), with or without a word to the requester.</summary>
public sealed class CloseReview<T>(ICourtDb db, HandledDesk<T> desk, TimeProvider clock)
    where T : Handled, IHandled
{
    public async Task Handle(Guid id, Guid entryId, string reason, Guid explanationId, string explanation, Actor by, CancellationToken ct)
    {
        var division = await db.DivisionName(by, ct);
        await db.Change(
            desk.Reach(by),
            id,
            thing => thing.CloseReview(entryId, reason, explanationId, explanation, by, division, clock.GetUtcNow()),
            ct,
            entryId
        );
    }
}
