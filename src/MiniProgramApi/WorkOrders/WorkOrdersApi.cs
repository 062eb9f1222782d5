using System.ComponentModel.DataAnnotations;
using Domain.Handling;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Paging;
using Infrastructure.WorkOrders;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using MiniProgramApi.App;
using MiniProgramApi.Refusals;
using MiniProgramApi.Security;

namespace MiniProgramApi.WorkOrders;

/// <summary>Where it goes: one of <paramref name="CaseId"/>, <paramref name="CaseNumber"/> and <paramref name="CourtId"/>.</summary>
/// <param name="Id">Made by the client, UUID version 7: sending again is harmless.</param>
public sealed record NewMessage(
    Guid Id,
    Category Category,
    [property: MaxLength(WorkOrder.TextMaxLength)] string Text,
    Guid? CaseId = null,
    string? CaseNumber = null,
    Guid? CourtId = null,
    IReadOnlyList<Guid>? AttachmentIds = null
);

public sealed record Supplement(
    Guid Id,
    [property: MaxLength(WorkOrder.TextMaxLength)] string Text,
    IReadOnlyList<Guid>? AttachmentIds = null
);

public sealed record Urging(Guid Id, string? Text = null);

public sealed record Rating(Satisfaction Score, string? Words = null);

public sealed record CategoryList(IReadOnlyList<CategoryRow> Items);

/// <param name="Days">The working days that are counted.</param>
public sealed record Preview(Due AnswerBy, IReadOnlyList<DateOnly> Days, string CourtName, string DivisionName, string OwnerRole);

internal static class WorkOrdersApi
{
    private const string Page = "/#/pages/messages/detail?id=";

    public static void MapWorkOrders(this RouteGroupBuilder api)
    {
        var orders = api.MapGroup("/work-orders").WithTags("留言");
        orders.MapGet("/categories", Categories).WithSummary("想问哪方面的事");
        orders.MapGet("/preview", PreviewOf).WithSummary("谁来答复、最迟哪天");
        orders.MapPost("", Create).Counted(Limited.Create).WithSummary("给法官留言");
        orders.MapGet("", List).WithSummary("我的留言");
        orders.MapGet("/{id:guid}", Detail).WithSummary("一条留言");
        orders.MapPost("/{id:guid}/messages", Add).Counted(Limited.Create).WithSummary("补一条");
        orders.MapPost("/{id:guid}/urge", Urge).Counted(Limited.Create).WithSummary("催办");
        orders.MapPost("/{id:guid}/rating", Rate).WithSummary("评价");
        orders.MapPost("/{id:guid}/read", Read).WithSummary("看过了");
        api.MapGet("/sends/{id:guid}", Outcome).WithTags("留言").WithSummary("没等到答复的那次发送，法院收到没有");
    }

    /// <summary>The short address in an SMS: the page of that message, which its person signs in for.</summary>
    public static void MapOrderLinks(this WebApplication app) =>
        app.MapMethods(
                "/m/{token}",
                [HttpMethods.Get, HttpMethods.Head],
                (string token, HttpContext context) =>
                {
                    context.Response.Headers.CacheControl = "no-store";
                    return TypedResults.Redirect(OrderLinks.Read(token) is { } id ? $"{Page}{id}" : "/#/pages/missing/index");
                }
            )
            .AllowAnonymous()
            .Counted(Limited.Survey)
            .HidesAddress()
            .ExcludeFromDescription();

    private static Ok<CategoryList> Categories() => TypedResults.Ok(new CategoryList(LitigantCategories.All));

    private static async Task<Ok<Preview>> PreviewOf(
        [FromQuery(Name = "category")] string code,
        Guid? caseId,
        string? caseNumber,
        Guid? courtId,
        Caller caller,
        PreviewMessage preview,
        LitigantOrderQueries queries,
        CancellationToken ct
    )
    {
        var category = LitigantCategories.Read(code) ?? throw RequestErrors.Invalid();
        CheckTarget(category, caseId, caseNumber, courtId);
        var found = await preview.Handle(caseId, caseNumber, courtId, category, caller.Actor, ct);
        var reading = await queries.Reading(ct);
        var due = reading.Read(found.Due.Day, found.Due.Provisional, ChinaTime.DayOf(reading.Now));
        return TypedResults.Ok(
            new Preview(
                due,
                found.Days,
                await queries.CourtName(found.Owner.CourtId, ct),
                found.Owner.DivisionName,
                found.Owner.Role.Chinese()
            )
        );
    }

    private static async Task<Results<Created<LitigantOrder>, Ok<LitigantOrder>>> Create(
        NewMessage body,
        Caller caller,
        LeaveMessage leave,
        LitigantOrderQueries queries,
        CancellationToken ct
    )
    {
        CheckId(body.Id);
        CheckTarget(body.Category, body.CaseId, body.CaseNumber, body.CourtId);
        var message = new LeaveMessage.Message(
            caller.Channel,
            body.Category,
            body.Text,
            body.CaseId,
            body.CaseNumber,
            body.CourtId,
            body.AttachmentIds ?? []
        );
        var left = await leave.Handle(body.Id, message, caller.Actor, ct);
        var detail = await queries.Detail(left, caller.Actor, ct);
        return left.Created ? TypedResults.Created($"/api/v1/work-orders/{left.Order.Id}", detail) : TypedResults.Ok(detail);
    }

    private static async Task<Ok<LitigantOrderPage>> List(
        Caller caller,
        LitigantOrderQueries queries,
        CancellationToken ct,
        string? cursor = null,
        int limit = 20,
        string? state = null,
        string? q = null,
        Guid? caseId = null
    )
    {
        var after = PageRequest.After(cursor, limit, LitigantLists.Messages);
        bool? open = state switch
        {
            null or "" => null,
            "open" => true,
            "closed" => false,
            _ => throw RequestErrors.Invalid(),
        };
        return TypedResults.Ok(await queries.List(caller.Actor, after, limit, open, q, ct, caseId));
    }

    private static async Task<Ok<LitigantOrder>> Detail(Guid id, Caller caller, LitigantOrderQueries queries, CancellationToken ct) =>
        TypedResults.Ok(await queries.Detail(id, caller.Actor, ct));

    private static async Task<Ok<LitigantOrder>> Add(
        Guid id,
        Supplement body,
        Caller caller,
        SupplementWorkOrder add,
        LitigantOrderQueries queries,
        CancellationToken ct
    )
    {
        CheckId(body.Id);
        await add.Handle(id, body.Id, body.Text, body.AttachmentIds ?? [], caller.Actor, ct);
        return TypedResults.Ok(await queries.Detail(id, caller.Actor, ct));
    }

    private static async Task<Ok<LitigantOrder>> Urge(
        Guid id,
        Urging body,
        Caller caller,
        Urge<WorkOrder> urge,
        LitigantOrderQueries queries,
        CancellationToken ct
    )
    {
        CheckId(body.Id);
        await urge.Handle(id, body.Id, body.Text ?? "", caller.Actor, ct);
        return TypedResults.Ok(await queries.Detail(id, caller.Actor, ct));
    }

    private static async Task<Ok<LitigantOrder>> Rate(
        Guid id,
        Rating body,
        Caller caller,
        RateWorkOrder rate,
        LitigantOrderQueries queries,
        CancellationToken ct
    )
    {
        await rate.Handle(id, body.Score, body.Words, caller.Actor, ct);
        return TypedResults.Ok(await queries.Detail(id, caller.Actor, ct));
    }

    private static async Task<NoContent> Read(Guid id, Caller caller, ReadAnswer read, CancellationToken ct)
    {
        await read.Handle(id, caller.Actor, ct);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<SendOutcome>> Outcome(Guid id, Caller caller, SendQueries sends, CancellationToken ct) =>
        TypedResults.Ok(await sends.Find(id, caller.Actor, ct));

    private static void CheckId(Guid id)
    {
        if (id == Guid.Empty)
            throw RequestErrors.Invalid();
    }

    private static void CheckTarget(Category category, Guid? caseId, string? caseNumber, Guid? courtId)
    {
        var targets = (caseId is null ? 0 : 1) + (string.IsNullOrWhiteSpace(caseNumber) ? 0 : 1) + (courtId is null ? 0 : 1);
        if (targets > 1 || !LitigantCategories.Offers(category))
            throw RequestErrors.Invalid();
    }
}
