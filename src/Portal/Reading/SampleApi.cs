using Domain.Attachments;
using Domain.Organisation;
using Domain.Reading;
using Domain.Shared;
using Infrastructure.Reading;
using Portal.App;

namespace Portal.Reading;

/// <summary>A page as the reader would be shown it, for who decides.</summary>
internal static class SampleApi
{
    public static void MapReadingSamples(this IEndpointRouteBuilder app) =>
        app.MapGet("/reading-samples/{id:guid}/{fileId:guid}/{page:int}", Open).RequireReach(Feature.Reading);

    private static async Task<IResult> Open(
        Guid id,
        Guid fileId,
        int page,
        bool masked,
        HttpContext http,
        LookAtSample look,
        PagePainter painter,
        CancellationToken ct
    )
    {
        try
        {
            http.Response.Headers.CacheControl = "private, no-store";
            var shown = await look.Handle(id, fileId, page, masked, http.User.ToActor(), ct);
            return Results.File(await painter.Paint(shown, ct), FileKind.Jpeg.ContentType);
        }
        catch (RefusedException)
        {
            return Results.NotFound();
        }
    }
}
