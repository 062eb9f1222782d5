using System.Security.Cryptography;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Attachments;

/// <summary>
/// The files of one kind of thing, for those who may see that thing: their bytes, what was made of them to look at, and whether they are
/// still what came.
/// </summary>
public abstract class OpenFiles(ICourtDb db, IFileStore files, TimeProvider clock)
{
    protected ICourtDb Db => db;

    /// <summary>Which of them this person may open: those of any of these.</summary>
    protected abstract IEnumerable<IQueryable<Attachment>> FilesFor(Actor by);

    /// <returns>The caller disposes of the stream.</returns>
    /// <exception cref="RefusedException"><c>attachment.not_found</c>.</exception>
    public async Task<(Attachment Attachment, Stream Bytes)> Handle(Guid id, Actor by, CancellationToken ct)
    {
        var file = await Find(id, by, ct);
        return (file, await files.Open(file.Sha256, ct));
    }

    /// <summary>Has it made where it was not asked for yet: of files from before there were previews.</summary>
    /// <exception cref="RefusedException"><c>attachment.not_found</c>.</exception>
    public async Task<AttachmentPreview> Look(Guid id, Actor by, CancellationToken ct) =>
        (await Look([id], by, ct)).SingleOrDefault() ?? throw AttachmentErrors.NotFound();

    /// <inheritdoc cref="Look(Guid, Actor, CancellationToken)"/>
    /// <returns>Of those that may be opened.</returns>
    public async Task<IReadOnlyList<AttachmentPreview>> Look(IReadOnlyList<Guid> ids, Actor by, CancellationToken ct)
    {
        List<Attachment> found = [];
        foreach (var some in FilesFor(by))
            found.AddRange(await some.AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(ct));
        var made = await Made(found, ct);
        var changed = false;
        foreach (var file in found.DistinctBy(f => f.Sha256))
        {
            if (!made.TryGetValue(file.Sha256, out var preview))
                changed |= await db.Change(() => Want(file, ct), ct);
            else if (preview.State is PreviewState.Failed or PreviewState.NotPossible)
                changed |= await db.RetryPreview(file.Sha256, ct);
        }

        if (changed)
            made = await Made(found, ct);
        List<string> hashes = [.. made.Keys];
        var parts = (await db.Set<PreviewPart>().AsNoTracking().Where(p => hashes.Contains(p.FileHash)).ToListAsync(ct)).ToLookup(p =>
            p.FileHash
        );
        return
        [
            .. found
                .OrderBy(f => ids.Index().First(i => i.Item == f.Id).Index)
                .Select(f => new AttachmentPreview(f, made.GetValueOrDefault(f.Sha256), [.. parts[f.Sha256].OrderBy(p => p.Number)])),
        ];
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

    /// <summary>Reads the stored bytes through and computes what they are now.</summary>
    /// <returns>64 hex digits; null where they are gone or cannot be read any more.</returns>
    /// <exception cref="RefusedException"><c>attachment.not_found</c>, <c>attachment.store_unavailable</c>.</exception>
    public async Task<string?> HashOfKept(Guid id, Actor by, CancellationToken ct)
    {
        var file = await Find(id, by, ct);
        try
        {
            await using var bytes = await files.Open(file.Sha256, ct);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, ct));
        }
        catch (Exception e) when (e is FileNotFoundException or DamagedFileException)
        {
            return null;
        }
    }

    private async Task<bool> Want(Attachment file, CancellationToken ct)
    {
        await db.WantPreview(file.Sha256, file.ContentType, clock.GetUtcNow(), ct);
        return true;
    }

    private async Task<Attachment> Find(Guid id, Actor by, CancellationToken ct)
    {
        foreach (var some in FilesFor(by))
        {
            if (await some.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is { } found)
                return found;
        }

        throw AttachmentErrors.NotFound();
    }

    private async Task<Dictionary<string, FilePreview>> Made(IEnumerable<Attachment> found, CancellationToken ct)
    {
        List<string> hashes = [.. found.Select(f => f.Sha256).Distinct()];
        return await db.Set<FilePreview>().AsNoTracking().Where(p => hashes.Contains(p.FileHash)).ToDictionaryAsync(p => p.FileHash, ct);
    }
}
