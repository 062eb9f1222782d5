using Domain.Organisation;
using Infrastructure.DocumentService;
using Portal.App;

namespace Portal.DocumentService.Wizard;

/// <summary>The PDF that is about to be served, inside the page, to those who may serve it.</summary>
internal static class PreviewApi
{
    public static void MapServicePreview(this IEndpointRouteBuilder app)
    {
        var preview = app.MapGroup("/service/preview").RequireReach(Feature.Serving).WithMetadata(new FramedHere());
        preview.MapGet(
            "uploads/{id:guid}",
            async (Guid id, HttpContext http, ServicePreview files, CancellationToken ct) =>
                Pdf(await files.Upload(id, http.User.ToActor(), ct), http)
        );
        preview.MapGet(
            "handed-over/{id:guid}",
            async (Guid id, HttpContext http, ServicePreview files, CancellationToken ct) =>
                Pdf(await files.HandedOver(id, http.User.ToActor(), ct), http)
        );
    }

    private static IResult Pdf(Stream? bytes, HttpContext http)
    {
        http.Response.Headers.CacheControl = "private, no-store";
        return bytes is null ? Results.NotFound() : Results.File(bytes, "application/pdf", enableRangeProcessing: true);
    }
}
