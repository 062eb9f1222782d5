using Domain.Attachments;
using Domain.Calendar;
using Domain.DocumentService;
using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService;

public sealed record EvidenceRow(ServiceEvidence Evidence, string? FileName);

/// <summary>The law's side of one service.</summary>
/// <param name="Limits">By copy: 上诉期至 2026-12-07，还有 17 天, and why that day.</param>
/// <param name="MayRecord">The reader records facts of this service.</param>
public sealed record ServiceLawView(
    Service Service,
    IReadOnlyDictionary<Guid, LimitText> Limits,
    IReadOnlyList<EvidenceRow> Evidence,
    bool MayRecord,
    AppealRoute? Appeal
);

public sealed record LimitText(string Words, string Reason);

public sealed class ServiceLawQueries(CourtDb db, ICalendars calendars, TimeProvider clock)
{
    /// <returns>Null when there is no such service for the reader.</returns>
    public async Task<ServiceLawView?> Find(Guid id, Actor by, CancellationToken ct)
    {
        var service = await db.ServicesVisibleTo(by)
            .AsNoTracking()
            .Include(s => s.Copies)
            .Include(s => s.Attempts)
            .AsSplitQuery()
            .SingleOrDefaultAsync(s => s.Id == id, ct);
        if (service is null)
            return null;
        service.Copies.Sort((a, b) => a.Position.CompareTo(b.Position));
        service.Attempts.Sort((a, b) => a.Position.CompareTo(b.Position));
        var (calendar, today) = (await calendars.Current(ct), ChinaTime.DayOf(clock.GetUtcNow()));
        var evidence = await (
            from e in db.Set<ServiceEvidence>().AsNoTracking()
            join a in db.Set<Attachment>() on e.AttachmentId equals a.Id into files
            from file in files.DefaultIfEmpty()
            where e.ServiceId == id
            orderby e.AddedAt
            select new EvidenceRow(e, file.Name)
        ).ToListAsync(ct);
        return new ServiceLawView(
            service,
            service
                .Copies.Where(c => c.LimitEndsOn is not null)
                .ToDictionary(c => c.Id, c => new LimitText(LimitWords.Of(c, calendar, today), LimitWords.Reason(c, calendar))),
            evidence,
            await db.ServicesHandledBy(by).AnyAsync(s => s.Id == id, ct),
            await db.AppealRouteOf(service, ct)
        );
    }

    /// <returns>The file of a piece of evidence; null when there is none for the reader.</returns>
    public Task<EvidenceFile?> EvidenceFile(Guid evidenceId, Actor by, CancellationToken ct)
    {
        var visible = db.ServicesVisibleTo(by);
        return (
            from e in db.Set<ServiceEvidence>()
            join file in db.Set<Attachment>() on e.AttachmentId equals file.Id
            where e.Id == evidenceId && visible.Any(s => s.Id == e.ServiceId)
            select new EvidenceFile(file.Name, file.ContentType, file.Sha256)
        ).SingleOrDefaultAsync(ct);
    }
}

public sealed record EvidenceFile(string Name, string ContentType, string Sha256);
