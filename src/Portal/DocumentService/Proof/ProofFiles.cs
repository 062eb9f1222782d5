using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.DocumentService.Certificates;
using Infrastructure.DocumentService.Envelopes;
using Portal.App;
using Portal.Shared;

namespace Portal.DocumentService.Proof;

/// <summary>Certificates and envelopes as PDF, for staff who may see the service.</summary>
internal static class ProofFiles
{
    public static void MapProofFiles(this IEndpointRouteBuilder app)
    {
        var files = app.MapGroup("/service").RequireReach(Feature.Services);
        files.MapGet("/{serviceId:guid}/certificate", Issue);
        files.MapGet("/certificates/{id:guid}", Open);
        files.MapGet("/tasks/{id:guid}/certificates.pdf", Merge);
        files.MapGet("/tasks/{id:guid}/envelopes.pdf", Print);
    }

    public static string Address(Guid serviceId, CertificateKind kind) => $"/service/{serviceId}/certificate?kind={kind}";

    /// <summary>Issuing twice for the same state gives the same certificate, so that a GET does no harm.</summary>
    private static Task<IResult> Issue(
        Guid serviceId,
        CertificateKind? kind,
        HttpContext http,
        IssueCertificate issue,
        OpenCertificate open,
        CancellationToken ct
    ) =>
        Answer(
            http,
            async me =>
            {
                var certificate = kind is { } wanted
                    ? await issue.Handle(serviceId, wanted, me, ct)
                    : await Fitting(serviceId, issue, me, ct);
                return await Pdf(http, await open.Handle(certificate.Id, me, ct));
            }
        );

    /// <summary>The voucher, or for what never went out electronically the return form.</summary>
    private static async Task<ServiceCertificate> Fitting(Guid serviceId, IssueCertificate issue, Actor me, CancellationToken ct)
    {
        try
        {
            return await issue.Handle(serviceId, CertificateKind.Voucher, me, ct);
        }
        catch (RefusedException refused) when (refused.Code == CertificateErrors.NotElectronic().Code)
        {
            return await issue.Handle(serviceId, CertificateKind.Return, me, ct);
        }
    }

    private static Task<IResult> Open(Guid id, HttpContext http, OpenCertificate open, CancellationToken ct) =>
        Answer(http, async me => await Pdf(http, await open.Handle(id, me, ct)));

    private static Task<IResult> Merge(Guid id, CertificateKind? kind, HttpContext http, MergeCertificates merge, CancellationToken ct) =>
        Answer(
            http,
            async me =>
            {
                var (path, number) = await merge.Handle(id, kind ?? CertificateKind.Voucher, me, ct);
                return Temporary(path, $"{(kind ?? CertificateKind.Voucher).Chinese()}合订-{number}.pdf");
            }
        );

    private static Task<IResult> Print(Guid id, HttpContext http, PrintEnvelopes print, CancellationToken ct) =>
        Answer(
            http,
            async me =>
            {
                var (path, number) = await print.Handle(id, me, ct);
                return Temporary(path, $"邮寄送达-{number}.pdf");
            }
        );

    private static Task<IResult> Pdf(HttpContext http, (ServiceCertificate Certificate, Stream Bytes) opened)
    {
        // Shown in the browser, saved under its number.
        http.Response.Headers.ContentDisposition = $"inline; filename*=UTF-8''{Uri.EscapeDataString(opened.Certificate.FileName)}";
        return Task.FromResult(Results.File(opened.Bytes, "application/pdf"));
    }

    private static IResult Temporary(string path, string name) =>
        Results.File(
            new FileStream(
                path,
                FileMode.Open,
                FileAccess.Read,
                FileShare.Read,
                64 * 1024,
                FileOptions.DeleteOnClose | FileOptions.Asynchronous
            ),
            "application/pdf",
            name
        );

    private static async Task<IResult> Answer(HttpContext http, Func<Actor, Task<IResult>> answer)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        try
        {
            return await answer(http.User.ToActor());
        }
        catch (RefusedException refused)
            when (refused.Refusal == Refusal.NotFound && refused.Code != CertificateErrors.NothingToPrint().Code)
        {
            return Results.NotFound();
        }
        catch (RefusedException refused)
        {
            var status = refused.Refusal switch
            {
                Refusal.Unavailable => StatusCodes.Status503ServiceUnavailable,
                Refusal.NotFound => StatusCodes.Status404NotFound,
                _ => StatusCodes.Status409Conflict,
            };
            return Results.Content(RefusedSheet.Html("没有生成 PDF", refused.Message), "text/html; charset=utf-8", statusCode: status);
        }
    }
}
