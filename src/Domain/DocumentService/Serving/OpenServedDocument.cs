using Domain.Attachments;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>A member of staff looks at a served document, byte for byte what recipients open. Traced, and no opening by a recipient.</summary>
public sealed class OpenServedDocument(ICourtDb db, ServiceDesk desk, IFileStore files)
{
    /// <returns>The caller disposes of the stream.</returns>
    /// <exception cref="RefusedException"><c>service.document_not_found</c>: there is none, or it is not of a service that the person may see.</exception>
    public async Task<(ServedDocument Document, Stream Bytes)> Handle(Guid documentId, Actor by, CancellationToken ct)
    {
        var visible = db.ServicesVisibleTo(by);
        var document =
            await db.Set<ServedDocument>()
                .AsNoTracking()
                .SingleOrDefaultAsync(d => d.Id == documentId && visible.Any(s => s.Copies.Any(c => c.DocumentId == d.Id)), ct)
            ?? throw ServiceErrors.DocumentNotFound();
        await db.Change(
            db.Set<ServiceTask>().Where(t => t.Id == document.TaskId),
            ServiceErrors.TaskNotFound,
            task => task.DocumentViewed(document, by, desk.Now),
            ct
        );
        return (document, await files.Open(document.Sha256, ct));
    }
}
