using Domain.Attachments;
using Domain.Organisation;
using Infrastructure.DocumentService;
using Portal.App;

namespace Portal.DocumentService.Law;

/// <summary>The file of a piece of evidence, for staff who may see its service.</summary>
internal static class EvidenceApi
{
    public static void MapServiceEvidence(this IEndpointRouteBuilder app) =>
        app.MapGet("/service-evidence/{id:guid}", Open).RequireReach(Feature.Services);

    private static async Task<IResult> Open(Guid id, HttpContext http, ServiceLawQueries queries, IFileStore files, CancellationToken ct)
    {
        if (await queries.EvidenceFile(id, http.User.ToActor(), ct) is not { } file)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "private, no-store";
        // Pictures and PDF open in the browser, sandboxed; anything else is saved, so that nothing in it runs here.
        var isShown = file.ContentType.StartsWith("image/", StringComparison.Ordinal) || file.ContentType == "application/pdf";
        return Results.File(await files.Open(file.Sha256, ct), file.ContentType, isShown ? null : file.Name);
    }
}
