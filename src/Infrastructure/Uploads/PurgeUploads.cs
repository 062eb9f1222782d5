using Domain.Attachments;
using Domain.Uploads;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Uploads;

/// <summary>Throws away what was never finished, what was finished and never sent with anything, and bytes without a row.</summary>
public sealed class PurgeUploads(CourtDb db, UploadPieces pieces, TimeProvider clock)
{
    private const int AtOnce = 500;

    /// <returns>How many uploads.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var until = clock.GetUtcNow() - UploadLimits.Grace;
        var over = await db.Set<Upload>()
            .Where(u => u.ExpiresAt <= until && u.State != UploadState.Arrived)
            .OrderBy(u => u.ExpiresAt)
            .Select(u => u.Id)
            .Take(AtOnce)
            .ToListAsync(ct);
        foreach (var id in over)
        {
            // Its sender may go on with it, or send it, at this very moment.
            await db.Set<Attachment>()
                .Where(a => a.Id == id && a.SubjectId == null && db.Set<Upload>().Any(u => u.Id == id && u.ExpiresAt <= until))
                .ExecuteDeleteAsync(ct);
            if (await db.Set<Upload>().Where(u => u.Id == id && u.ExpiresAt <= until).ExecuteDeleteAsync(ct) > 0)
                pieces.Delete(id);
        }

        await DropUnnamed(ct);
        return over.Count;
    }

    /// <remarks>Ages are the file system's own: its clock wrote the dates.</remarks>
    private async Task DropUnnamed(CancellationToken ct)
    {
        var now = TimeProvider.System.GetUtcNow();
        foreach (var file in pieces.All.Where(f => now - f.LastWriteTimeUtc > UploadLimits.Grace))
        {
            var id = UploadPieces.IdOf(file);
            if (!await db.Set<Upload>().AnyAsync(u => u.Id == id, ct))
                file.Delete();
        }
    }
}
