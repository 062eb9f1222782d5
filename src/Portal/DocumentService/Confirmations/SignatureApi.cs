using Domain.Attachments;
using Domain.Organisation;
using Infrastructure.DocumentService;
using Portal.App;

namespace Portal.DocumentService.Confirmations;

/// <summary>The picture of the signature under a 送达地址确认书, for staff who may see the form.</summary>
internal static class SignatureApi
{
    public static void MapConfirmationSignatures(this IEndpointRouteBuilder app) =>
        app.MapGet("/address-confirmations/{id:guid}/signature", Open).RequireReach(Feature.Confirmations);

    private static async Task<IResult> Open(Guid id, HttpContext http, ConfirmationQueries queries, IFileStore files, CancellationToken ct)
    {
        if (await queries.Signature(id, http.User.ToActor(), ct) is not { } sha256)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "private, no-store";
        return Results.File(await files.Open(sha256, ct), FileKind.Png.ContentType);
    }
}
