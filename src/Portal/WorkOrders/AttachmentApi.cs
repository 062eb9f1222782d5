using Domain.Attachments;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Microsoft.Net.Http.Headers;
using Portal.App;

namespace Portal.WorkOrders;

/// <summary>Hands an attachment's bytes to staff who may see its order.</summary>
internal static class AttachmentApi
{
    public static void MapAttachments(this IEndpointRouteBuilder app)
    {
        var attachment = app.MapGroup("/attachments/{id:guid}").RequireReach(Feature.WorkOrders);
        attachment.MapGet("", Open);
        attachment.MapGet(
            "/preview/pages/{number:int}",
            (Guid id, int number, HttpContext http, OpenPreview open, CancellationToken ct) =>
                Part(open.Open(id, PreviewPartKind.Page, number, http.User.ToActor(), ct), http)
        );
        attachment.MapGet(
            "/preview/poster",
            (Guid id, HttpContext http, OpenPreview open, CancellationToken ct) =>
                Part(open.Open(id, PreviewPartKind.Poster, 1, http.User.ToActor(), ct), http)
        );
        attachment.MapGet(
            "/preview/media",
            (Guid id, HttpContext http, OpenPreview open, CancellationToken ct) =>
                Part(open.Open(id, PreviewPartKind.Media, 1, http.User.ToActor(), ct), http)
        );
    }

    /// <summary>From anywhere on: a player asks for ranges.</summary>
    private static async Task<IResult> Part(Task<(PreviewPart Part, Stream Bytes)> opening, HttpContext http)
    {
        try
        {
            var (part, bytes) = await opening;
            http.Response.Headers.CacheControl = "private, no-cache";
            return Results.File(
                bytes,
                part.ContentType,
                enableRangeProcessing: true,
                entityTag: new EntityTagHeaderValue($"\"{part.StoredHash}\"")
            );
        }
        catch (RefusedException refused)
        {
            return Refused(refused);
        }
    }

    /// <summary>Where the store is away the page says so: it is not gone.</summary>
    private static IResult Refused(RefusedException refused) =>
        refused.Refusal == Refusal.Unavailable
            ? Results.Text(refused.Message, "text/plain; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.NotFound();

    private static async Task<IResult> Open(Guid id, HttpContext http, OpenAttachment open, CancellationToken ct)
    {
        try
        {
            var (attachment, bytes) = await open.Handle(id, http.User.ToActor(), ct);
            http.Response.Headers.CacheControl = "private, no-store";
            // Pictures and PDF open in the browser, sandboxed; anything else is saved, so that nothing in it runs here.
            var isShown =
                attachment.ContentType.StartsWith("image/", StringComparison.Ordinal) || attachment.ContentType == "application/pdf";
            return Results.File(bytes, attachment.ContentType, isShown ? null : attachment.Name, enableRangeProcessing: true);
        }
        catch (RefusedException refused)
        {
            return Refused(refused);
        }
    }
}
