using Domain.Litigants;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>Who comes to read documents: a litigant with a session, or whoever proved the phone or address of a link.</summary>
/// <param name="By">Of a session; a visit says itself who it is.</param>
/// <param name="Via">The channel by which a session came: WeChat or the account.</param>
public sealed record ServiceReader(Actor? By, ServiceChannel Via, Guid? VisitId = null);

/// <summary>What a reader may reach at this moment, and what the trace says of how they are known.</summary>
/// <param name="Services">Served on the reader, or forwarded to them.</param>
/// <param name="Forwarded">Of services that were forwarded to the reader: copy and service. Only those copies are the reader's.</param>
/// <param name="Evidence">本人实名, 已验手机码 138****8000.</param>
/// <param name="AttemptId">The attempt whose link they followed.</param>
/// <param name="IsVerified">False: nothing can be found for a session before the identity is verified.</param>
public sealed record DocumentReading(
    Actor By,
    ServiceChannel Via,
    string Evidence,
    IQueryable<Service> Services,
    IReadOnlyDictionary<Guid, Guid> Forwarded,
    Guid? LitigantId = null,
    Guid? AttemptId = null,
    bool IsVerified = true
)
{
    public bool IsForwarded(Guid copyId) => Forwarded.ContainsKey(copyId);

    /// <summary>The reader's copies of the services, each with its service.</summary>
    public IQueryable<ReadableCopy> CopiesIn(ICourtDb db)
    {
        List<Guid> services = [.. Forwarded.Values.Distinct()];
        List<Guid> copies = [.. Forwarded.Keys];
        return from s in Services
            join c in db.Set<ServiceCopy>() on s.Id equals c.ServiceId
            where !services.Contains(s.Id) || copies.Contains(c.Id)
            select new ReadableCopy { Service = s, Copy = c };
    }

    public static async Task<DocumentReading> Of(ICourtDb db, ServiceReader reader, DateTimeOffset now, CancellationToken ct) =>
        reader.VisitId is { } visit ? await OfVisit(db, visit, now, ct) : await OfSession(db, reader, ct);

    private static async Task<DocumentReading> OfVisit(ICourtDb db, Guid id, DateTimeOffset now, CancellationToken ct)
    {
        var found =
            await (
                from v in db.RunningVisits(now)
                join s in db.Set<Service>() on v.ServiceId equals s.Id
                where v.Id == id
                select new
                {
                    Visit = v,
                    s.RecipientName,
                    s.LitigantId,
                }
            )
                .AsNoTracking()
                .SingleOrDefaultAsync(ct)
            ?? throw ServedDocumentErrors.VisitOver();
        var visit = found.Visit;
        var evidence =
            visit.Via == ServiceChannel.Email ? $"已验邮箱码 {Masking.Email(visit.Address)}" : $"已验手机码 {Masking.Phone(visit.Address)}";
        return new DocumentReading(
            Actor.Litigant(found.LitigantId ?? visit.Id, found.RecipientName),
            visit.Via,
            evidence,
            db.Set<Service>().Where(s => s.Id == visit.ServiceId),
            new Dictionary<Guid, Guid>(),
            AttemptId: visit.AttemptId
        );
    }

    private static async Task<DocumentReading> OfSession(ICourtDb db, ServiceReader reader, CancellationToken ct)
    {
        var litigant = await db.Set<Litigant>().AsNoTracking().SingleAsync(l => l.Id == reader.By!.Id, ct);
        var evidence = reader.Via == ServiceChannel.WeChat ? "微信登录，本人实名" : "网页登录，本人实名";
        if (!litigant.IsVerified)
            return new DocumentReading(
                reader.By!,
                reader.Via,
                evidence,
                db.Set<Service>().Where(s => false),
                new Dictionary<Guid, Guid>(),
                litigant.Id,
                IsVerified: false
            );
        var forwarded = await db.ForwardedTo(litigant).ToDictionaryAsync(c => c.Id, c => c.ServiceId, ct);
        return new DocumentReading(
            litigant.AsActor(),
            reader.Via,
            evidence,
            db.ServicesOf(litigant, [.. forwarded.Values.Distinct()]),
            forwarded,
            litigant.Id
        );
    }
}

/// <summary>A document of the reader's, with the service that it belongs to.</summary>
public sealed class ReadableCopy
{
    public required Service Service { get; init; }
    public required ServiceCopy Copy { get; init; }
}
