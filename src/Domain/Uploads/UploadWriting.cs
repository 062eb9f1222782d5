using Domain.Attachments;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Uploads;

/// <summary>
/// One writer of an upload at a time, by its row. The right lapses by itself, because whoever had it may be dead; who lost it changes
/// nothing any more.
/// </summary>
public sealed class UploadWriting(ICourtDb db, UploadLimits limits, TimeProvider clock)
{
    /// <summary>Longer than a stalled connection lives.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(15);

    /// <returns>Null while another is at it.</returns>
    public async Task<Guid?> Take(Upload upload, TimeSpan lifetime, CancellationToken ct)
    {
        var (me, now) = (Guid.CreateVersion7(), clock.GetUtcNow());
        var taken = await db.Set<Upload>()
            .Where(u => u.Id == upload.Id && u.State == upload.State && u.Received == upload.Received)
            .Where(u => u.WriterUntil == null || u.WriterUntil <= now)
            .ExecuteUpdateAsync(s => s.SetProperty(u => u.WriterId, me).SetProperty(u => u.WriterUntil, now + lifetime), ct);
        return taken == 1 ? me : null;
    }

    /// <summary>What is on the disk is said, and the right is kept for longer.</summary>
    /// <param name="received">Null: only the right.</param>
    /// <param name="isEnd">Of the piece: with the last byte the file has arrived, also if its process dies before it releases the right.</param>
    public async Task Reach(Upload upload, Guid me, long? received, bool isEnd, CancellationToken ct)
    {
        var (now, arrives) = (clock.GetUtcNow(), isEnd && received == upload.Length);
        var reached = await Mine(upload, me)
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(u => u.Received, u => received ?? u.Received)
                        .SetProperty(u => u.State, u => arrives ? UploadState.Arrived : u.State)
                        .SetProperty(u => u.WriterUntil, now + Lifetime)
                        .SetProperty(u => u.ExpiresAt, now + limits.Lifetime),
                ct
            );
        if (reached == 0)
            throw UploadErrors.Locked();
    }

    /// <summary>Whoever lost it releases nothing. With the last byte the file has arrived.</summary>
    public async Task Release(Upload upload, Guid me, CancellationToken ct) =>
        await Mine(upload, me)
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(
                            u => u.State,
                            u => u.Received == u.Length && u.State == UploadState.Receiving ? UploadState.Arrived : u.State
                        )
                        .SetProperty(u => u.WriterId, (Guid?)null)
                        .SetProperty(u => u.WriterUntil, (DateTimeOffset?)null),
                ct
            );

    /// <returns>0 when it is not there any more, or done by another.</returns>
    public async Task<int> Uploaded(Upload upload, string sha256, CancellationToken ct)
    {
        var until = clock.GetUtcNow() + limits.UnsentLifetime;
        return await Arrived(upload)
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(u => u.State, UploadState.Uploaded)
                        .SetProperty(u => u.Sha256, sha256)
                        .SetProperty(u => u.WriterId, (Guid?)null)
                        .SetProperty(u => u.WriterUntil, (DateTimeOffset?)null)
                        .SetProperty(u => u.ExpiresAt, until),
                ct
            );
    }

    /// <summary>Its sender gave it up while it was looked at: nobody would know of what it became.</summary>
    public async Task DropCancelled(Upload upload, CancellationToken ct)
    {
        if (await db.Set<Upload>().AnyAsync(u => u.Id == upload.Id, ct))
            return;
        await db.Set<Attachment>()
            .Where(a => a.Id == upload.Id && a.UploadedById == upload.OwnerId && a.SubjectId == null)
            .ExecuteDeleteAsync(ct);
    }

    public async Task Refused(Upload upload, RefusedException why, CancellationToken ct) =>
        await Arrived(upload)
            .ExecuteUpdateAsync(
                s =>
                    s.SetProperty(u => u.State, UploadState.Refused)
                        .SetProperty(u => u.Refusal, why.Refusal)
                        .SetProperty(u => u.RefusalCode, why.Code)
                        .SetProperty(u => u.RefusalWords, why.Message)
                        .SetProperty(u => u.WriterId, (Guid?)null)
                        .SetProperty(u => u.WriterUntil, (DateTimeOffset?)null),
                ct
            );

    /// <summary>The disk does not have what the row says: as much as it has is asked for again.</summary>
    public async Task GoBack(Upload upload, long received, CancellationToken ct) =>
        await db.Set<Upload>()
            .Where(u => u.Id == upload.Id && u.State == UploadState.Arrived)
            .ExecuteUpdateAsync(s => s.SetProperty(u => u.State, UploadState.Receiving).SetProperty(u => u.Received, received), ct);

    private IQueryable<Upload> Mine(Upload upload, Guid me) => db.Set<Upload>().Where(u => u.Id == upload.Id && u.WriterId == me);

    private IQueryable<Upload> Arrived(Upload upload) => db.Set<Upload>().Where(u => u.Id == upload.Id && u.State == UploadState.Arrived);
}
