using Domain.Attachments;
using Domain.DocumentService;
using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService;

/// <summary>The PDF of a document before it is served, to those who may serve it.</summary>
public sealed class ServicePreview(CourtDb db, IFileStore files)
{
    /// <returns>Null when there is none, or another's. The caller disposes of it.</returns>
    public async Task<Stream?> Upload(Guid id, Actor by, CancellationToken ct) =>
        Open(
            await db.Set<Attachment>()
                .Where(a => a.Id == id && a.UploadedById == by.Id && a.Pages != null && a.SubjectKind != SubjectKind.WorkOrder)
                .Select(a => a.Sha256)
                .SingleOrDefaultAsync(ct)
        );

    public async Task<Stream?> HandedOver(Guid id, Actor by, CancellationToken ct) =>
        Open(
            await db.Set<CaseDocument>()
                .Where(d => d.Id == id && db.ServableBy(by).Any(c => c.Id == d.CaseId))
                .Select(d => d.Sha256)
                .SingleOrDefaultAsync(ct)
        );

    private Stream? Open(string? sha256) => sha256 is null ? null : files.Open(sha256);
}
