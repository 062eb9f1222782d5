using Domain.Handling;
using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>The requester adds something (补一条).</summary>
public sealed class SupplementWorkOrder(ICourtDb db, TimeProvider clock)
{
    public async Task Handle(Guid id, Guid entryId, string text, IReadOnlyCollection<Guid> attachmentIds, Actor by, CancellationToken ct)
    {
        await db.Change(
            db.OwnOrders(by),
            id,
            async order => order.Supplement(entryId, text, await db.UnsentAttachments(attachmentIds, by, ct), by, clock.GetUtcNow()),
            ct,
            entryId
        );
    }
}
