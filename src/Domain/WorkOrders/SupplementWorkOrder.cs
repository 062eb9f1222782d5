using Domain.Handling;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.WorkOrders;

/// <summary>The requester adds something (补一条).</summary>
public sealed class SupplementWorkOrder(ICourtDb db, TimeProvider clock)
{
    /// <param name="entryId">Made by the phone: sending the same again changes nothing.</param>
    /// <exception cref="RefusedException"><c>work_order.sent_with_other_words</c> where other words came by it.</exception>
    public async Task Handle(Guid id, Guid entryId, string text, IReadOnlyCollection<Guid> attachmentIds, Actor by, CancellationToken ct)
    {
        var words = TypedText.Storable(text);
        if (await db.OwnOrders(by).AnyAsync(o => o.Id == id && o.Entries.Any(e => e.Id == entryId && e.Text != words), ct))
            throw WorkOrderErrors.SentWithOtherWords();
        await db.Change(
            db.OwnOrders(by),
            id,
            async order => order.Supplement(entryId, text, await db.UnsentAttachments(attachmentIds, by, ct), by, clock.GetUtcNow()),
            ct,
            entryId
        );
    }
}
