using System.Globalization;
using Domain.Attachments;
using Domain.Shared;
using Domain.Uploads;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using MiniProgramApi.Refusals;
using MiniProgramApi.Security;

namespace MiniProgramApi.Uploads;

/// <summary>Files in pieces, by tus 1.0: what has arrived outlives a cut connection, a closed app and a killed host.</summary>
internal static class UploadsApi
{
    private const int Sha256Length = 64;

    public static void MapUploads(this RouteGroupBuilder api)
    {
        var uploads = api.MapGroup("/uploads").WithTags("分段上传").AddEndpointFilter(TusFilter.Speak);
        api.MapMethods("/uploads", [HttpMethods.Options], Offer).AllowAnonymous().ExcludeFromDescription();
        var pieces = new RequestSizeLimitAttribute(BodyLimit.Pieces);
        uploads
            .MapPost("", Start)
            .WithMetadata(pieces)
            .Counted(Limited.Upload)
            .Produces(StatusCodes.Status201Created)
            .WithSummary("开始传一个文件（tus 1.0）：Upload-Length、Upload-Metadata，编号可放在 Idempotency-Key");
        uploads
            .MapPatch("/{id:guid}", Receive)
            .WithMetadata(pieces)
            .Counted(Limited.UploadPiece)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("接着传：Upload-Offset，可带 Upload-Checksum；不能发 PATCH 的用 POST 加 X-HTTP-Method-Override");
        uploads.MapMethods("/{id:guid}", [HttpMethods.Head], Look).Counted(Limited.UploadPiece).ExcludeFromDescription();
        uploads.MapGet("/{id:guid}", Standing).Counted(Limited.UploadPiece).WithSummary("一个文件传到哪里、法院能不能打开");
        uploads.MapDelete("/{id:guid}", Cancel).WithSummary("不传了");
    }

    private static NoContent Offer(HttpResponse response)
    {
        response.Headers[Tus.Resumable] = Tus.Version;
        response.Headers["Tus-Version"] = Tus.Version;
        response.Headers["Tus-Extension"] = Tus.Extensions;
        response.Headers["Tus-Checksum-Algorithm"] = Tus.Algorithms;
        response.Headers["Tus-Max-Size"] = FileKind.MostBytesOfAny.ToString(CultureInfo.InvariantCulture);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> Start(
        HttpContext context,
        Caller caller,
        StartUpload start,
        ReceivePiece receive,
        CompleteUpload complete,
        CancellationToken ct
    )
    {
        var piece = IsPiece(context.Request) ? new Piece(0, context.Request.Body, Tus.ChecksumOf(context.Request)) : null;
        var (upload, created) = await start.Handle(Wished(context.Request), caller.Actor, ct);
        context.Response.Headers.Location = $"/api/v1/uploads/{upload.Id}";
        if (piece is not null && created)
            await receive.Handle(upload.Id, piece, caller.Actor, ct);
        await Tell(context, upload.Id, caller.Actor, complete);
        return TypedResults.StatusCode(StatusCodes.Status201Created);
    }

    private static async Task<NoContent> Receive(
        Guid id,
        HttpContext context,
        Caller caller,
        ReceivePiece receive,
        CompleteUpload complete,
        CancellationToken ct
    )
    {
        if (!IsPiece(context.Request))
            throw RequestErrors.ContentType();
        var offset = context.Request.Number(Tus.Offset, RequestErrors.Invalid);
        await receive.Handle(id, new Piece(offset, context.Request.Body, Tus.ChecksumOf(context.Request)), caller.Actor, ct);
        await Tell(context, id, caller.Actor, complete);
        return TypedResults.NoContent();
    }

    private static async Task<Ok> Look(Guid id, HttpContext context, Caller caller, CompleteUpload complete)
    {
        await Tell(context, id, caller.Actor, complete);
        return TypedResults.Ok();
    }

    private static async Task<Ok<UploadView>> Standing(
        Guid id,
        Caller caller,
        CompleteUpload complete,
        MyUploads uploads,
        CancellationToken ct
    )
    {
        var upload = await complete.Handle(id, caller.Actor, ct, CancellationToken.None);
        ct.ThrowIfCancellationRequested();
        return TypedResults.Ok(UploadView.Of(upload, uploads.OffsetOf(upload)));
    }

    private static async Task<NoContent> Cancel(Guid id, Caller caller, CancelUpload cancel, CancellationToken ct)
    {
        await cancel.Handle(id, caller.Actor, ct);
        return TypedResults.NoContent();
    }

    /// <summary>A file that has arrived is completed even if the phone is gone by then: nobody else would have to read it all again.</summary>
    private static async Task Tell(HttpContext context, Guid id, Actor by, CompleteUpload complete)
    {
        var upload = await complete.Handle(id, by, context.RequestAborted, CancellationToken.None);
        if (upload.State == UploadState.Refused)
            throw upload.WhyRefused();
        var headers = context.Response.Headers;
        var offset = context.RequestServices.GetRequiredService<MyUploads>().OffsetOf(upload);
        headers[Tus.Offset] = offset.ToString(CultureInfo.InvariantCulture);
        headers[Tus.Length] = upload.Length.ToString(CultureInfo.InvariantCulture);
        headers[Tus.State] = UploadView.Word(upload.State);
        if (upload.State == UploadState.Receiving)
            headers[Tus.Expires] = upload.ExpiresAt.ToString("R", CultureInfo.InvariantCulture);
        if (upload.Sha256 is { } sha256)
            headers[Tus.Sha256] = sha256;
        if (HttpMethods.IsHead(context.Request.Method))
            headers[Tus.Metadata] = Tus.Encoded([("name", upload.Name), ("purpose", upload.Purpose), ("sha256", upload.DeclaredSha256)]);
    }

    private static NewUpload Wished(HttpRequest request)
    {
        var length = request.Number(Tus.Length, UploadErrors.LengthInvalid);
        var metadata = Tus.MetadataOf(request);
        var name = metadata.GetValueOrDefault("name") ?? metadata.GetValueOrDefault("filename");
        var (purpose, sha256) = (metadata.GetValueOrDefault("purpose"), metadata.GetValueOrDefault("sha256"));
        if (
            name is not { Length: > 0 and <= Attachment.NameMaxLength }
            || name.Any(char.IsControl)
            || purpose is { Length: > Upload.PurposeMaxLength }
            || purpose?.Any(char.IsControl) == true
            || (sha256 is not null && (sha256.Length != Sha256Length || !sha256.All(char.IsAsciiHexDigitLower)))
        )
            throw UploadErrors.MetadataInvalid();
        return new NewUpload(IdOf(request), name, length, purpose, sha256);
    }

    private static Guid IdOf(HttpRequest request) =>
        request.Headers[Tus.IdempotencyKey] is not [{ } key] ? Guid.CreateVersion7()
        : Guid.TryParse(key, out var id) && id != Guid.Empty ? id
        : throw RequestErrors.Invalid();

    private static bool IsPiece(HttpRequest request) => request.ContentType == Tus.PieceType;
}
