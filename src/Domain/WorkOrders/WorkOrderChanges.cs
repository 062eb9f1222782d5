using Domain.Attachments;
using Domain.Drafts;
using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.WorkOrders;

/// <summary>What the use cases on one order share.</summary>
internal static class WorkOrderChanges
{
    /// <param name="find">The orders that the actor may reach: others are "not found".</param>
    /// <param name="entryId">The entry that the act writes: of two sends of the same request one acts and both succeed.</param>
    public static async Task<WorkOrder> Change(
        this ICourtDb db,
        IQueryable<WorkOrder> find,
        Guid id,
        Func<WorkOrder, Task> act,
        CancellationToken ct,
        Guid? entryId = null
    )
    {
        var one = find.Where(o => o.Id == id);
        if (entryId is not { } entry)
            return await db.Change(one, WorkOrderErrors.NotFound, act, ct);
        var (order, _) = await db.Once(
            // Whoever sent it may not reach the order any more: it has been handed over by the first send.
            async () => await db.HasEntry(id, entry, ct) ? await db.Set<WorkOrder>().AsNoTracking().SingleAsync(o => o.Id == id, ct) : null,
            async () =>
            {
                var found = await one.SingleOrDefaultAsync(ct) ?? throw WorkOrderErrors.NotFound();
                await act(found);
                return found;
            },
            ct
        );
        return order;
    }

    public static Task<WorkOrder> Change(
        this ICourtDb db,
        IQueryable<WorkOrder> find,
        Guid id,
        Action<WorkOrder> act,
        CancellationToken ct,
        Guid? entryId = null
    ) =>
        db.Change(
            find,
            id,
            order =>
            {
                act(order);
                return Task.CompletedTask;
            },
            ct,
            entryId
        );

    /// <summary>A repeated request: its entry is there already.</summary>
    private static Task<bool> HasEntry(this ICourtDb db, Guid orderId, Guid entryId, CancellationToken ct) =>
        db.Set<WorkOrderEntry>().AnyAsync(e => e.Id == entryId && e.WorkOrderId == orderId, ct);

    /// <summary>Files that the person uploaded and has not sent yet.</summary>
    public static async Task<List<Attachment>> UnsentAttachments(
        this ICourtDb db,
        IReadOnlyCollection<Guid> ids,
        Actor by,
        CancellationToken ct
    )
    {
        if (ids.Count == 0)
            return [];
        if (ids.Count > Attachment.MaxPerMessage)
            throw WorkOrderErrors.TooManyAttachments();
        var found = await db.Set<Attachment>()
            .Where(a => ids.Contains(a.Id) && a.UploadedById == by.Id && a.WorkOrderId == null && a.ServiceTaskId == null)
            .ToListAsync(ct);
        return found.Count == ids.Distinct().Count() ? found : throw AttachmentErrors.NotFound();
    }

    /// <summary>What is sent is no draft any more: it goes in the same transaction, or a host that dies in between would offer it again.</summary>
    public static async Task TakeDraft(this ICourtDb db, string key, Actor by, CancellationToken ct)
    {
        if (await db.Set<Draft>().SingleOrDefaultAsync(d => d.StaffId == by.Id && d.Key == key, ct) is { } draft)
            db.Set<Draft>().Remove(draft);
    }

    public static Task<string> DivisionName(this ICourtDb db, Actor by, CancellationToken ct) =>
        db.Set<Division>().Where(d => d.Id == by.Post!.DivisionId).Select(d => d.Name).SingleAsync(ct);
}
