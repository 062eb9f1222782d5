using Domain.Attachments;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Given;

namespace EndToEnd.Tests.DocumentService;

/// <summary>Documents served in one case of 越秀法院民一庭, with a file of each kind, and everything about them that no stranger may read.</summary>
internal sealed record ServedScene(
    Case Case,
    Service Service,
    Staff Clerk,
    CaseDocument HandedOver,
    Attachment Uploaded,
    ServiceCertificate Certificate,
    PostBatch Batch,
    GivenEvidence Evidence
)
{
    public Guid DocumentId => Service.Copies[0].DocumentId;

    public IEnumerable<string> Secrets =>
        [
            Case.Number[6..],
            CaseNumber.DisplayOf(Case.Number),
            Service.TaskNumber,
            Service.RecipientName,
            Service.RecipientPhone,
            HandedOver.Title,
            Uploaded.Name,
            Certificate.Number,
            Batch.Number,
        ];

    /// <summary>The same address for what there is not.</summary>
    public string ForMissing(string path) =>
        _missing.Aggregate(path, (p, ids) => p.Replace(ids.Key.ToString(), ids.Value.ToString(), StringComparison.Ordinal));

    private readonly Dictionary<Guid, Guid> _missing = new[]
    {
        Case.Id,
        Service.Id,
        Service.TaskId,
        Service.Copies[0].DocumentId,
        HandedOver.Id,
        Uploaded.Id,
        Certificate.Id,
        Batch.Id,
        Evidence.Id,
    }.ToDictionary(id => id, _ => Guid.CreateVersion7());

    public static async Task<ServedScene> Of(CourtData data)
    {
        var clerk = await data.Staff(Role.Clerk, await data.Division());
        await data.GivePassword(clerk);
        var @case = await data.Case(await data.Litigant("上官秋白"));
        var service = (await data.BegunServices(@case, clerk)).Single();
        var sha256 = await data.Pdf("of the walk");
        var by = await data.ActorOf(clerk);
        var (handedOver, uploaded, certificate, batch) = await data.Use(
            async (ICourtDb db) =>
            {
                var handedOver = new CaseDocument
                {
                    Id = Guid.CreateVersion7(),
                    CaseId = @case.Id,
                    ExternalId = $"W{Guid.CreateVersion7():N}",
                    Kind = DocumentKind.Ruling,
                    Title = "财产保全裁定之巡查件",
                    Position = 1,
                    Sha256 = sha256,
                    Pages = 1,
                };
                var uploaded = new Attachment
                {
                    Id = Guid.CreateVersion7(),
                    UploadedById = clerk.Id,
                    Name = "巡查上传件.pdf",
                    ContentType = "application/pdf",
                    Size = 700,
                    Sha256 = sha256,
                    UploadedAt = data.Now(),
                    Pages = 1,
                };
                var certificate = new ServiceCertificate
                {
                    Id = Guid.CreateVersion7(),
                    Number = $"SDHZ20261120-{CourtData.Next():D6}",
                    VerifyCode = ServedDocument.NewVerifyCode(),
                    Kind = CertificateKind.Voucher,
                    ServiceId = service.Id,
                    TaskId = service.TaskId,
                    CaseId = @case.Id,
                    CourtId = @case.CourtId,
                    CourtName = service.CourtName,
                    CaseNumber = @case.Number,
                    RecipientName = service.RecipientName,
                    ServiceHash = new string('0', 64),
                    Sha256 = sha256,
                    Pages = 1,
                    IssuedAt = data.Now(),
                    IssuedById = clerk.Id,
                    IssuedByName = clerk.Name,
                };
                certificate.Issue(by);
                var batch = new PostBatch
                {
                    Id = Guid.CreateVersion7(),
                    Number = $"JJ20261120-{CourtData.Next():D4}",
                    CourtId = @case.CourtId,
                    DivisionId = @case.DivisionId,
                    ById = clerk.Id,
                    ByName = clerk.Name,
                    At = data.Now(),
                    Pieces = 1,
                };
                db.Set<CaseDocument>().Add(handedOver);
                db.Set<Attachment>().Add(uploaded);
                db.Set<ServiceCertificate>().Add(certificate);
                db.Set<PostBatch>().Add(batch);
                await db.SaveChangesAsync(CancellationToken.None);
                return (handedOver, uploaded, certificate, batch);
            }
        );
        await data.Use(
            (ServiceDesk desk) => desk.Change(service.Id, by, (s, now) => s.Delivered(s.Attempts[0].Id, now, now), CancellationToken.None)
        );
        var evidence = CourtDataServing.Evidence(service, "巡查") with { AttachmentId = uploaded.Id };
        await data.Use((RecordReply record) => record.Handle(evidence, data.Now(), by, CancellationToken.None));
        return new ServedScene(@case, service, clerk, handedOver, uploaded, certificate, batch, evidence);
    }
}

/// <summary>Every route of the Portal about service: one line says how it is asked for. A route without a line fails the walk.</summary>
internal static class ServiceWalk
{
    /// <summary>A route belongs here when its pattern says one of these.</summary>
    private static readonly string[] s_words = ["service", "document", "certificate", "address-confirmation"];

    private static readonly Dictionary<string, Func<ServedScene, string>> s_lines = new()
    {
        ["/service/search"] = _ => "/service/search?state=Effective",
        ["/service/statistics"] = _ => "/service/statistics",
        ["/exports/services"] = _ => "/exports/services?format=csv&state=Effective",
        ["/exports/service-statistics"] = _ => "/exports/service-statistics?format=csv",
        ["/service/{Id:guid}"] = s => $"/service/{s.Service.Id}",
        ["/service/tasks"] = _ => "/service/tasks",
        ["/service/tasks/{Id:guid}"] = s => $"/service/tasks/{s.Service.TaskId}",
        ["/service/tasks/{Id:guid}/certificates"] = s => $"/service/tasks/{s.Service.TaskId}/certificates",
        ["/service/tasks/{Id:guid}/print"] = s => $"/service/tasks/{s.Service.TaskId}/print",
        ["/service/tasks/{id:guid}/certificates.pdf"] = s => $"/service/tasks/{s.Service.TaskId}/certificates.pdf",
        ["/service/tasks/{id:guid}/envelopes.pdf"] = s => $"/service/tasks/{s.Service.TaskId}/envelopes.pdf",
        ["/service/{serviceId:guid}/certificate"] = s => $"/service/{s.Service.Id}/certificate",
        ["/service/certificates"] = _ => "/service/certificates",
        ["/service/certificates/{id:guid}"] = s => $"/service/certificates/{s.Certificate.Id}",
        ["/service/duties"] = _ => "/service/duties",
        ["/service/new"] = _ => "/service/new",
        ["/service/new/{Id:guid}"] = s => $"/service/new/{s.Case.Id}",
        ["/service/batch"] = _ => "/service/batch",
        ["/service/preview/uploads/{id:guid}"] = s => $"/service/preview/uploads/{s.Uploaded.Id}",
        ["/service/preview/handed-over/{id:guid}"] = s => $"/service/preview/handed-over/{s.HandedOver.Id}",
        ["/service/documents/{id:guid}/file"] = s => $"/service/documents/{s.DocumentId}/file",
        ["/service/post-batches/{id:guid}"] = s => $"/service/post-batches/{s.Batch.Id}",
        ["/service/plans"] = _ => "/service/plans",
        ["/service/tasks/{Id:guid}/correct"] = s => $"/service/tasks/{s.Service.TaskId}/correct",
        ["/service/{Id:guid}/law"] = s => $"/service/{s.Service.Id}/law",
        ["/service/effective"] = _ => "/service/effective",
        ["/service/effective/{Id:guid}"] = s => $"/service/effective/{s.Case.Id}",
        ["/service-evidence/{id:guid}"] = s => $"/service-evidence/{s.Evidence.Id}",
        ["/submissions/{id:guid}/certificate"] = s => $"/submissions/{s.Case.Id}/certificate", // with one: its own tests
        ["/address-confirmations"] = _ => "/address-confirmations",
        ["/address-confirmations/case/{Id:guid}"] = s => $"/address-confirmations/case/{s.Case.Id}",
        ["/address-confirmations/{Id:guid}"] = s => $"/address-confirmations/{s.Case.Id}",
        ["/address-confirmations/{id:guid}/signature"] = s => $"/address-confirmations/{s.Case.Id}/signature",
    };

    public static bool IsAboutService(string pattern) => s_words.Any(w => pattern.Contains(w, StringComparison.OrdinalIgnoreCase));

    /// <returns>Null where nobody has said how the route is asked for.</returns>
    public static string? Path(string pattern, ServedScene scene) => s_lines.GetValueOrDefault("/" + pattern.TrimStart('/'))?.Invoke(scene);
}
