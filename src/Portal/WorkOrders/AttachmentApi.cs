using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Portal.App;

namespace Portal.WorkOrders;

/// <summary>Hands an attachment's bytes to staff who may see its order.</summary>
internal static class AttachmentApi
{
    public static void MapAttachments(this IEndpointRouteBuilder app) =>
        app.MapGet("/attachments/{id:guid}", Open).RequireReach(Feature.WorkOrders);

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
        catch (RefusedException)
        {
            return Results.NotFound();
        }
    }
}
