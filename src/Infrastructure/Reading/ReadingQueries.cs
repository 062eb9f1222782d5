using Domain.Attachments;
using Domain.Bindings;
using Domain.Calendar;
using Domain.Cases;
using Domain.Reading;
using Domain.Shared;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Reading;

/// <summary>Requests as the court decides them, and what was read.</summary>
public sealed class ReadingQueries(CourtDb db, ICalendars calendars, ReadingSettings settings, TimeProvider clock)
{
    /// <summary>More pages than anybody turns in a month; of more the newest count.</summary>
    private const int MostRead = 10_000;

    private const int MostBefore = 5;
    private const int MostShown = 200;

    /// <summary>Who does not turn a page for so long has got up.</summary>
    private static readonly TimeSpan s_pause = TimeSpan.FromMinutes(10);

    /// <summary>The rules that hold, for whoever looks them up.</summary>
    public ReadingSettings Rules => settings;

    /// <summary>What waits by its limit, what is read by its last day, what is over the newest first.</summary>
    public async Task<Page<ReadingRow>> List(ReadingList list, Cursor? after, Actor by, CancellationToken ct)
    {
        var visible = db.ReadingsVisibleTo(by).AsNoTracking();
        var rows = list switch
        {
            ReadingList.ToReview => visible.Where(r => r.ClosedAt == null).EarliestFirst(after, r => r.DueAt, r => r.Id),
            ReadingList.Open => visible.Where(r => r.State == ReadingState.Open).EarliestFirst(after, r => r.Until, r => r.Id),
            _ => visible.Where(r => r.ClosedAt != null && r.State != ReadingState.Open).NewestFirst(after, r => r.ClosedAt, r => r.Id),
        };
        var mine = db.CasesWorkedOn(by.Id);
        var found = await rows.Select(r => new { Request = r, IsMine = r.OwnerId == by.Id || mine.Contains(r.CaseId) }).ToListAsync(ct);
        var read = found.Select(f => Row(f.Request, f.IsMine, by, list)).ToList();
        return Page<ReadingRow>.Of(read, r => new Cursor(r.At, r.Id));
    }

    /// <summary>Of one case, the newest first.</summary>
    public async Task<IReadOnlyList<ReadingRow>> OfCase(Guid caseId, Actor by, CancellationToken ct)
    {
        var isMine = await db.CasesWorkedOn(by.Id).AnyAsync(c => c == caseId, ct);
        var found = await db.ReadingsVisibleTo(by)
            .AsNoTracking()
            .Where(r => r.CaseId == caseId)
            .NewestFirst(null, r => r.AskedAt, r => r.Id)
            .ToListAsync(ct);
        return [.. found.Select(r => Row(r, isMine || r.OwnerId == by.Id, by, ReadingList.ToReview))];
    }

    /// <returns>Null when there is none, or not for this person.</returns>
    public async Task<ReadingDetail?> Find(Guid id, Actor by, CancellationToken ct)
    {
        var request = await db.ReadingsVisibleTo(by)
            .AsNoTracking()
            .Include(r => r.Entries.OrderBy(e => e.At).ThenBy(e => e.Id))
            .Include(r => r.Files)
            .AsSplitQuery()
            .SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null)
            return null;
        var @case = await db.Set<Case>()
            .AsNoTracking()
            .Include(c => c.Parties)
                .ThenInclude(p => p.Agents)
            .SingleAsync(c => c.Id == request.CaseId, ct);
        var isMine = request.OwnerId == by.Id || await db.CasesWorkedOn(by.Id).AnyAsync(c => c == request.CaseId, ct);
        var binding = await db.Set<CaseBinding>()
            .AsNoTracking()
            .Where(b => b.AgentId == request.AgentId && b.AgentId != null)
            .OrderByDescending(b => b.AskedAt)
            .FirstOrDefaultAsync(ct);
        var before = await Before(request, ct);
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var released = before.Count(b => b.State is ReadingState.Open or ReadingState.Ended && b.Until is not null);
        return new ReadingDetail(
            request,
            @case,
            ReadingChecks.Of(request, @case, binding, released, today),
            await Files(request, ct),
            await db.Set<CaseFile>().CountAsync(f => f.CaseId == request.CaseId && f.IsSecret && f.RemovedAt == null, ct),
            before,
            await Read(request, ct),
            await db.Set<TraceRow>().AsNoTracking().Where(t => t.SubjectId == id).OrderBy(t => t.Sequence).ToListAsync(ct),
            request.MayBeDecidedBy(await db.Releaser(request, settings.ReleasedBy, by, ct)),
            isMine
        )
        {
            Agent = @case.Parties.SelectMany(p => p.Agents).FirstOrDefault(a => a.Id == request.AgentId),
            Calendar = await calendars.Current(ct),
            Rules = settings,
        };
    }

    /// <summary>What was read under a request, the newest first.</summary>
    public async Task<IReadOnlyList<ReadPageRow>> Pages(Guid id, Actor by, CancellationToken ct)
    {
        var isMine = await db.ReadingsVisibleTo(by)
            .Where(r => r.Id == id)
            .AnyAsync(r => r.OwnerId == by.Id || db.CasesWorkedOn(by.Id).Contains(r.CaseId), ct);
        return await db.Set<ReadPage>()
            .Where(p => p.ReadingRequestId == id && db.ReadingsVisibleTo(by).Any(r => r.Id == id))
            .Join(db.Set<CaseFile>(), p => p.CaseFileId, f => f.Id, (p, f) => new { Page = p, File = f })
            .OrderByDescending(p => p.Page.At)
            .ThenByDescending(p => p.Page.Page)
            .Take(MostShown)
            .Select(p => new ReadPageRow(p.Page.At, isMine ? p.File.Title : "", p.Page.Page, p.Page.Device, p.Page.Address))
            .ToListAsync(ct);
    }

    private async Task<List<FileToRelease>> Files(ReadingRequest request, CancellationToken ct)
    {
        var files = await db.ReadableFiles(request.CaseId)
            .AsNoTracking()
            .OrderBy(f => f.Volume)
            .ThenBy(f => f.Position)
            .ThenBy(f => f.Id)
            .ToListAsync(ct);
        var hashes = files.Select(f => f.Sha256).Distinct().ToList();
        var masked = await db.Set<MaskedFile>()
            .AsNoTracking()
            .Where(m => hashes.Contains(m.FileHash))
            .ToDictionaryAsync(m => m.FileHash, ct);
        var counts = await db.Set<PageMask>()
            .Where(m => hashes.Contains(m.FileHash))
            .GroupBy(m => new { m.FileHash, m.Kind })
            .Select(g => new
            {
                g.Key.FileHash,
                g.Key.Kind,
                Count = g.Count(),
            })
            .ToListAsync(ct);
        var drawn = await db.Set<PreviewPart>()
            .Where(p => hashes.Contains(p.FileHash) && p.Kind == PreviewPartKind.Page && p.Number == 1)
            .Select(p => p.FileHash)
            .ToListAsync(ct);
        var hidden = await db.Set<FilePreview>()
            .Where(p => hashes.Contains(p.FileHash) && p.State == PreviewState.Ready)
            .Select(p => new
            {
                p.FileHash,
                Count = p.Pages - db.Set<PreviewPart>().Count(part => part.FileHash == p.FileHash && part.Kind == PreviewPartKind.Page),
            })
            .ToDictionaryAsync(p => p.FileHash, p => Math.Max(0, p.Count), ct);
        var broken = await db.Set<FilePreview>()
            .Where(p => hashes.Contains(p.FileHash) && (p.State == PreviewState.NotPossible || p.State == PreviewState.Failed))
            .Select(p => p.FileHash)
            .ToListAsync(ct);
        return files.ConvertAll(f => new FileToRelease(
            f,
            request.Files.Exists(r => r.CaseFileId == f.Id && r.IsAsked),
            request.Files.Exists(r => r.CaseFileId == f.Id && r.IsReleased && r.FileHash == f.Sha256),
            masked.GetValueOrDefault(f.Sha256) is { PagesWithoutText: not MaskedFile.NotYet }
                ? counts.Where(c => c.FileHash == f.Sha256).ToDictionary(c => c.Kind, c => c.Count)
                : null,
            masked.GetValueOrDefault(f.Sha256)?.PagesWithoutText ?? 0,
            drawn.Contains(f.Sha256),
            broken.Contains(f.Sha256),
            hidden.GetValueOrDefault(f.Sha256)
        ));
    }

    /// <summary>Earlier requests of the same person in the same case.</summary>
    private async Task<List<ReadBefore>> Before(ReadingRequest request, CancellationToken ct)
    {
        var earlier = await db.Set<ReadingRequest>()
            .AsNoTracking()
            .Include(r => r.Files)
            .Where(r => r.CaseId == request.CaseId && r.IdentityKey == request.IdentityKey && r.AskedAt < request.AskedAt)
            .OrderByDescending(r => r.AskedAt)
            .Take(MostBefore)
            .ToListAsync(ct);
        List<ReadBefore> read = [];
        foreach (var one in earlier)
            read.Add(await Read(one, ct));
        return read;
    }

    private async Task<ReadBefore> Read(ReadingRequest request, CancellationToken ct)
    {
        var pages = await db.Set<ReadPage>()
            .AsNoTracking()
            .Where(p => p.ReadingRequestId == request.Id)
            .OrderByDescending(p => p.At)
            .Take(MostRead)
            .Select(p => new
            {
                p.CaseFileId,
                p.Page,
                p.At,
            })
            .ToListAsync(ct);
        var times = pages.Select(p => p.At).Distinct().Order().ToList();
        var gaps = times.Zip(times.Skip(1), (a, b) => b - a).ToList();
        var minutes = gaps.Where(g => g <= s_pause).Sum(g => g.TotalMinutes) + (times.Count > 0 ? 1 : 0);
        return new ReadBefore(
            request.Id,
            request.AskedAt,
            request.Until,
            request.State,
            request.Files.Count(f => f.IsReleased),
            pages.Select(p => (p.CaseFileId, p.Page)).Distinct().Count(),
            times.Count == 0 ? 0 : 1 + gaps.Count(g => g > s_pause),
            (int)minutes,
            times.Count == 0 ? null : times[^1],
            request.SignedAt
        );
    }

    private static ReadingRow Row(ReadingRequest r, bool isMine, Actor by, ReadingList list) =>
        new(
            r.Id,
            r.Number,
            r.CaseNumber,
            ShownName.InCase(r.ReaderName, isSensitive: false, isMine),
            r.ReaderRole,
            r.State,
            r.AskedAt,
            r.DueAt,
            r.DueOn,
            r.Until,
            r.Level,
            r.UrgeCount,
            r.OwnerReadAt is null && r.OwnerId == by.Id && !r.IsClosed,
            list switch
            {
                ReadingList.ToReview => r.DueAt,
                ReadingList.Open => ChinaTime.StartOf(r.Until!.Value),
                _ => r.ClosedAt!.Value,
            }
        );
}
