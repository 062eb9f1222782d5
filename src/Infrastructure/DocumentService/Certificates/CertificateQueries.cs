using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService.Certificates;

/// <param name="IsNewest">No later certificate of the same kind and service.</param>
public sealed record CertificateRow(
    Guid Id,
    string Number,
    CertificateKind Kind,
    Guid ServiceId,
    Guid TaskId,
    string CaseNumber,
    string RecipientName,
    int Pages,
    DateTimeOffset IssuedAt,
    string IssuedByName,
    int Edition,
    string Reason,
    bool IsNewest
);

/// <summary>A recipient of a task with the certificate that certifies what is now the case, where there is one.</summary>
/// <param name="CertificateId">Null while there is none of this kind that says what is the case.</param>
/// <param name="Outdated">Why the one that was issued does not; empty where none was issued, or it does.</param>
public sealed record CertifiedService(
    Guid ServiceId,
    int Position,
    string CaseNumber,
    string RecipientName,
    string RecipientRole,
    ServiceState State,
    Guid? CertificateId,
    string? Number,
    int Pages,
    string? Sha256,
    string Outdated
);

/// <summary>Certificates that were issued, as far as their services may be seen.</summary>
public sealed class CertificateQueries(CourtDb db)
{
    /// <summary>The newest first.</summary>
    /// <param name="after">Where the page before ended; null is the first.</param>
    public async Task<Page<CertificateRow>> Issued(Cursor? after, Actor by, CancellationToken ct)
    {
        var standing = db.Standing();
        var rows = await (await Visible(by, ct))
            .NewestFirst(after, c => c.IssuedAt, c => c.Id)
            .Select(c => new CertificateRow(
                c.Id,
                c.Number,
                c.Kind,
                c.ServiceId,
                c.TaskId,
                c.CaseNumber,
                ShownName.Whole(c.RecipientName, c.IsSensitive),
                c.Pages,
                c.IssuedAt,
                c.IssuedByName,
                c.Edition,
                c.Reason,
                standing.Any(s => s.Id == c.Id)
            ))
            .ToListAsync(ct);
        return Page<CertificateRow>.Of(rows, r => new Cursor(r.IssuedAt, r.Id));
    }

    /// <summary>By the court, or by a judge's few cases, which an index holds in the order of the list; who may is said by the services.</summary>
    private async Task<IQueryable<ServiceCertificate>> Visible(Actor by, CancellationToken ct)
    {
        var visible = db.ServicesVisibleTo(by);
        var certificates = db.Set<ServiceCertificate>().AsNoTracking();
        switch (by.ExtentOf(Feature.Services))
        {
            case Extent.All:
                return certificates;
            case Extent.Cases:
                var cases = await db.CasesSatOn(by.Id).ToListAsync(ct);
                return certificates.Where(c => cases.Contains(c.CaseId));
            default:
                var court = by.Post!.CourtId;
                return certificates.Where(c => c.CourtId == court && visible.Any(s => s.Id == c.ServiceId));
        }
    }

    /// <summary>All recipients of a task in its order; null when there is no such task for this person.</summary>
    public async Task<(ServiceTask Task, IReadOnlyList<CertifiedService> Services)?> OfTask(
        Guid taskId,
        CertificateKind kind,
        Actor by,
        CancellationToken ct
    )
    {
        if (await db.ServiceTasksVisibleTo(by).AsNoTracking().SingleOrDefaultAsync(t => t.Id == taskId, ct) is not { } task)
            return null;
        var (visible, standing) = (db.ServicesVisibleTo(by).AsNoTracking(), db.Standing());
        var rows = await (
            from service in visible
            where service.TaskId == taskId
            join plan in db.Set<ServicePlan>() on new { service.TaskId, service.CaseId } equals new { plan.TaskId, plan.CaseId }
            orderby plan.Position, service.Position, service.Id
            select new { Service = service, Certificate = standing.FirstOrDefault(c => c.ServiceId == service.Id && c.Kind == kind) }
        ).ToListAsync(ct);
        var cases = await CasesOf(rows.Select(r => r.Service.CaseId), ct);
        return (task, rows.ConvertAll(r => Row(r.Service, r.Certificate)));

        CertifiedService Row(Service service, ServiceCertificate? newest)
        {
            var (court, @case) = cases[service.CaseId];
            var agents = CertifiedAgents.Of(@case.Parties.Single(p => p.Id == service.PartyId), service.AgentId);
            var outdated = newest?.OutdatedBy(service.Version, court, @case.Number, @case.Cause, agents) ?? "";
            var standing = outdated.Length == 0 ? newest : null;
            return new CertifiedService(
                service.Id,
                service.Position,
                service.CaseNumber,
                ShownName.Whole(service.RecipientName, service.IsSensitive),
                service.RecipientRole,
                service.State,
                standing?.Id,
                standing?.Number,
                standing?.Pages ?? 0,
                standing?.Sha256,
                outdated
            );
        }
    }

    /// <returns>By id, with parties and agents, and the court's full name.</returns>
    private async Task<Dictionary<Guid, (string Court, Case Case)>> CasesOf(IEnumerable<Guid> ids, CancellationToken ct)
    {
        var wanted = ids.Distinct().ToList();
        var cases = await db.Set<Case>()
            .AsNoTracking()
            .Where(c => wanted.Contains(c.Id))
            .Include(c => c.Parties)
                .ThenInclude(p => p.Agents)
            .AsSplitQuery()
            .ToListAsync(ct);
        var courts = await db.Set<Court>().ToDictionaryAsync(c => c.Id, c => c.FullName, ct);
        return cases.ToDictionary(c => c.Id, c => (courts[c.CourtId], c));
    }
}
