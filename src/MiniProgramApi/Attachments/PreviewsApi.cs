using Domain.Attachments;
using Domain.WorkOrders;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using MiniProgramApi.Security;

namespace MiniProgramApi.Attachments;

/// <param name="Pages">Those that are made, in order; more come while it is being made.</param>
/// <param name="PagesLeftOut">Of a long document only the first pages are made.</param>
/// <param name="MediaPath">Below the API's address, for a player that cannot send a token; good for an hour. Null where there is nothing to play.</param>
public sealed record PreviewView(
    PreviewState State,
    string StateText,
    IReadOnlyList<PreviewPageView> Pages,
    int PagesLeftOut,
    string? MediaPath,
    bool IsVideo,
    bool HasPoster
);

/// <summary>In pixels.</summary>
public sealed record PreviewPageView(int Number, int Width, int Height);

internal static class PreviewsApi
{
    private const string Cache = "private, no-cache";

    public static void MapPreviews(this RouteGroupBuilder api)
    {
        var previews = api.MapGroup("/attachments/{id:guid}/preview").WithTags("附件");
        previews.MapGet("", Look).WithSummary("附件的预览：进度、页数、播放地址");
        previews
            .MapGet("/pages/{number}", Page)
            .WithSummary("预览的一页：JPEG")
            .Produces(StatusCodes.Status200OK, contentType: FileKind.Jpeg.ContentType);
        previews
            .MapGet("/poster", Poster)
            .WithSummary("视频的画面：JPEG")
            .Produces(StatusCodes.Status200OK, contentType: FileKind.Jpeg.ContentType);
        api.MapGet("/preview-media/{ticket}", Media)
            .WithTags("附件")
            .AllowAnonymous()
            .WithSummary("播放音视频，可按字节范围取：ticket 是预览给出的播放地址的最后一段")
            .Produces(StatusCodes.Status200OK, contentType: FileKind.Mp4.ContentType);
    }

    private static async Task<Ok<PreviewView>> Look(Guid id, Caller caller, OpenAttachment open, MediaTickets tickets, CancellationToken ct)
    {
        var preview = await open.Look(id, caller.Actor, ct);
        return TypedResults.Ok(
            new PreviewView(
                preview.State,
                preview.StateText,
                [.. preview.Pages.Select(p => new PreviewPageView(p.Number, p.Width, p.Height))],
                preview.PagesLeftOut,
                preview.Media is null ? null : $"/preview-media/{tickets.For(id, caller)}",
                preview.Media?.ContentType == FileKind.Mp4.ContentType,
                preview.Poster is not null
            )
        );
    }

    private static Task<FileStreamHttpResult> Page(
        Guid id,
        int number,
        Caller caller,
        OpenAttachment open,
        HttpResponse response,
        CancellationToken ct
    ) => Part(open.Open(id, PreviewPartKind.Page, number, caller.Actor, ct), response);

    private static Task<FileStreamHttpResult> Poster(
        Guid id,
        Caller caller,
        OpenAttachment open,
        HttpResponse response,
        CancellationToken ct
    ) => Part(open.Open(id, PreviewPartKind.Poster, 1, caller.Actor, ct), response);

    private static async Task<FileStreamHttpResult> Media(
        string ticket,
        MediaTickets tickets,
        OpenAttachment open,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var (id, by) = await tickets.Read(ticket, ct) ?? throw AttachmentErrors.NotFound();
        return await Part(open.Open(id, PreviewPartKind.Media, 1, by, ct), response);
    }

    private static async Task<FileStreamHttpResult> Part(Task<(PreviewPart Part, Stream Bytes)> opening, HttpResponse response)
    {
        var (part, bytes) = await opening;
        response.Headers.CacheControl = Cache;
        return TypedResults.File(
            bytes,
            part.ContentType,
            enableRangeProcessing: true,
            entityTag: new EntityTagHeaderValue($"\"{part.StoredHash}\"")
        );
    }
}
