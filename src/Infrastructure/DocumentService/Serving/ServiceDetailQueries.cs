using Domain.Calendar;
using Domain.DocumentService;
using Domain.Notifications;
using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService;

/// <summary>One service with everything that happened to it.</summary>
public sealed class ServiceDetailQueries(CourtDb db, ServiceTaskQueries tasks, NoticeConditions conditions, LawOfService laws)
{
    /// <returns>Null when there is none, or the reader may not see it.</returns>
    public async Task<ServiceDetail?> Read(Guid id, Actor by, CancellationToken ct)
    {
        var service = await db.ServicesVisibleTo(by)
            .AsNoTracking()
            .Include(s => s.Copies.OrderBy(c => c.Position))
            .Include(s => s.Attempts.OrderBy(a => a.Position))
            .AsSplitQuery()
            .SingleOrDefaultAsync(s => s.Id == id, ct);
        if (service is null)
            return null;
        var documents = service.Copies.ConvertAll(c => c.DocumentId);
        var hinges = await conditions.HingesOnProcedure(id, ct);
        return new ServiceDetail(
            service,
            ServiceTaskQueries.RowOf(service, await tasks.Serving([service], ct)),
            await db.Set<ServedDocument>().AsNoTracking().Where(d => documents.Contains(d.Id)).OrderBy(d => d.Position).ToListAsync(ct),
            await db.Set<TraceRow>().AsNoTracking().Where(t => t.SubjectId == id).OrderBy(t => t.Sequence).ToListAsync(ct),
            await db.Set<Notice>().AsNoTracking().Where(n => n.SubjectId == id).OrderBy(n => n.CreatedAt).ThenBy(n => n.Id).ToListAsync(ct),
            await db.Set<ServiceAddress>()
                .AsNoTracking()
                .Where(a =>
                    a.CaseId == service.CaseId
                    && a.PartyId == service.PartyId
                    && a.AgentId == service.AgentId
                    && a.EndedAt == null
                    && (a.Kind == AddressKind.Postal || a.Kind == AddressKind.Fax)
                )
                .OrderBy(a => a.Basis)
                .ThenByDescending(a => a.AddedAt)
                .ToListAsync(ct),
            await db.ServicesHandledBy(by).AnyAsync(s => s.Id == id, ct),
            await db.AppealRouteOf(service, ct),
            hinges && service.IsSummary is null,
            hinges && service.IsSummary == true
                ? ServiceEntryErrors.SummaryProcedure()
                : service.WhyNoNotice(NoticeGround.Missing) ?? await conditions.Beside(id, NoticeGround.Missing, ct),
            await NoticeEnds(service, ct)
        );
    }

    private async Task<CountedDay?> NoticeEnds(Service service, CancellationToken ct)
    {
        var running = service.Attempts.Find(a => a is { Channel: ServiceChannel.PublicNotice, State: AttemptState.Sent });
        if (running?.PublishedOn is not { } on)
            return null;
        var law = await laws.Current(ct);
        return law.Calendar.Counted(law.For(service.HasDomicile).NoticeEnds(on, running.NoticeDays));
    }
}

/// <param name="Addresses">Known postal addresses and fax numbers, as they are.</param>
/// <param name="NoNotice">Why there may be no public notice now; null where there may be one.</param>
/// <param name="AsksProcedure">Whether there may be a public notice depends on a procedure that the trial system does not tell.</param>
/// <param name="NoticeEnds">视为送达之日 of the public notice that runs; null where none does.</param>
/// <param name="MayHandle">The reader may enter what became of it.</param>
public sealed record ServiceDetail(
    Service Service,
    RecipientRow Row,
    IReadOnlyList<ServedDocument> Documents,
    IReadOnlyList<TraceRow> Trace,
    IReadOnlyList<Notice> Notices,
    IReadOnlyList<ServiceAddress> Addresses,
    bool MayHandle,
    AppealRoute? Appeal,
    bool AsksProcedure,
    RefusedException? NoNotice,
    CountedDay? NoticeEnds
);
