using Domain.Attachments;
using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>Files of orders, what somebody uploaded and has not sent, and what the features above open.</summary>
public sealed class OpenAttachment(ICourtDb db, IEnumerable<IAttachmentSource> sources, IFileStore files, TimeProvider clock)
    : OpenFiles(db, files, clock)
{
    protected override IEnumerable<IQueryable<Attachment>> FilesFor(Actor by) =>
        sources.Select(s => s.For(by)).Prepend(Db.AttachmentsFor(by));
}
