using Domain.Attachments;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Bindings;

/// <summary>Hands out a paper's bytes to staff who may see its request.</summary>
public sealed class OpenBindingPaper(ICourtDb db, IFileStore files)
{
    /// <returns>The caller disposes of the stream.</returns>
    public async Task<(Attachment Attachment, Stream Bytes)> Handle(Guid id, Actor by, CancellationToken ct)
    {
        var paper =
            await db.BindingPapersFor(by).AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) ?? throw AttachmentErrors.NotFound();
        return (paper, await files.Open(paper.Sha256, ct));
    }
}
