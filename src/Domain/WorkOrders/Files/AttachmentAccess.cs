using Domain.Attachments;
using Domain.Handling;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.WorkOrders;

/// <summary>Which files a person may open: what they uploaded and have not sent, and what lies in the orders they may see.</summary>
public static class AttachmentAccess
{
    /// <summary>One of those, or of what the features above open.</summary>
    /// <returns>Null when there is none, or not for this person.</returns>
    public static async Task<Attachment?> AttachmentFor(
        this ICourtDb db,
        Guid id,
        IEnumerable<IAttachmentSource> sources,
        Actor by,
        CancellationToken ct
    )
    {
        foreach (var files in sources.Select(s => s.For(by)).Prepend(db.AttachmentsFor(by)))
        {
            if (await files.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is { } found)
                return found;
        }

        return null;
    }

    public static IQueryable<Attachment> AttachmentsFor(this ICourtDb db, Actor by)
    {
        var me = by.Id;
        if (by.Kind != ActorKind.Litigant)
        {
            var visible = db.VisibleTo(by);
            return db.Set<Attachment>()
                .Where(a =>
                    a.SubjectKind != SubjectKind.WorkOrder
                        ? a.UploadedById == me
                        : visible.Any(o =>
                            o.Id == a.SubjectId
                            || db.Set<WorkOrder>().Any(merged => merged.Id == a.SubjectId && merged.MergedIntoId == o.Id)
                        )
                );
        }

        var own = db.OwnOrders(by);
        return db.Set<Attachment>()
            .Where(a =>
                a.SubjectKind != SubjectKind.WorkOrder
                    ? a.UploadedById == me
                    : own.Any(o => o.Id == a.SubjectId)
                        && (
                            a.EntryId == null
                            || db.Set<WorkOrderEntry>().Any(e => e.Id == a.EntryId && HandledEntry.ForLitigant.Contains(e.Kind))
                        )
            );
    }
}
