using System.ComponentModel.DataAnnotations;
using Domain.Attachments;
using Domain.Handling;
using Domain.Reading;
using Infrastructure.Callers;
using Infrastructure.Paging;
using Infrastructure.Reading;
using Microsoft.AspNetCore.Http.HttpResults;
using MiniProgramApi.App;
using MiniProgramApi.Refusals;
using MiniProgramApi.Security;

namespace MiniProgramApi.Reading;

/// <param name="Id">Made by the client, UUID version 7: sending again is harmless.</param>
/// <param name="Purpose">What for.</param>
public sealed record NewReadingRequest(
    Guid Id,
    Guid CaseId,
    [property: MaxLength(1_000)] IReadOnlyList<Guid> FileIds,
    [property: MaxLength(ReadingRequest.PurposeMaxLength)] string Purpose
);

public sealed record ReadingAct(Guid Id);

/// <param name="Version">Of the text that was shown.</param>
public sealed record ReadingSignature([property: MaxLength(ReadingRequest.VersionMaxLength)] string Version);

internal static class ReadingsApi
{
    public static void MapReadings(this RouteGroupBuilder api)
    {
        var readings = api.MapGroup("/readings").WithTags("阅卷");
        readings.MapGet("/terms", Terms).WithSummary("一个案件能申请看哪些材料、最迟哪天答复");
        readings.MapPost("", Ask).Counted(Limited.Create).WithSummary("申请阅卷");
        readings.MapGet("", List).WithSummary("我的阅卷申请");
        readings.MapGet("/{id:guid}", Detail).WithSummary("一个阅卷申请");
        readings.MapPost("/{id:guid}/urge", Urge).Counted(Limited.Create).WithSummary("催办");
        readings.MapPost("/{id:guid}/take-back", TakeBack).Counted(Limited.Create).WithSummary("撤回申请，或者不再看");
        readings.MapPost("/{id:guid}/sign", Sign).Counted(Limited.Create).WithSummary("签阅卷单");
        readings
            .MapGet("/{id:guid}/files/{fileId:guid}/pages/{number}", Page)
            .Counted(Limited.ReadPage)
            .WithSummary("看一页：带水印的 JPEG，不缓存；每看一页都有记录")
            .Produces(StatusCodes.Status200OK, contentType: FileKind.Jpeg.ContentType);
    }

    private static async Task<Ok<ReadingTerms>> Terms(Guid caseId, Caller caller, LitigantReadingQueries queries, CancellationToken ct) =>
        TypedResults.Ok(await queries.Terms(caseId, caller.Actor, ct));

    private static async Task<Results<Created<LitigantReading>, Ok<LitigantReading>>> Ask(
        NewReadingRequest body,
        Caller caller,
        AskReading ask,
        LitigantReadingQueries queries,
        CancellationToken ct
    )
    {
        CheckId(body.Id);
        var wish = new AskReading.Wish(caller.Channel, body.CaseId, body.FileIds, body.Purpose);
        var (request, isNew) = await ask.Handle(body.Id, wish, caller.Actor, ct);
        var view = await queries.Detail(request.Id, caller.Actor, ct);
        return isNew ? TypedResults.Created($"/api/v1/readings/{request.Id}", view) : TypedResults.Ok(view);
    }

    private static async Task<Ok<LitigantReadingPage>> List(
        Caller caller,
        LitigantReadingQueries queries,
        CancellationToken ct,
        Guid? caseId = null,
        string? cursor = null,
        int limit = 20
    ) => TypedResults.Ok(await queries.List(caller.Actor, caseId, PageRequest.After(cursor, limit, LitigantLists.Readings), limit, ct));

    private static async Task<Ok<LitigantReading>> Detail(Guid id, Caller caller, LitigantReadingQueries queries, CancellationToken ct) =>
        TypedResults.Ok(await queries.Detail(id, caller.Actor, ct));

    private static async Task<Ok<LitigantReading>> Urge(
        Guid id,
        ReadingAct body,
        Caller caller,
        Urge<ReadingRequest> urge,
        LitigantReadingQueries queries,
        CancellationToken ct
    )
    {
        CheckId(body.Id);
        await urge.Handle(id, body.Id, "", caller.Actor, ct);
        return TypedResults.Ok(await queries.Detail(id, caller.Actor, ct));
    }

    private static async Task<Ok<LitigantReading>> TakeBack(
        Guid id,
        ReadingAct body,
        Caller caller,
        TakeBackReading takeBack,
        LitigantReadingQueries queries,
        CancellationToken ct
    )
    {
        CheckId(body.Id);
        await takeBack.Handle(id, body.Id, caller.Actor, ct);
        return TypedResults.Ok(await queries.Detail(id, caller.Actor, ct));
    }

    private static async Task<Ok<LitigantReading>> Sign(
        Guid id,
        ReadingSignature body,
        Caller caller,
        SignReading sign,
        LitigantReadingQueries queries,
        CancellationToken ct
    )
    {
        await sign.Handle(id, body.Version, caller.Actor, ct);
        return TypedResults.Ok(await queries.Detail(id, caller.Actor, ct));
    }

    /// <param name="number">Text, so that whatever is guessed is answered alike.</param>
    private static async Task<FileContentHttpResult> Page(
        Guid id,
        Guid fileId,
        string number,
        Caller caller,
        ReadOnePage read,
        PagePainter painter,
        HttpContext http,
        CancellationToken ct
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        var device = DeviceName.Of(http.Request.Headers.UserAgent.ToString(), "浏览器");
        var from = new ReadingPlace(http.Connection.RemoteIpAddress?.ToString() ?? "", device, caller.Channel);
        var page = await read.Handle(id, fileId, int.TryParse(number, out var n) ? n : 0, from, caller.Actor, ct);
        return TypedResults.File(await painter.Paint(page, ct), FileKind.Jpeg.ContentType);
    }

    private static void CheckId(Guid id)
    {
        if (id == Guid.Empty)
            throw RequestErrors.Invalid();
    }
}
