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

    /// <summary>What failed leaves the turn to others, and the log in peace.</summary>
    private static readonly TimeSpan s_rest = TimeSpan.FromMinutes(5);

    /// <returns>How many are done with.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await Free(now)
            .Where(u => u.State == UploadState.Receiving && u.Received == u.Length)
            .ExecuteUpdateAsync(s => s.SetProperty(u => u.State, UploadState.Arrived), ct);
        var arrived = await Free(now)
            .Where(u => u.State == UploadState.Arrived)
            .OrderBy(u => u.WriterUntil ?? u.CreatedAt)
            .Select(u => new { u.Id, u.OwnerId })
            .Take(AtOnce)
            .ToListAsync(ct);
        var done = 0;
        foreach (var upload in arrived)
            done += await IsDone(upload.Id, upload.OwnerId, ct) ? 1 : 0;

        return done;
    }

    private async Task<bool> IsDone(Guid id, Guid ownerId, CancellationToken ct)
    {
        try
        {
            return (await complete.Handle(id, Actor.Litigant(ownerId, ""), ct, ct)).State != UploadState.Arrived;
        }
        catch (RefusedException refused)
        {
            Waits(log, id, refused.Code); // for the scanner or the store; or its sender gave it up meanwhile
        }
        catch (Exception e) when (!ct.IsCancellationRequested && e is not OutOfMemoryException)
        {
            Fails(log, e, id); // one that cannot be read must not keep the others waiting
        }

        db.ChangeTracker.Clear();
        await Rest(id, ct);
        return false;
    }

    private async Task Rest(Guid id, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await Free(now)
            .Where(u => u.Id == id && u.State == UploadState.Arrived)
            .ExecuteUpdateAsync(s => s.SetProperty(u => u.WriterUntil, now + s_rest), ct);
    }

    private IQueryable<Upload> Free(DateTimeOffset now) => db.Set<Upload>().Where(u => u.WriterUntil == null || u.WriterUntil <= now);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Upload {Id} waits: {Code}")]
    private static partial void Waits(ILogger log, Guid id, string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "Upload {Id} could not be completed; it is tried again")]
    private static partial void Fails(ILogger log, Exception exception, Guid id);
}
