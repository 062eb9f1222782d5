using Domain.Attachments;
using Domain.Litigants;
using Domain.WorkOrders;
using Infrastructure.WorkOrders;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using MiniProgramApi.Refusals;
using MiniProgramApi.Security;

namespace MiniProgramApi.Attachments;

internal static class AttachmentsApi
{
    public static void MapAttachments(this RouteGroupBuilder api)
    {
        var attachments = api.MapGroup("/attachments").WithTags("附件");
        attachments
            .MapPost("", Upload)
            .WithMetadata(new RequestSizeLimitAttribute(BodyLimit.Upload))
            .Counted(Limited.Upload)
            .WithSummary("传一个文件：multipart，file 是文件，id 是客户端生成的编号，name 是文件名（可不填）");
        attachments
            .MapGet("/{id:guid}", Open)
            .WithSummary("打开附件")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream");
        attachments.MapDelete("/{id:guid}", Remove).WithSummary("撤回还没发出的附件");
    }

    private static async Task<Results<Created<AttachmentView>, Ok<AttachmentView>>> Upload(
        HttpRequest request,
        Caller caller,
        IFileStore files,
        UploadAsLitigant upload,
        CancellationToken ct
    )
    {
        await using var form = await UploadForm.Read(request, files, ct);
        if (form is not { File: { } file, Id: { } id } || id == Guid.Empty)
            throw RequestErrors.Invalid();
        var (attachment, created) = await upload.Handle(id, form.Name ?? "", file, caller.Actor, ct);
        var view = AttachmentView.Of(attachment);
        return created ? TypedResults.Created($"/api/v1/attachments/{id}", view) : TypedResults.Ok(view);
    }

    private static async Task<FileStreamHttpResult> Open(
        Guid id,
        Caller caller,
        OpenAttachment open,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var (attachment, bytes) = await open.Handle(id, caller.Actor, ct);
        var isShown =
            attachment.ContentType.StartsWith("image/", StringComparison.Ordinal) || attachment.ContentType == FileKind.Pdf.ContentType;
        var disposition = new ContentDispositionHeaderValue(isShown ? "inline" : "attachment");
        disposition.SetHttpFileName(attachment.Name);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        return TypedResults.File(
            bytes,
            attachment.ContentType,
            enableRangeProcessing: true,
            entityTag: new EntityTagHeaderValue($"\"{attachment.Sha256}\"")
        );
    }

    private static async Task<NoContent> Remove(Guid id, Caller caller, RemoveAttachment remove, CancellationToken ct)
    {
        await remove.Handle(id, caller.Actor, ct);
        return TypedResults.NoContent();
    }
}
