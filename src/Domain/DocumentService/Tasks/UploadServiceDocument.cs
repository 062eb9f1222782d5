using Domain.Attachments;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>Takes in a document to be served, as PDF whatever it came as.</summary>
public sealed class UploadServiceDocument(ICourtDb db, IFileStore files, FileCheck check, IServablePdf servable, TimeProvider clock)
{
    /// <param name="id">Made by the page: sending it again returns the row that is there.</param>
    public async Task<Attachment> Handle(Guid id, string name, Stream bytes, Actor by, CancellationToken ct)
    {
        if (by.Post is null)
            throw ServingErrors.CaseNotFound();
        if (await db.Set<Attachment>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is { } there)
            return there.UploadedById == by.Id ? there : throw ServiceErrors.UploadIdReused();
        await using var received = await files.Receive(bytes, ct);
        await check.Check(received, ct);
        var (pdf, pages) = await servable.Make(received, ct);
        await using var made = pdf;
        await pdf.Keep(ct);
        var attachment = new Attachment
        {
            Id = id,
            UploadedById = by.Id,
            Name = FileName.Clean(Path.ChangeExtension(name, FileKind.Pdf.Extension), FileKind.Pdf),
            ContentType = FileKind.Pdf.ContentType,
            Size = pdf.Size,
            Sha256 = pdf.Sha256,
            UploadedAt = clock.GetUtcNow(),
            Pages = pages,
        };
        db.Set<Attachment>().Add(attachment);
        await db.SaveChangesAsync(ct);
        return attachment;
    }
}
