using Domain.Drafts;
using Domain.Handling;
using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>A reply on the way (先回复，不办结); the order stays open and its deadline stands.</summary>
public sealed class ReplyInterim(ICourtDb db, TimeProvider clock)
{
    public async Task Handle(
        Guid id,
        Guid entryId,
        string text,
        bool asksForMore,
        IReadOnlyCollection<Guid> attachmentIds,
        Actor by,
        CancellationToken ct
    )
    {
        var division = await db.DivisionName(by, ct);
        await db.Change(
            db.VisibleTo(by),
            id,
            async order =>
            {
                order.ReplyInterim(
                    entryId,
                    text,
                    asksForMore,
                    await db.UnsentAttachments(attachmentIds, by, ct),
                    by,
                    division,
                    clock.GetUtcNow()
                );
                await db.TakeDraft(DraftKey.Reply(id), by, ct);
            },
            ct,
            entryId
        );
    }
}
