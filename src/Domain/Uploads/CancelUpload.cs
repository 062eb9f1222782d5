using Domain.Attachments;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Uploads;

/// <summary>Ends an upload by its sender's wish, also one that has become a file which was not sent yet.</summary>
public sealed class CancelUpload(ICourtDb db, MyUploads uploads, IUploadPieces pieces)
{
    public async Task Handle(Guid id, Actor by, CancellationToken ct)
    {
        var upload = await uploads.Find(id, by, ct);
        if (upload.State == UploadState.Uploaded)
            await Remove(id, by, ct);
        await db.Set<Upload>().Where(u => u.Id == id).ExecuteDeleteAsync(ct);
        await Mine(id, by).Where(a => a.SubjectId == null).ExecuteDeleteAsync(ct); // it may have become one meanwhile
        pieces.Delete(id);
    }

    private async Task Remove(Guid id, Actor by, CancellationToken ct)
    {
        var file = Mine(id, by);
        await file.Where(a => a.SubjectId == null).ExecuteDeleteAsync(ct);
        if (await file.AnyAsync(ct))
            throw AttachmentErrors.InUse();
    }

    private IQueryable<Attachment> Mine(Guid id, Actor by) => db.Set<Attachment>().Where(a => a.Id == id && a.UploadedById == by.Id);
}
