using Domain.Attachments;
using Domain.Drafts;
using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.WorkOrders;

/// <summary>What the use cases on one order share.</summary>
internal static class WorkOrderChanges
{
    private const int Attempts = 5;

    /// <summary>
    /// Loads the order, acts, saves; when somebody else saved in between, begins again on the newer state, so that the
    /// order's own verb decides whether the act still makes sense.
    /// </summary>
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
        for (var attempt = 1; ; attempt++)
        {
            var order = await find.SingleOrDefaultAsync(o => o.Id == id, ct) ?? throw WorkOrderErrors.NotFound();
            try
            {
                await act(order);
                await db.SaveChangesAsync(ct);
                return order;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                db.Forget();
                if (entryId is { } entry && await db.HasEntry(id, entry, ct))
                    return order;
            }
            catch (RefusedException) when (entryId is not null)
            {
                db.Forget();
                if (await db.HasEntry(id, entryId.Value, ct))
                    return order;
                throw;
            }
        }
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
    public static Task<bool> HasEntry(this ICourtDb db, Guid orderId, Guid entryId, CancellationToken ct) =>
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
            .Where(a => ids.Contains(a.Id) && a.UploadedById == by.Id && a.SubjectId == null)
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
