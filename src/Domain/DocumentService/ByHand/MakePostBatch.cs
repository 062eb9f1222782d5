using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>交寄: mail that waits goes to the post (E键送达) as one batch. The same batch id again gives the same batch.</summary>
public sealed class MakePostBatch(ICourtDb db, ServiceDesk desk, INumberSource numbers)
{
    /// <param name="batchId">Made by the page that asks.</param>
    /// <exception cref="RefusedException"><c>service_entry.nothing_to_export</c>.</exception>
    public async Task<PostBatch> Handle(Guid batchId, Actor by, CancellationToken ct)
    {
        var (batch, _) = await db.Once(() => Made(batchId, by, ct), () => Make(batchId, by, ct), ct);
        return batch;
    }

    private async Task<PostBatch> Make(Guid batchId, Actor by, CancellationToken ct)
    {
        var now = desk.Now;
        var services = await db.ServicesHandledBy(by)
            .Where(s =>
                s.State != ServiceState.Withdrawn
                && s.Attempts.Any(a => a.Channel == ServiceChannel.Post && a.State == AttemptState.Queued && a.PostBatchId == null)
            )
            .OrderBy(s => s.BegunAt)
            .ThenBy(s => s.Id)
            .Take(PostBatch.MaxPieces)
            .Include(s => s.Copies)
            .Include(s => s.Attempts.OrderBy(a => a.Position))
            .ToListAsync(ct);
        var pieces = services
            .SelectMany(s => s.Attempts.Where(IsWaiting).Select(a => (Service: s, Attempt: a)))
            .Take(PostBatch.MaxPieces)
            .ToList();
        if (pieces.Count == 0)
            return await Made(batchId, by, ct) ?? throw ServiceEntryErrors.NothingToExport(); // the same click may have come first
        var batch = new PostBatch
        {
            Id = batchId,
            Number = await numbers.Next(PostBatch.Numbers, ChinaTime.DayOf(now), ct),
            CourtId = by.Post!.CourtId,
            DivisionId = by.Post.DivisionId,
            ById = by.Id,
            ByName = by.Name,
            At = now,
            Pieces = pieces.Count,
        };
        db.Set<PostBatch>().Add(batch);
        foreach (var (service, attempt) in pieces)
            service.GivenToPost(attempt.Id, batch, by, now);
        return batch;
    }

    private Task<PostBatch?> Made(Guid batchId, Actor by, CancellationToken ct) =>
        db.Set<PostBatch>().AsNoTracking().SingleOrDefaultAsync(b => b.Id == batchId && b.DivisionId == by.Post!.DivisionId, ct);

    private static bool IsWaiting(ServiceAttempt attempt) =>
        attempt is { Channel: ServiceChannel.Post, State: AttemptState.Queued, PostBatchId: null };
}
