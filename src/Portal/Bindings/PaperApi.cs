using Domain.Bindings;
using Domain.Organisation;
using Domain.Shared;
using Portal.App;

namespace Portal.Bindings;

/// <summary>Hands a paper's bytes to staff who may see its request; PDF stands beside the checks in the page.</summary>
internal static class PaperApi
{
    public static void MapBindingPapers(this IEndpointRouteBuilder app) =>
        app.MapGet("/binding-papers/{id:guid}", Open).RequireReach(Feature.Bindings).WithMetadata(new FramedHere());

    private static async Task<IResult> Open(Guid id, HttpContext http, OpenBindingPaper open, CancellationToken ct)
    {
        try
        {
            var (paper, bytes) = await open.Handle(id, http.User.ToActor(), ct);
            http.Response.Headers.CacheControl = "private, no-store";
            // Pictures and PDF open in the browser, sandboxed; anything else is saved, so that nothing in it runs here.
            return Results.File(
                bytes,
                paper.ContentType,
                PaperWords.IsShown(paper.ContentType) ? null : paper.Name,
                enableRangeProcessing: true
            );
        }
        catch (RefusedException)
        {
            return Results.NotFound();
        }
    }
}
