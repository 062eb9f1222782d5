using Domain.Shared;
using Domain.Uploads;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Uploads;

/// <summary>Completes what had arrived when its process died, or when nobody could look into it.</summary>
public sealed partial class FinishUploads(CourtDb db, CompleteUpload complete, TimeProvider clock, ILogger<FinishUploads> log)
{
    private const int AtOnce = 20;

    /// <returns>How many are done with.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var arrived = await db.Set<Upload>()
            .Where(u => u.State == UploadState.Arrived && (u.WriterUntil == null || u.WriterUntil <= now))
            .OrderBy(u => u.ExpiresAt)
            .Select(u => new { u.Id, u.OwnerId })
            .Take(AtOnce)
            .ToListAsync(ct);
        var done = 0;
        foreach (var upload in arrived)
        {
            try
            {
                var standing = await complete.Handle(upload.Id, Actor.Litigant(upload.OwnerId, ""), ct);
                done += standing.State == UploadState.Arrived ? 0 : 1;
            }
            catch (RefusedException refused)
            {
                Waits(log, upload.Id, refused.Code); // for the scanner or the store; or its sender gave it up meanwhile
            }
        }

        return done;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Upload {Id} waits: {Code}")]
    private static partial void Waits(ILogger log, Guid id, string code);
}
