using Domain.Attachments;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.WorkOrders;

/// <summary>Takes back a file that is in no message yet. Its bytes go when no row names them any more.</summary>
public sealed class RemoveAttachment(ICourtDb db)
{
    public async Task Handle(Guid id, Actor by, CancellationToken ct)
    {
        var wasThere = false;
        await db.Change(
            async () =>
            {
                if (await db.AttachmentsFor(by).SingleOrDefaultAsync(a => a.Id == id, ct) is not { } attachment)
                {
                    if (!wasThere)
                        throw AttachmentErrors.NotFound();
                    return; // removed at the same moment
                }

                wasThere = true;
                if (attachment.SubjectId is not null)
                    throw AttachmentErrors.InUse();
                db.Set<Attachment>().Remove(attachment);
            },
            ct
        );
    }
}
