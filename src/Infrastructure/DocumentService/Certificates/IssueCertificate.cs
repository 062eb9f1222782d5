using Domain.Attachments;
using Domain.DocumentService;
using Domain.Shared;
using Infrastructure.Pdf;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Infrastructure.DocumentService.Certificates;

/// <summary>
/// 出具送达回证、电子送达凭证: from one consistent snapshot whose trace, files and conclusions agree, or not at all. The same state gives
/// the same certificate, however often it is asked for.
/// </summary>
public sealed partial class IssueCertificate(
    CourtDb db,
    TakeSnapshot take,
    IFileStore files,
    PdfPrinter printer,
    INumberSource numbers,
    ServiceLinks links,
    TimeProvider clock,
    ILogger<IssueCertificate> log
)
{
    /// <exception cref="RefusedException">
    /// <c>service.not_found</c>, <c>service.not_served</c>, <c>service.notice_runs</c>, <c>service.not_electronic</c>,
    /// <c>service.trace_broken</c>, <c>service.file_broken</c>,
    /// <c>service.conclusion_stale</c>, <c>certificate.printer_down</c>: no PDF is made then.
    /// </exception>
    public async Task<ServiceCertificate> Handle(Guid serviceId, CertificateKind kind, Actor by, CancellationToken ct)
    {
        var snapshot = await Snapshot(serviceId, by, ct);
        var service = snapshot.Service;
        if (service is { State: ServiceState.InNotice, ConcludesAt: { } ends })
            throw CertificateErrors.NoticeRuns(ChinaTime.DayOf(ends));
        if (service.Copies.TrueForAll(c => c.Standing is ServiceStanding.Pending or ServiceStanding.ForClerk))
            throw CertificateErrors.NotServed();
        if (kind == CertificateKind.Voucher && !service.Attempts.Exists(a => a.Channel.IsElectronic()))
            throw CertificateErrors.NotElectronic();
        var (certificate, _) = await db.Once(() => Issued(snapshot, kind, ct), () => Issue(snapshot, kind, by, ct), ct);
        return certificate;
    }

    private async Task<ServiceCertificate> Issue(ServiceSnapshot snapshot, CertificateKind kind, Actor by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (number, code) = (await numbers.Next(ServiceCertificate.Numbers, ChinaTime.DayOf(now), ct), ServedDocument.NewVerifyCode());
        var before = await Newest(snapshot.Service, kind, ct);
        var sheet = new CertificateSheet(kind, snapshot, number, code, links.VerifyAddressOf(number, code), now, by.Name)
        {
            Edition = (before?.Edition ?? 0) + 1,
            SupersedesNumber = before?.Number ?? "",
            Reason = before is null ? "" : snapshot.Outdates(before),
        };
        await using var pdf = await files.Receive(new MemoryStream(await Print(sheet, ct)), ct);
        var pages = await PdfMerge.PageCount(pdf, ct);
        await pdf.Keep(ct);
        var certificate = Row(sheet, pdf.Sha256, pages, by);
        certificate.Issue(by);
        return db.Set<ServiceCertificate>().Add(certificate).Entity;
    }

    private async Task<ServiceSnapshot> Snapshot(Guid serviceId, Actor by, CancellationToken ct)
    {
        try
        {
            return await take.Handle(serviceId, by, ct);
        }
        catch (SnapshotBrokenException broken)
        {
            Broken(log, serviceId, broken.Message);
            throw broken.IsFile ? CertificateErrors.FileBroken() : CertificateErrors.TraceBroken();
        }
    }

    /// <returns>The one that stands; null where there is none, or where what it says is not the case any more.</returns>
    private async Task<ServiceCertificate?> Issued(ServiceSnapshot snapshot, CertificateKind kind, CancellationToken ct) =>
        await Newest(snapshot.Service, kind, ct) is { } newest
        && (newest.ServiceVersion > snapshot.Service.Version || snapshot.Outdates(newest).Length == 0)
            ? newest // of a later fact than this snapshot knows: it stands
            : null;

    private Task<ServiceCertificate?> Newest(Service service, CertificateKind kind, CancellationToken ct) =>
        db.Standing().SingleOrDefaultAsync(c => c.ServiceId == service.Id && c.Kind == kind, ct);

    private async Task<byte[]> Print(CertificateSheet sheet, CancellationToken ct)
    {
        var parameters = new Dictionary<string, object?> { ["Sheet"] = sheet };
        try
        {
            return sheet.Kind == CertificateKind.Return
                ? await printer.Print<ReturnSheet>(parameters, ct)
                : await printer.Print<VoucherSheet>(parameters, ct);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            PrinterDown(log, e);
            throw CertificateErrors.PrinterDown();
        }
    }

    private static ServiceCertificate Row(CertificateSheet sheet, string sha256, int pages, Actor by)
    {
        var service = sheet.Snapshot.Service;
        return new ServiceCertificate
        {
            Id = Guid.CreateVersion7(sheet.IssuedAt),
            Number = sheet.Number,
            VerifyCode = sheet.VerifyCode,
            Kind = sheet.Kind,
            ServiceId = service.Id,
            TaskId = service.TaskId,
            CaseId = service.CaseId,
            CourtId = service.CourtId,
            CourtName = sheet.Snapshot.CourtName,
            CaseNumber = sheet.Snapshot.CaseNumber,
            Cause = sheet.Snapshot.Cause,
            Agents = sheet.Snapshot.Agents,
            Edition = sheet.Edition,
            SupersedesNumber = sheet.SupersedesNumber,
            Reason = sheet.Reason,
            RecipientName = service.RecipientName,
            IsSensitive = service.IsSensitive,
            ServiceVersion = service.Version,
            ServiceHash = service.TraceHash,
            Documents =
            [
                .. sheet.Documents.Select(d => new CertifiedDocument(
                    d.Document.Title,
                    d.Document.Serial,
                    d.Document.Sha256,
                    d.Copy.Standing,
                    d.Copy.EffectiveOn,
                    d.Copy.Rule,
                    d.Copy.Rule?.Chinese(service.Procedure) ?? ""
                )
                {
                    IsWithdrawn = d.Copy.IsWithdrawn,
                }),
            ],
            Sha256 = sha256,
            Pages = pages,
            IssuedAt = sheet.IssuedAt,
            IssuedById = by.Id,
            IssuedByName = by.Name,
        };
    }

    [LoggerMessage(
        Level = LogLevel.Critical,
        Message = "What is stored of service {Service} does not agree with its trace or files, no certificate was issued: {Problem}"
    )]
    private static partial void Broken(ILogger log, Guid service, string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "The browser that prints did not answer")]
    private static partial void PrinterDown(ILogger log, Exception exception);
}
