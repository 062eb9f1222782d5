using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Submissions;
using Portal.App;

namespace Portal.Submissions;

/// <summary>生效证明 for those who reach its application.</summary>
internal static class EffectCertificateApi
{
    public static string Address(Guid submissionId) => $"/submissions/{submissionId}/certificate";

    public static void MapEffectCertificates(this IEndpointRouteBuilder app) =>
        app.MapGet("/submissions/{id:guid}/certificate", Open).RequireReach(Feature.Submissions);

    private static async Task<IResult> Open(Guid id, HttpContext http, OpenEffectCertificate open, CancellationToken ct)
    {
        try
        {
            var (_, pdf) = await open.Handle(id, http.User.ToActor(), ct);
            http.Response.Headers.CacheControl = "private, no-store";
            return Results.File(pdf, "application/pdf");
        }
        catch (RefusedException)
        {
            return Results.NotFound();
        }
    }
}
