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
    bool IsNewest
);

/// <summary>A recipient of a task with the certificate that certifies what is now the case, where there is one.</summary>
/// <param name="CertificateId">Null while there is none of this kind for the present state.</param>
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
    string? Sha256
);

/// <summary>Certificates that were issued, as far as their services may be seen.</summary>
public sealed class CertificateQueries(CourtDb db)
{
    /// <summary>The newest first.</summary>
    /// <param name="after">Where the page before ended; null is the first.</param>
    public async Task<Page<CertificateRow>> Issued(Cursor? after, Actor by, CancellationToken ct)
    {
        var rows = await (await Visible(by, ct))
            .NewestFirst(after, c => c.IssuedAt, c => c.Id)
            .Select(c => new CertificateRow(
                c.Id,
                c.Number,
                c.Kind,
                c.ServiceId,
                c.TaskId,
                c.CaseNumber,
                c.RecipientName,
                c.Pages,
                c.IssuedAt,
                c.IssuedByName,
                !db.Set<ServiceCertificate>()
                    .Any(later => later.ServiceId == c.ServiceId && later.Kind == c.Kind && later.ServiceVersion > c.ServiceVersion)
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
        var visible = db.ServicesVisibleTo(by).AsNoTracking();
        var rows = await (
            from service in visible
            where service.TaskId == taskId
            join plan in db.Set<ServicePlan>() on new { service.TaskId, service.CaseId } equals new { plan.TaskId, plan.CaseId }
            join c in db.Set<ServiceCertificate>().Where(c => c.Kind == kind)
                on new { ServiceId = service.Id, ServiceVersion = service.Version } equals new { c.ServiceId, c.ServiceVersion }
                into certificates
            from certificate in certificates.DefaultIfEmpty()
            orderby plan.Position, service.Position, service.Id
            select new CertifiedService(
                service.Id,
                service.Position,
                service.CaseNumber,
                service.RecipientName,
                service.RecipientRole,
                service.State,
                certificate == null ? null : certificate.Id,
                certificate == null ? null : certificate.Number,
                certificate == null ? 0 : certificate.Pages,
                certificate == null ? null : certificate.Sha256
            )
        ).ToListAsync(ct);
        return (task, rows);
    }
}
