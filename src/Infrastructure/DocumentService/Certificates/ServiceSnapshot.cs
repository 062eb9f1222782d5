using System.Data;
using Domain.Attachments;
using Domain.Calendar;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Files;
using Infrastructure.Persistence;
using Infrastructure.Tracing;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService.Certificates;

/// <summary>Everything that a certificate says of one service, as it stood at one moment.</summary>
/// <param name="CaseServices">All services of the same task and case: serving the agent serves the party. Their conclusions are worked out anew.</param>
/// <param name="Documents">Frozen, in their order.</param>
/// <param name="MessageIds">The gateway's number of the notice that carried an attempt, by attempt.</param>
/// <param name="CourtName">In full.</param>
/// <param name="CaseNumber">The case's number now.</param>
/// <param name="Calendar">By which its limits were counted.</param>
public sealed record ServiceSnapshot(
    Service Service,
    IReadOnlyList<Service> CaseServices,
    IReadOnlyList<ServedDocument> Documents,
    IReadOnlyList<TraceRow> Trace,
    IReadOnlyDictionary<Guid, string> MessageIds,
    string CourtName,
    string CaseNumber,
    string Cause,
    WorkCalendar Calendar
)
{
    /// <summary>Who acts for the recipient now, see <see cref="CertifiedAgents"/>.</summary>
    public string Agents { get; init; } = "";

    /// <returns>Why a certificate does not say what is the case now; empty where it does.</returns>
    public string Outdates(ServiceCertificate certificate) => certificate.OutdatedBy(Service.Version, CourtName, CaseNumber, Cause, Agents);

    /// <summary>Null where no conclusion is certified.</summary>
    public Statements? Statements { get; init; }

    /// <summary>By copy; data URIs of PNG pictures.</summary>
    public IReadOnlyDictionary<Guid, string> Signatures { get; init; } = new Dictionary<Guid, string>();

    /// <summary>
    /// The recipient's own deliveries, and those to others on which a conclusion rests: what served the party by its agent, and every
    /// signature under a mediation statement. In the order of time.
    /// </summary>
    public IReadOnlyList<Delivery> Deliveries =>
        [
            .. Service
                .Attempts.Select(a => new Delivery(Service, a))
                .Concat(Service.Copies.SelectMany(Others))
                .DistinctBy(d => d.Attempt.Id)
                .OrderBy(d => d.Attempt.QueuedAt)
                .ThenBy(d => d.Attempt.Position),
        ];

    private IEnumerable<Delivery> Others(ServiceCopy copy)
    {
        if (ServedBy(copy) is { } served)
            yield return new Delivery(served.Of, served.Attempt);
        if (copy.Rule != ServiceRule.LastSignature || Statements is null)
            yield break;
        var source = Statements.SourceOf(copy.DocumentId);
        foreach (var of in Statements.Services)
        foreach (var signed in of.Copies.Where(c => c.SignedAttemptId is not null && Statements.SourceOf(c.DocumentId) == source))
            if (of.Attempts.Find(a => a.Id == signed.SignedAttemptId) is { } attempt)
                yield return new Delivery(of, attempt);
    }

    /// <summary>The attempt that served a copy and whose it was: the recipient's own, or one to the party's agent.</summary>
    public (Service Of, ServiceAttempt Attempt)? ServedBy(ServiceCopy copy)
    {
        foreach (var of in CaseServices.Union(Statements?.Services ?? []))
        {
            if (of.Attempts.Find(a => a.Id == copy.ServedByAttemptId) is { } attempt)
                return (of, attempt);
        }

        return null;
    }
}

/// <param name="Of">The service whose attempt it is: the recipient's own, or another's of the same case.</param>
public sealed record Delivery(Service Of, ServiceAttempt Attempt);

/// <summary>Reads the evidence of one service in one snapshot, and gives it out only when all of it agrees.</summary>
public sealed class TakeSnapshot(CourtDb db, IFileStore files, LawOfService laws, TraceVerifier traces, ITraceMac mac, TimeProvider clock)
{
    /// <exception cref="RefusedException"><c>service.not_found</c>; <c>service.conclusion_stale</c> while a change is being counted in.</exception>
    /// <exception cref="SnapshotBrokenException">Something was changed behind the trace's back.</exception>
    public async Task<ServiceSnapshot> Handle(Guid serviceId, Actor by, CancellationToken ct)
    {
        var law = await laws.Current(ct);
        var evidence = await Snapshot(serviceId, law.Calendar, by, ct);
        var service = evidence.Service;
        if (ServiceProof.BreakOf(service, evidence.Trace, evidence.Documents, mac) is { } problem)
            throw new SnapshotBrokenException(isFile: false, problem);
        if (ServiceProof.NotByLaw(evidence.CaseServices, law, clock.GetUtcNow(), evidence.Statements).Any(s => s.Id == service.Id))
            throw CertificateErrors.Stale();
        if (await traces.BreaksOf<Service>([.. evidence.CaseServices.Select(s => s.Id)], ct) is [var unsealed, ..])
            throw new SnapshotBrokenException(isFile: false, unsealed.ToString());
        foreach (var document in evidence.Documents)
            await Check(document.Sha256, document.Serial, ct);
        return evidence with { Signatures = await Signatures(service, ct) };
    }

    /// <summary>One snapshot (PostgreSQL), or what is read stays as it is until the end (SQL Server): never half of a fact.</summary>
    private async Task<ServiceSnapshot> Snapshot(Guid serviceId, WorkCalendar calendar, Actor by, CancellationToken ct)
    {
        await using var snapshot = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var service =
            await db.ServicesVisibleTo(by)
                .AsNoTracking()
                .Include(s => s.Copies.OrderBy(c => c.Position))
                .Include(s => s.Attempts.OrderBy(a => a.Position))
                .AsSplitQuery()
                .SingleOrDefaultAsync(s => s.Id == serviceId, ct)
            ?? throw ServiceErrors.NotFound();
        var ofCase = await db.Set<Service>()
            .AsNoTracking()
            .Where(s => s.TaskId == service.TaskId && s.CaseId == service.CaseId)
            .Include(s => s.Copies)
            .Include(s => s.Attempts)
            .AsSplitQuery()
            .ToListAsync(ct);
        var documentIds = service.Copies.Select(c => c.DocumentId).ToList();
        var documents = await db.Set<ServedDocument>()
            .AsNoTracking()
            .Where(d => documentIds.Contains(d.Id))
            .OrderBy(d => d.Position)
            .ToListAsync(ct);
        var trace = await db.Set<TraceRow>().AsNoTracking().Where(t => t.SubjectId == serviceId).OrderBy(t => t.Sequence).ToListAsync(ct);
        var notices = await db.Set<Notice>()
            .AsNoTracking()
            .Where(n => n.SubjectId == serviceId && n.ProviderId != null)
            .ToDictionaryAsync(n => n.Id, n => n.ProviderId!, ct);
        var court = await db.Set<Court>().Where(c => c.Id == service.CourtId).Select(c => c.FullName).SingleAsync(ct);
        var @case = await db.Set<Case>()
            .AsNoTracking()
            .Include(c => c.Parties.Where(p => p.Id == service.PartyId))
                .ThenInclude(p => p.Agents)
            .SingleAsync(c => c.Id == service.CaseId, ct);
        var statements = await Statements.Of(db, ofCase, ct, tracked: false);
        await snapshot.CommitAsync(ct);
        var messageIds = service
            .Attempts.Where(a => a.NoticeId is { } id && notices.ContainsKey(id))
            .ToDictionary(a => a.Id, a => notices[a.NoticeId!.Value]);
        return new ServiceSnapshot(service, ofCase, documents, trace, messageIds, court, @case.Number, @case.Cause, calendar)
        {
            Statements = statements,
            Agents = CertifiedAgents.Of(@case.Parties.Single(), service.AgentId),
        };
    }

    private async Task<IReadOnlyDictionary<Guid, string>> Signatures(Service service, CancellationToken ct)
    {
        Dictionary<Guid, string> pictures = [];
        foreach (var copy in service.Copies.Where(c => c.SignatureSha256 is not null))
        {
            await Check(copy.SignatureSha256!, "the signature under " + copy.Title, ct);
            await using var picture = await files.Open(copy.SignatureSha256!, ct);
            using var bytes = new MemoryStream();
            await picture.CopyToAsync(bytes, ct);
            pictures.Add(copy.Id, "data:image/png;base64," + Convert.ToBase64String(bytes.ToArray()));
        }

        return pictures;
    }

    private async Task Check(string sha256, string name, CancellationToken ct)
    {
        if (!await files.Holds(sha256, ct))
            throw new SnapshotBrokenException(isFile: true, $"{name}: the bytes are gone or not the ones that were frozen");
    }
}

/// <summary>What is stored does not agree with itself; the message says where, for the log only.</summary>
public sealed class SnapshotBrokenException(bool isFile, string problem) : Exception(problem)
{
    public bool IsFile { get; } = isFile;
}
