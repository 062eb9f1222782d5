using System.Text;
using Domain.Cases;
using Infrastructure.Litigants;
using Infrastructure.Paging;
using Microsoft.AspNetCore.Http.HttpResults;
using MiniProgramApi.App;
using MiniProgramApi.Refusals;
using MiniProgramApi.Security;

namespace MiniProgramApi.Cases;

public sealed record CourtList(IReadOnlyList<CourtRow> Items);

internal static class CasesApi
{
    public static void MapCases(this RouteGroupBuilder api)
    {
        var cases = api.MapGroup("").WithTags("案件");
        cases.MapGet("/cases", List).WithSummary("我的案件");
        cases.MapGet("/cases/{id:guid}", Find).WithSummary("我的一件案件");
        cases.MapGet("/cases/{id:guid}/page", Open).WithSummary("案件详情：现在要做什么、开庭、找谁、进展");
        cases.MapGet("/cases/{id:guid}/nodes", Nodes).WithSummary("案件进展");
        cases
            .MapGet("/cases/{id:guid}/hearings/{hearingId:guid}/calendar.ics", Calendar)
            .WithSummary("一次开庭的日历")
            .Produces(StatusCodes.Status200OK, contentType: "text/calendar");
        cases.MapGet("/cases/lookup", LookUp).WithSummary("用案号查");
        cases.MapGet("/courts", Courts).WithSummary("广州两级法院");
    }

    private static async Task<Ok<CaseList>> List(
        Caller caller,
        LitigantCaseQueries queries,
        CancellationToken ct,
        string? cursor = null,
        int limit = 20,
        string? state = null,
        string? q = null,
        string? order = null
    )
    {
        bool? open = state switch
        {
            null or "" => null,
            "open" => true,
            "closed" => false,
            _ => throw RequestErrors.Invalid(),
        };
        var by = order switch
        {
            null or "" or "filed" => CaseOrder.Filed,
            "day" => CaseOrder.Day,
            "hearing" => CaseOrder.Hearing,
            _ => throw RequestErrors.Invalid(),
        };
        var after = PageRequest.After(cursor, limit, LitigantLists.Cases(by));
        return TypedResults.Ok(await queries.List(caller.Actor, by, open, q, after, limit, ct));
    }

    private static async Task<Ok<CaseRow>> Find(Guid id, Caller caller, LitigantCaseQueries queries, CancellationToken ct) =>
        TypedResults.Ok(await queries.Find(id, caller.Actor, ct) ?? throw CaseErrors.NotFound());

    private static async Task<Ok<CaseView>> Open(Guid id, Caller caller, LitigantCasePage page, CancellationToken ct) =>
        TypedResults.Ok(await page.Of(id, caller.Actor, ct));

    private static async Task<Ok<CaseNodePage>> Nodes(
        Guid id,
        Caller caller,
        LitigantCasePage page,
        CancellationToken ct,
        string? cursor = null,
        int limit = 50
    ) => TypedResults.Ok(await page.Nodes(id, PageRequest.After(cursor, limit, LitigantLists.Nodes), limit, caller.Actor, ct));

    private static async Task<FileContentHttpResult> Calendar(
        Guid id,
        Guid hearingId,
        Caller caller,
        LitigantCasePage page,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var text = await page.Calendar(id, hearingId, caller.Actor, ct);
        response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(Encoding.UTF8.GetBytes(text), "text/calendar; charset=utf-8", "hearing.ics");
    }

    private static async Task<Ok<CaseLookup>> LookUp(string number, Caller caller, LitigantCaseQueries queries, CancellationToken ct) =>
        TypedResults.Ok(await queries.LookUp(number, caller.Actor, ct));

    private static async Task<Ok<CourtList>> Courts(LitigantCaseQueries queries, CancellationToken ct) =>
        TypedResults.Ok(new CourtList(await queries.Courts(ct)));
}
