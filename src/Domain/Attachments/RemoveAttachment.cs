using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Attachments;

/// <summary>Takes back a file that is in no message yet. Its bytes go when no row names them any more.</summary>
public sealed class RemoveAttachment(ICourtDb db)
{
    public async Task Handle(Guid id, Actor by, CancellationToken ct)
    {
        var attachment = await db.AttachmentsFor(by).SingleOrDefaultAsync(a => a.Id == id, ct) ?? throw AttachmentErrors.NotFound();
        if (attachment.SubjectId is not null)
            throw AttachmentErrors.InUse();
        db.Set<Attachment>().Remove(attachment);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.Forget(); // it was sent, or removed, at the same moment
            if (await db.Set<Attachment>().AnyAsync(a => a.Id == id, ct))
                throw AttachmentErrors.InUse();
        }
    }
}
