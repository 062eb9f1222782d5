using Domain.Attachments;
using Domain.Submissions;
using Infrastructure.Submissions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using MiniProgramApi.Refusals;
using MiniProgramApi.Security;

namespace MiniProgramApi.Submissions;

/// <param name="Answers">What was filled in, by the keys of the kind's fields.</param>
public sealed record FormToPrint(Guid CaseId, IReadOnlyList<SubmittedAnswer> Answers);

/// <summary>A filled form, which is sent as the part that <c>isForm</c>.</summary>
public sealed record PrintedForm(Guid AttachmentId, string Name, long Size, string Sha256);

internal static class FormsApi
{
    public static void MapSubmissionForms(this RouteGroupBuilder api)
    {
        var forms = api.MapGroup("/submissions/forms/{kind}").WithTags("材料和申请");
        forms
            .MapGet("", Empty)
            .Counted(Limited.Create)
            .WithSummary("下载表格：Word 或者 PDF，法院知道的已经填好")
            .Produces(StatusCodes.Status200OK, contentType: DocxForm.ContentType)
            .Produces(StatusCodes.Status200OK, contentType: FileKind.Pdf.ContentType);
        forms.MapPost("/pdf", Filled).Counted(Limited.Create).WithSummary("把填好的内容做成 PDF，作为材料提交");
    }

    public static void MapEffectCertificates(this RouteGroupBuilder api) =>
        api.MapGet("/submissions/{id:guid}/certificate", Certificate)
            .WithTags("材料和申请")
            .WithSummary("打开生效证明")
            .Produces(StatusCodes.Status200OK, contentType: FileKind.Pdf.ContentType);

    private static async Task<FileStreamHttpResult> Certificate(
        Guid id,
        Caller caller,
        OpenEffectCertificate open,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var (certificate, pdf) = await open.Handle(id, caller.Actor, ct);
        ContentDispositionHeaderValue disposition = new("inline");
        disposition.SetHttpFileName(certificate.FileName);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.CacheControl = "no-store";
        return TypedResults.File(pdf, FileKind.Pdf.ContentType, entityTag: new EntityTagHeaderValue($"\"{certificate.Sha256}\""));
    }

    private static async Task<FileContentHttpResult> Empty(
        string kind,
        [FromQuery] Guid caseId,
        Caller caller,
        PrintForm print,
        HttpResponse response,
        CancellationToken ct,
        [FromQuery] string format = "docx"
    )
    {
        var wanted = Read<FormFormat>(format);
        var (name, bytes) = await print.Empty(Read<SubmissionKind>(kind), caseId, wanted, caller.Actor, ct);
        response.Headers.CacheControl = "no-store";
        return TypedResults.File(bytes, wanted == FormFormat.Docx ? DocxForm.ContentType : FileKind.Pdf.ContentType, name);
    }

    private static async Task<Ok<PrintedForm>> Filled(string kind, FormToPrint body, Caller caller, PrintForm print, CancellationToken ct)
    {
        var file = await print.Filled(Read<SubmissionKind>(kind), body.CaseId, body.Answers, caller.Actor, ct);
        return TypedResults.Ok(new PrintedForm(file.Id, file.Name, file.Size, file.Sha256));
    }

    /// <summary>As JSON writes it: <c>feeRefund</c>.</summary>
    private static T Read<T>(string typed)
        where T : struct, Enum =>
        Enum.TryParse<T>(typed, ignoreCase: true, out var read) && Enum.IsDefined(read) ? read : throw RequestErrors.Invalid();
}
