using System.ComponentModel.DataAnnotations;
using Domain.DocumentService;
using Infrastructure.DocumentService.Certificates;
using Infrastructure.DocumentService.Recipients;
using Infrastructure.Paging;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using MiniProgramApi.App;
using MiniProgramApi.Refusals;
using MiniProgramApi.Security;

namespace MiniProgramApi.DocumentService;

/// <param name="Signature">The handwritten name, PNG in base64; null confirms without one.</param>
public sealed record Signing(IReadOnlyList<Guid> Ids, string? Signature = null);

public sealed record Forwarding(Guid AgentId);

public sealed record Objecting(ObjectionKind Kind, [property: MaxLength(ServiceTask.ReasonMaxLength)] string Words = "");

public sealed record DocumentList(IReadOnlyList<DocumentView> Items);

public sealed record DocumentCaseList(IReadOnlyList<DocumentCase> Items);

/// <summary>Documents served on the caller, who has a session or came by the link of an SMS or an e-mail.</summary>
internal static class DocumentsApi
{
    /// <summary>The picture in base64, and the ids.</summary>
    private const int LargestSigning = SignaturePicture.MaxBytes * 2;

    public static void MapDocuments(this RouteGroupBuilder api)
    {
        var documents = api.MapGroup("/documents").WithTags("文书").WithMetadata(new TakesVisit()).AddEndpointFilter(HideFromRobots);
        documents.MapGet("", List).WithSummary("送达给我的文书");
        documents.MapGet("/cases", Cases).WithSummary("按案件看文书");
        documents.MapGet("/{id:guid}", Detail).WithSummary("一份文书：打开以前和以后");
        documents
            .MapGet("/{id:guid}/file", Open)
            .WithSummary("打开文书（每次都留痕）")
            .Produces(StatusCodes.Status200OK, contentType: "application/pdf");
        documents
            .MapGet("/{id:guid}/certificates/{certificateId:guid}", Certificate)
            .WithSummary("送达回证、电子送达凭证，书记员出具以后")
            .Produces(StatusCodes.Status200OK, contentType: "application/pdf");
        documents
            .MapPost("/sign", Sign)
            .WithMetadata(new RequestSizeLimitAttribute(LargestSigning))
            .Counted(Limited.Create)
            .WithSummary("签收，可以一次几份");
        documents.MapPost("/{id:guid}/forward", Forward).Counted(Limited.Create).WithSummary("转给我的代理人");
        documents.MapPost("/{id:guid}/paper", Paper).Counted(Limited.Create).WithSummary("要纸质文书");
        documents.MapPost("/{id:guid}/objections", Object).Counted(Limited.Create).WithSummary("这不是我的、我没收到");
    }

    private static async Task<Ok<DocumentPage>> List(
        DocumentCaller caller,
        LitigantServiceQueries queries,
        CancellationToken ct,
        string state = "toSign",
        Guid? caseId = null,
        string? cursor = null,
        int limit = 20,
        string? q = null
    )
    {
        bool? waiting = state switch
        {
            "toSign" => true,
            "signed" => false,
            "all" => null,
            _ => throw RequestErrors.Invalid(),
        };
        var after = PageRequest.After(cursor, limit, LitigantLists.Documents(waiting));
        return TypedResults.Ok(await queries.List(caller.Reader, waiting, caseId, q, after, limit, ct));
    }

    private static async Task<Ok<DocumentCaseList>> Cases(DocumentCaller caller, LitigantServiceQueries queries, CancellationToken ct) =>
        TypedResults.Ok(new DocumentCaseList(await queries.Cases(caller.Reader, ct)));

    private static async Task<Ok<DocumentView>> Detail(
        Guid id,
        DocumentCaller caller,
        LitigantServiceQueries queries,
        CancellationToken ct
    ) => TypedResults.Ok(await queries.Detail(id, caller.Reader, ct));

    private static async Task<FileStreamHttpResult> Open(
        Guid id,
        DocumentCaller caller,
        ReadServedDocument open,
        HttpContext context,
        CancellationToken ct
    )
    {
        var isContinued = context.Request.GetTypedHeaders().Range is { Ranges: { Count: > 0 } ranges } && ranges.All(r => r.From > 0);
        var (document, bytes) = await open.Handle(id, isContinued, caller.Reader, ct);
        return Pdf(context.Response, bytes, document.FileName, document.Sha256);
    }

    private static async Task<FileStreamHttpResult> Certificate(
        Guid id,
        Guid certificateId,
        DocumentCaller caller,
        OpenCertificate open,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var (certificate, bytes) = await open.ForRecipient(id, certificateId, caller.Reader, ct);
        return Pdf(response, bytes, certificate.FileName, certificate.Sha256);
    }

    private static FileStreamHttpResult Pdf(HttpResponse response, Stream bytes, string name, string sha256)
    {
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(name);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        response.Headers.CacheControl = "no-store";
        return TypedResults.File(
            bytes,
            "application/pdf",
            enableRangeProcessing: true,
            entityTag: new EntityTagHeaderValue($"\"{sha256}\"")
        );
    }

    private static async Task<Ok<DocumentList>> Sign(
        Signing body,
        DocumentCaller caller,
        SignServedDocuments sign,
        LitigantServiceQueries queries,
        CancellationToken ct
    )
    {
        var ids = body.Ids.Distinct().ToList();
        await sign.Handle(ids, body.Signature is null ? null : Picture(body.Signature), caller.Reader, ct);
        List<DocumentView> items = [];
        foreach (var id in ids)
            items.Add(await queries.Detail(id, caller.Reader, ct));
        return TypedResults.Ok(new DocumentList(items));
    }

    private static async Task<Ok<DocumentView>> Forward(
        Guid id,
        Forwarding body,
        DocumentCaller caller,
        ForwardServedDocument forward,
        LitigantServiceQueries queries,
        CancellationToken ct
    )
    {
        await forward.Handle(id, body.AgentId, caller.Reader, ct);
        return TypedResults.Ok(await queries.Detail(id, caller.Reader, ct));
    }

    private static async Task<Ok<DocumentView>> Paper(
        Guid id,
        DocumentCaller caller,
        AskForPaper ask,
        LitigantServiceQueries queries,
        CancellationToken ct
    )
    {
        await ask.Handle(id, caller.Reader, ct);
        return TypedResults.Ok(await queries.Detail(id, caller.Reader, ct));
    }

    private static async Task<Ok<DocumentView>> Object(
        Guid id,
        Objecting body,
        DocumentCaller caller,
        ObjectToService objection,
        LitigantServiceQueries queries,
        CancellationToken ct
    )
    {
        await objection.Handle(id, body.Kind, body.Words, caller.Reader, ct);
        return TypedResults.Ok(await queries.Detail(id, caller.Reader, ct));
    }

    private static byte[] Picture(string base64)
    {
        var bytes = new byte[base64.Length * 3 / 4 + 3];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : throw ServedDocumentErrors.SignatureInvalid();
    }

    /// <summary>What belongs to one person is kept by no cache and found by no search engine.</summary>
    internal static ValueTask<object?> HideFromRobots(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(context);
    }
}
