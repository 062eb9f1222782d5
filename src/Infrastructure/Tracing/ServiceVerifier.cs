using System.Data;
using Domain.DocumentService;
using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tracing;

/// <summary>
/// Whether services of documents still say what their traces say, and the law what is stored; and whether certificates were made from
/// traces that are still the same. Task by task, so that memory does not grow with the tables.
/// </summary>
public sealed class ServiceVerifier(CourtDb db, LawOfService laws, TimeProvider clock)
{
    /// <param name="findings">Gets what was found.</param>
    public async Task Verify(TraceFindings findings, CancellationToken ct)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        var law = await laws.Current(ct);
        var tasks = await db.Set<ServiceTask>().OrderBy(t => t.Id).Select(t => t.Id).ToListAsync(ct);
        foreach (var task in tasks)
        {
            try
            {
                await using var snapshot = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
                await VerifyTask(task, law, findings, ct);
                await snapshot.CommitAsync(ct);
            }
            catch (Exception e) when (Unreadable.Is(e))
            {
                findings.Add($"service_tasks {task}", 0, Unreadable.Problem(e));
            }
        }

        await FindDocumentsOfNoTask(findings, ct);
        await FindForeignCertificates(findings, ct);
    }

    private async Task VerifyTask(Guid id, ServiceLaw law, TraceFindings findings, CancellationToken ct)
    {
        var task = await db.Set<ServiceTask>().AsNoTracking().SingleAsync(t => t.Id == id, ct);
        var plans = await db.Set<ServicePlan>().AsNoTracking().Where(p => p.TaskId == id).ToListAsync(ct);
        var confirmed = await db.Set<TraceRow>()
            .AsNoTracking()
            .Where(t => t.SubjectId == id && t.Kind == ServiceFacts.Confirmed)
            .ToListAsync(ct);
        if (ServiceTaskProof.BreakOf(task, confirmed, plans) is { } problem)
            findings.Add(task.Number, task.Version, problem);
        var services = await VerifyServices(id, law, findings, ct);
        foreach (var plan in ServiceTaskProof.NeverBegun(plans, services))
            findings.Add(
                task.Number,
                task.Version,
                $"the plan for {plan.CaseNumber} is said to have begun, but not all of its services exist"
            );
    }

    /// <returns>The ids of the task's services.</returns>
    private async Task<IReadOnlySet<Guid>> VerifyServices(Guid task, ServiceLaw law, TraceFindings findings, CancellationToken ct)
    {
        var services = await db.Set<Service>()
            .AsNoTracking()
            .Where(s => s.TaskId == task)
            .OrderBy(s => s.CaseId)
            .ThenBy(s => s.Position)
            .Include(s => s.Copies.OrderBy(c => c.Position))
            .Include(s => s.Attempts.OrderBy(a => a.Position))
            .AsSplitQuery()
            .ToListAsync(ct);
        var frozen = await db.Set<ServedDocument>().AsNoTracking().Where(d => d.TaskId == task).OrderBy(d => d.Serial).ToListAsync(ct);
        var documents = frozen.ToLookup(d => d.CaseId);
        List<ServedDocument> begun = [];
        foreach (var ofCase in services.GroupBy(s => s.CaseId))
        {
            var ids = ofCase.Select(s => s.Id).ToList();
            var trace = (
                await db.Set<TraceRow>().AsNoTracking().Where(t => ids.Contains(t.SubjectId)).OrderBy(t => t.Sequence).ToListAsync(ct)
            ).ToLookup(t => t.SubjectId);
            begun.AddRange(documents[ofCase.Key].Except(ServiceProof.NotBegun(documents[ofCase.Key], trace.SelectMany(t => t))));
            foreach (var service in ofCase)
            {
                if (ServiceProof.BreakOfFacts(service, [.. trace[service.Id]], [.. documents[service.CaseId]]) is { } problem)
                    findings.Add(NameOf(service), service.Version, problem);
            }

            var statements = await Statements.Of(db, [.. ofCase], ct, tracked: false);
            foreach (var other in ServiceProof.NotByLaw([.. ofCase], law, clock.GetUtcNow(), statements))
                findings.Add(NameOf(other), other.Version, "the stored conclusion is not what the law makes of the facts");
        }

        foreach (var document in frozen.Except(begun))
            findings.Add(NameOf(document), 0, "no service began with this document");
        return services.Select(s => s.Id).ToHashSet();
    }

    private async Task FindDocumentsOfNoTask(TraceFindings findings, CancellationToken ct)
    {
        var serials = db.Set<ServedDocument>()
            .Where(d => !db.Set<ServiceTask>().Any(t => t.Id == d.TaskId))
            .OrderBy(d => d.Serial)
            .Select(d => d.Serial);
        await foreach (var serial in serials.AsAsyncEnumerable().WithCancellation(ct))
            findings.Add($"served_documents {serial}", 0, "it is of no task");
    }

    private async Task FindForeignCertificates(TraceFindings findings, CancellationToken ct)
    {
        var foreign = db.Set<ServiceCertificate>()
            .Where(c =>
                !db.Set<TraceRow>().Any(t => t.SubjectId == c.ServiceId && t.Sequence == c.ServiceVersion && t.Hash == c.ServiceHash)
            )
            .OrderBy(c => c.Number);
        await foreach (var certificate in foreign.Select(c => new { c.Number, c.ServiceVersion }).AsAsyncEnumerable().WithCancellation(ct))
            findings.Add(certificate.Number, certificate.ServiceVersion, "the certificate names a trace that is not the service's");
    }

    private static string NameOf(ServedDocument document) => $"served_documents {document.Serial}";

    private static string NameOf(Service service) => $"{service.TaskNumber} {service.CaseNumber}";
}
