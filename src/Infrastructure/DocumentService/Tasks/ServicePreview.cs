using Domain.Attachments;
using Domain.DocumentService;
using Domain.Shared;
using Infrastructure.Pdf;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService;

/// <summary>The PDF of a document before it is served, to those who may serve it.</summary>
public sealed class ServicePreview(CourtDb db, IFileStore files)
{
    /// <returns>Null when there is none, or another's. The caller disposes of it.</returns>
    public async Task<Stream?> Upload(Guid id, Actor by, CancellationToken ct) =>
        await Open(
            await db.Set<Attachment>()
                .Where(a => a.Id == id && a.UploadedById == by.Id && a.Pages != null && a.SubjectKind != SubjectKind.WorkOrder)
                .Select(a => a.Sha256)
                .SingleOrDefaultAsync(ct),
            ct
        );

    public async Task<Stream?> HandedOver(Guid id, Actor by, CancellationToken ct) =>
        await Open(
            await db.Set<CaseDocument>()
                .Where(d => d.Id == id && db.ServableBy(by).Any(c => c.Id == d.CaseId))
                .Select(d => d.Sha256)
                .SingleOrDefaultAsync(ct),
            ct
        );

    /// <summary>Of an upload or of what the trial system handed over: whether an electronic seal is in it.</summary>
    public async Task<bool> IsSealed(Guid? upload, Guid? handedOver, Actor by, CancellationToken ct)
    {
        await using var file =
            upload is { } own ? await Upload(own, by, ct)
            : handedOver is { } given ? await HandedOver(given, by, ct)
            : null;
        if (file is null)
            return false;
        using var whole = new MemoryStream();
        await file.CopyToAsync(whole, ct);
        return PdfSeal.IsIn(whole.GetBuffer().AsSpan(0, (int)whole.Length));
    }

    private async Task<Stream?> Open(string? sha256, CancellationToken ct) => sha256 is null ? null : await files.Open(sha256, ct);
}
