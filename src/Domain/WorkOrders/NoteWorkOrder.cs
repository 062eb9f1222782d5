using Domain.Drafts;
using Domain.Handling;
using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>An internal note (内部备注), also the head's remark (批注); the litigant never sees it.</summary>
public sealed class NoteWorkOrder(ICourtDb db, TimeProvider clock)
{
    public async Task Handle(Guid id, Guid entryId, string text, Actor by, CancellationToken ct)
    {
        var division = await db.DivisionName(by, ct);
        await db.Change(
            db.VisibleTo(by),
            id,
            async order =>
            {
                order.Note(entryId, text, by, division, clock.GetUtcNow());
                await db.TakeDraft(DraftKey.Note(id), by, ct);
            },
            ct,
            entryId
        );
    }
}
