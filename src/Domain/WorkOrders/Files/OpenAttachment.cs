using Domain.Attachments;
using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>Hands out the bytes to those who may see them.</summary>
public sealed class OpenAttachment(ICourtDb db, IEnumerable<IAttachmentSource> sources, IFileStore files)
{
    /// <returns>The caller disposes of the stream.</returns>
    public async Task<(Attachment Attachment, Stream Bytes)> Handle(Guid id, Actor by, CancellationToken ct)
    {
        var attachment = await db.AttachmentFor(id, sources, by, ct) ?? throw AttachmentErrors.NotFound();
        return (attachment, await files.Open(attachment.Sha256, ct));
    }
}
