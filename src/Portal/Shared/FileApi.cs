using Domain.Attachments;
using Domain.Organisation;
using Domain.Shared;
using Microsoft.Net.Http.Headers;
using Portal.App;

namespace Portal.Shared;

/// <summary>Hands out files of one kind of thing, and what was made of them, to staff who may see that thing.</summary>
internal static class FileApi
{
    /// <param name="under">Where they lie, <c>/attachments</c>.</param>
    /// <returns>What tells what else holds of all of them.</returns>
    public static RouteGroupBuilder MapFiles<TOpen>(this IEndpointRouteBuilder app, string under, Feature feature)
        where TOpen : OpenFiles
    {
        var file = app.MapGroup(under + "/{id:guid}").RequireReach(feature);
        // By the services: the framework's analyzer fails on a parameter whose type is a parameter.
        file.MapGet("", (Guid id, HttpContext http, CancellationToken ct) => Whole(id, http, Open<TOpen>(http), ct));
        file.MapGet(
            "/preview/pages/{number:int}",
            (Guid id, int number, HttpContext http, CancellationToken ct) =>
                Part(Open<TOpen>(http).Open(id, PreviewPartKind.Page, number, http.User.ToActor(), ct), http)
        );
        file.MapGet(
            "/preview/poster",
            (Guid id, HttpContext http, CancellationToken ct) =>
                Part(Open<TOpen>(http).Open(id, PreviewPartKind.Poster, 1, http.User.ToActor(), ct), http)
        );
        file.MapGet(
            "/preview/media",
            (Guid id, HttpContext http, CancellationToken ct) =>
                Part(Open<TOpen>(http).Open(id, PreviewPartKind.Media, 1, http.User.ToActor(), ct), http)
        );
        return file;
    }

    private static TOpen Open<TOpen>(HttpContext http)
        where TOpen : OpenFiles => http.RequestServices.GetRequiredService<TOpen>();

    private static async Task<IResult> Whole(Guid id, HttpContext http, OpenFiles open, CancellationToken ct)
    {
        try
        {
            var (attachment, bytes) = await open.Handle(id, http.User.ToActor(), ct);
            http.Response.Headers.CacheControl = "private, no-store";
            // Pictures and PDF open in the browser, sandboxed; anything else is saved, so that nothing in it runs here.
            var isShown =
                attachment.ContentType.StartsWith("image/", StringComparison.Ordinal) || attachment.ContentType == FileKind.Pdf.ContentType;
            return Results.File(bytes, attachment.ContentType, isShown ? null : attachment.Name, enableRangeProcessing: true);
        }
        catch (RefusedException refused)
        {
            return Refused(refused);
        }
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
}
