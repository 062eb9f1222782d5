using Domain.Attachments;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Uploads;

/// <summary>How much may be on its way; a feature that takes files for something of its own adds another.</summary>
public interface IUploadQuota
{
    /// <param name="upload">Counted already.</param>
    /// <returns>Why it is too much, else null.</returns>
    Task<RefusedException?> Exceeded(Upload upload, CancellationToken ct);
}

/// <summary>Of one person, whatever it is for.</summary>
public sealed class PersonQuota(ICourtDb db, UploadLimits limits, TimeProvider clock) : IUploadQuota
{
    private const long MegaByte = 1024 * 1024;

    public async Task<RefusedException?> Exceeded(Upload upload, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var unfinished = await db.Set<Upload>()
            .Where(u => u.OwnerId == upload.OwnerId && u.ExpiresAt > now)
            .Where(u => u.State == UploadState.Receiving || u.State == UploadState.Arrived)
            .Select(u => u.Length)
            .ToListAsync(ct);
        var unsent = await db.Set<Upload>()
            .Where(u => u.OwnerId == upload.OwnerId && u.ExpiresAt > now && u.State == UploadState.Uploaded)
            .Where(u => db.Set<Attachment>().Any(a => a.Id == u.Id && a.SubjectId == null))
            .SumAsync(u => u.Length, ct);
        return unfinished.Count > limits.UnfinishedPerPerson ? UploadErrors.TooManyUnfinished(limits.UnfinishedPerPerson)
            : unfinished.Sum() > limits.UnfinishedMegabytesPerPerson * MegaByte
                ? UploadErrors.TooManyUnfinishedBytes(limits.UnfinishedMegabytesPerPerson)
            : unsent + upload.Length > limits.UnsentMegabytesPerPerson * MegaByte
                ? UploadErrors.TooManyUnsentBytes(limits.UnsentMegabytesPerPerson)
            : null;
    }
}
