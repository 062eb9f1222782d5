using Domain.Attachments;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.WorkOrders;

/// <summary>Shows what was made of an attachment to those who may open it.</summary>
public sealed class OpenPreview(ICourtDb db, IEnumerable<IAttachmentSource> sources, IFileStore files, TimeProvider clock)
{
    /// <summary>Has it made where it was not asked for yet: of files from before there were previews.</summary>
    /// <exception cref="RefusedException"><c>attachment.not_found</c>.</exception>
    public async Task<AttachmentPreview> Look(Guid id, Actor by, CancellationToken ct)
    {
        var file = await Find(id, by, ct);
        var preview = await Made(file.Sha256, ct);
        if (preview is null)
        {
            await db.Change(() => db.WantPreview(file.Sha256, file.ContentType, clock.GetUtcNow(), ct), ct);
            preview = await Made(file.Sha256, ct);
        }
        else if (preview.State is PreviewState.Failed or PreviewState.NotPossible && await db.RetryPreview(file.Sha256, ct))
        {
            preview = await Made(file.Sha256, ct);
        }

        var parts = await db.Set<PreviewPart>().AsNoTracking().Where(p => p.FileHash == file.Sha256).OrderBy(p => p.Number).ToListAsync(ct);
        return new AttachmentPreview(file, preview, parts);
    }

    /// <returns>The caller disposes of the stream, which can be read from anywhere.</returns>
    /// <exception cref="RefusedException"><c>attachment.not_found</c>, <c>attachment.no_preview</c>.</exception>
    public async Task<(PreviewPart Part, Stream Bytes)> Open(Guid id, PreviewPartKind kind, int number, Actor by, CancellationToken ct)
    {
        var file = await Find(id, by, ct);
        var part =
            await db.Set<PreviewPart>()
                .AsNoTracking()
                .SingleOrDefaultAsync(p => p.FileHash == file.Sha256 && p.Kind == kind && p.Number == number, ct)
            ?? throw AttachmentErrors.NoPreview();
        return (part, await files.Open(part.StoredHash, ct));
    }

    private async Task<Attachment> Find(Guid id, Actor by, CancellationToken ct) =>
        await db.AttachmentFor(id, sources, by, ct) ?? throw AttachmentErrors.NotFound();

    private Task<FilePreview?> Made(string sha256, CancellationToken ct) =>
        db.Set<FilePreview>().AsNoTracking().SingleOrDefaultAsync(p => p.FileHash == sha256, ct);
}

/// <param name="Preview">Null for a kind of which none is made.</param>
/// <param name="Parts">In order.</param>
public sealed record AttachmentPreview(Attachment File, FilePreview? Preview, IReadOnlyList<PreviewPart> Parts)
{
    public PreviewState State => Preview?.State ?? PreviewState.NotPossible;

    public bool IsComing => State is PreviewState.Waiting or PreviewState.Making;

    public string StateText => State.Chinese(Preview?.Reason ?? PreviewFailures.Kind);

    public IReadOnlyList<PreviewPart> Pages => [.. Parts.Where(p => p.Kind == PreviewPartKind.Page)];

    public PreviewPart? Media => Parts.FirstOrDefault(p => p.Kind == PreviewPartKind.Media);

    public PreviewPart? Poster => Parts.FirstOrDefault(p => p.Kind == PreviewPartKind.Poster);

    /// <summary>Of a long document only the first pages are made.</summary>
    public int PagesLeftOut => State == PreviewState.Ready ? Math.Max(0, Preview!.Pages - Pages.Count) : 0;
}
