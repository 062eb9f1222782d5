using Domain.Attachments;
using Domain.Drafts;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.WorkOrders;

/// <summary>What the use cases on one order share.</summary>
internal static class WorkOrderChanges
{
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
}
