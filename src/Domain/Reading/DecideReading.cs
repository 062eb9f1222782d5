using Domain.Attachments;
using Domain.Cases;
using Domain.Handling;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Reading;

/// <summary>批准: what may be read, until when.</summary>
public sealed class ReleaseReading(ICourtDb db, ReadingSettings settings, TimeProvider clock)
{
    /// <param name="entryId">Made by the page: pressing twice does it once.</param>
    public Task Handle(Guid id, Guid entryId, Choice choice, Actor by, CancellationToken ct) =>
        db.Change(
            db.ReadingsVisibleTo(by).Include(r => r.Files),
            id,
            async request =>
            {
                var now = clock.GetUtcNow();
                var releaser = await db.Releaser(request, settings.ReleasedBy, by, ct);
                if (!await db.OfReadersInCase(db.Set<ReadingRequest>(), ChinaTime.DayOf(now)).AnyAsync(r => r.Id == id, ct))
                    throw ReadingErrors.ReaderLeft();
                var wanted = choice.FileIds.Distinct().ToList();
                var files = await db.ReadableFiles(request.CaseId)
                    .AsNoTracking()
                    .Where(f => wanted.Contains(f.Id))
                    .OrderBy(f => f.Volume)
                    .ThenBy(f => f.Position)
                    .ToListAsync(ct);
                if (files.Count < wanted.Count)
                    throw ReadingErrors.FileNotReadable();
                await CheckMasks(files, choice, ct);
                var under = await db.Set<Case>().Where(c => c.Id == request.CaseId).Select(c => c.Restriction).SingleAsync(ct);
                request.Release(entryId, new Release(files, choice.Until, choice.IsMasked, under, settings.MostDays), releaser, now);
                foreach (var hash in files.Select(f => f.Sha256).Distinct())
                    await db.WantPreview(hash, FileKind.Pdf.ContentType, now, ct);
            },
            ct,
            entryId
        );

    /// <summary>What goes out with numbers blackened was looked through, and what is only a picture was looked at by a person.</summary>
    private async Task CheckMasks(List<CaseFile> files, Choice choice, CancellationToken ct)
    {
        var hashes = files.Select(f => f.Sha256).Distinct().ToList();
        var previews = db.Set<FilePreview>().Where(p => hashes.Contains(p.FileHash));
        if (await previews.AnyAsync(p => p.State == PreviewState.NotPossible || p.State == PreviewState.Failed, ct))
            throw ReadingErrors.FileBroken();
        if (!choice.IsMasked)
            return;
        var without = await db.Set<MaskedFile>()
            .Where(m => hashes.Contains(m.FileHash) && m.PagesWithoutText != MaskedFile.NotYet)
            .Select(m => m.PagesWithoutText)
            .ToListAsync(ct);
        if (without.Count < hashes.Count)
            throw ReadingErrors.NotLookedThrough();
        if (without.Contains(MaskedFile.Unread))
            throw ReadingErrors.NotMaskable();
        if (without.Exists(pages => pages > 0) && !choice.PicturesAreLookedAt)
            throw ReadingErrors.PicturesNotLookedAt();
    }

    public sealed record Choice(IReadOnlyCollection<Guid> FileIds, DateOnly Until, bool IsMasked)
    {
        /// <summary>The pages that are pictures, where no number can be found, were looked at one by one.</summary>
        public bool PicturesAreLookedAt { get; init; }
    }
}

/// <summary>What is chosen to be released is drawn and looked through, also where nobody asked for it.</summary>
public sealed class PrepareReading(ICourtDb db, TimeProvider clock)
{
    public Task Handle(Guid id, IReadOnlyCollection<Guid> fileIds, Actor by, CancellationToken ct) =>
        db.Change(
            async () =>
            {
                var caseId = await db.ReadingsToReview(by).Where(r => r.Id == id).Select(r => r.CaseId).SingleOrDefaultAsync(ct);
                var hashes = await db.ReadableFiles(caseId)
                    .Where(f => fileIds.Contains(f.Id))
                    .Select(f => f.Sha256)
                    .Distinct()
                    .ToListAsync(ct);
                foreach (var hash in hashes)
                    await db.WantPreview(hash, FileKind.Pdf.ContentType, clock.GetUtcNow(), ct);
            },
            ct
        );
}

/// <summary>不批准, with the reason that the reader is told.</summary>
public sealed class RefuseReading(ICourtDb db, ReadingSettings settings, TimeProvider clock)
{
    public Task Handle(Guid id, Guid entryId, string reason, Actor by, CancellationToken ct) =>
        db.Change(
            db.ReadingsVisibleTo(by),
            id,
            async request => request.Refuse(entryId, reason, await db.Releaser(request, settings.ReleasedBy, by, ct), clock.GetUtcNow()),
            ct,
            entryId
        );
}

/// <summary>提前收回.</summary>
public sealed class EndReading(ICourtDb db, ReadingSettings settings, TimeProvider clock)
{
    public Task Handle(Guid id, Guid entryId, string reason, Actor by, CancellationToken ct) =>
        db.Change(
            db.ReadingsVisibleTo(by),
            id,
            async request => request.EndEarly(entryId, reason, await db.Releaser(request, settings.ReleasedBy, by, ct), clock.GetUtcNow()),
            ct,
            entryId
        );
}

/// <summary>The owner opens it.</summary>
public sealed class OpenReading(ICourtDb db, TimeProvider clock)
{
    public Task Handle(Guid id, Actor by, CancellationToken ct) =>
        db.Change(db.ReadingsVisibleTo(by), id, request => request.OpenedBy(by, clock.GetUtcNow()), ct);
}
