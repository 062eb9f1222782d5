using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Attachments;

/// <summary>Takes in a file, of a litigant or of staff, that a later message names by its id.</summary>
public sealed class UploadAttachment(ICourtDb db, IFileStore files, FileCheck check, TimeProvider clock)
{
    /// <param name="id">Made by the client: sending the same file again returns the row that is there.</param>
    public async Task<(Attachment Attachment, bool Created)> Handle(Guid id, string name, Stream bytes, Actor by, CancellationToken ct)
    {
        await using var file = await files.Receive(bytes, ct);
        return await Handle(id, name, file, by, ct);
    }

    public async Task<(Attachment Attachment, bool Created)> Handle(Guid id, string name, ReceivedFile file, Actor by, CancellationToken ct)
    {
        var kind = await check.Check(file, ct);
        return await db.Once(
            () => Uploaded(id, file, by, ct),
            async () => db.Set<Attachment>().Add(await Uploading(id, name, kind, file, by, ct)).Entity,
            ct
        );
    }

    private async Task<Attachment> Uploading(Guid id, string name, FileKind kind, ReceivedFile file, Actor by, CancellationToken ct)
    {
        await file.Keep(ct);
        var now = clock.GetUtcNow();
        await db.WantPreview(file.Sha256, kind.ContentType, now, ct);
        return new Attachment
        {
            Id = id,
            UploadedById = by.Id,
            Name = FileName.Clean(name, kind),
            ContentType = kind.ContentType,
            Size = file.Size,
            Sha256 = file.Sha256,
            UploadedAt = now,
        };
    }

    private async Task<Attachment?> Uploaded(Guid id, ReceivedFile file, Actor by, CancellationToken ct)
    {
        var there = await db.Set<Attachment>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct);
        return there is null || (there.UploadedById == by.Id && there.Sha256 == file.Sha256) ? there : throw AttachmentErrors.IdReused();
    }
}
