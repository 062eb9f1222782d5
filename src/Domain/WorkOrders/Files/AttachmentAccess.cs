using Domain.Attachments;
using Domain.Handling;
using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>Which files a person may open: what they uploaded and have not sent, and what lies in the orders they may see.</summary>
public static class AttachmentAccess
{
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
