using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Uploads;

/// <summary>Finds an upload of the caller; another person's is as if it were not there.</summary>
public sealed class MyUploads(ICourtDb db, IUploadPieces pieces, TimeProvider clock)
{
    /// <exception cref="RefusedException"><c>upload.not_found</c>, <c>upload.expired</c>.</exception>
    public async Task<Upload> Find(Guid id, Actor by, CancellationToken ct)
    {
        var upload =
            await db.Set<Upload>().AsNoTracking().SingleOrDefaultAsync(u => u.Id == id && u.OwnerId == by.Id, ct)
            ?? throw UploadErrors.NotFound();
        return upload.IsExpired(clock.GetUtcNow()) ? throw UploadErrors.Expired() : upload;
    }

    /// <summary>Where to go on: a disk that lost the end of the file is believed, not the row.</summary>
    public long OffsetOf(Upload upload) =>
        upload.State == UploadState.Receiving ? pieces.LengthOf(upload.Id, upload.Received) : upload.Length;
}
