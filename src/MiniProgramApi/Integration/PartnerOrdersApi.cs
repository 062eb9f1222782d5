using Domain.Partners;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Partners;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using MiniProgramApi.Refusals;
using MiniProgramApi.WorkOrders;

namespace MiniProgramApi.Integration;

/// <summary>What somebody told another system. Where it goes: <paramref name="CaseNumber"/> or <paramref name="Court"/>.</summary>
/// <param name="Reference">The other system's own number; the <c>Idempotency-Key</c> stands in for it.</param>
/// <param name="IdNumber">Only to find whether the case is theirs; never kept.</param>
/// <param name="Court">A slug of <c>GET /api/v1/courts</c>.</param>
public sealed record PartnerMessage(
    Category Category,
    string Text,
    string Name,
    string? Reference = null,
    string? Phone = null,
    string? IdNumber = null,
    string? CaseNumber = null,
    string? Court = null
);

/// <summary>Messages that other systems hand on, and how far they are.</summary>
internal static class PartnerOrdersApi
{
    private const string IdempotencyKey = "Idempotency-Key";

    public static void MapPartnerOrders(this RouteGroupBuilder api)
    {
        var orders = api.MapGroup("/work-orders").WithTags("工单");
        orders.MapPost("", Take).RequireScope(PartnerScope.WorkOrdersWrite).WithSummary("送来一条留言");
        orders.MapGet("/{number}", ByNumber).RequireScope(PartnerScope.WorkOrdersRead).WithSummary("办到哪一步，按我们的编号");
        orders.MapGet("", ByReference).RequireScope(PartnerScope.WorkOrdersRead).WithSummary("办到哪一步，按你们的编号");
    }

    private static async Task<IResult> Take(
        PartnerMessage body,
        [FromHeader(Name = IdempotencyKey)] string? key,
        HttpContext context,
        PartnerCaller caller,
        TakePartnerOrder take,
        PartnerOrderQueries orders,
        CancellationToken ct
    )
    {
        var reference = TypedText.Storable(body.Reference ?? key ?? "");
        if (reference.Length is 0 or > PartnerOrder.ReferenceMaxLength)
            throw PartnerOrderErrors.ReferenceMissing();
        var (errors, idNumber) = Look(body);
        if (errors.Count > 0)
        {
            await context.Refuse(PartnerOrderErrors.FieldsInvalid(), errors: errors);
            return Results.Empty;
        }

        var message = new TakePartnerOrder.Message(
            reference,
            body.Category,
            body.Text,
            body.Name,
            PhoneNumber.TryRead(body.Phone ?? "", out var phone, out _) ? phone : "",
            idNumber,
            Given(body.CaseNumber),
            Given(body.Court)
        );
        var (id, isNew) = await take.Handle(message, caller.CourtId, caller.Actor, ct);
        var view = await orders.ById(caller.PartnerId, id, ct);
        return isNew ? TypedResults.Created($"{IntegrationSetup.Path}/work-orders/{view.Number}", view) : TypedResults.Ok(view);
    }

    private static async Task<Ok<PartnerOrderView>> ByNumber(
        string number,
        PartnerCaller caller,
        PartnerOrderQueries orders,
        CancellationToken ct
    ) => TypedResults.Ok(await orders.ByNumber(caller.PartnerId, number, ct));

    private static async Task<Ok<PartnerOrderView>> ByReference(
        string reference,
        PartnerCaller caller,
        PartnerOrderQueries orders,
        CancellationToken ct
    ) => TypedResults.Ok(await orders.ByReference(caller.PartnerId, reference, ct));

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>All that is wrong at once, a sentence for each field.</summary>
    private static (Dictionary<string, string[]> Errors, string? IdNumber) Look(PartnerMessage body)
    {
        Dictionary<string, string[]> errors = [];
        void Wrong(string field, string words) => errors[field] = [words];
        string? idNumber = null;
        if (!LitigantCategories.Offers(body.Category) && body.Category != Category.Petition)
            Wrong("category", "没有这个类别");
        if (TypedText.Storable(body.Text) is not { Length: > 0 and <= WorkOrder.TextMaxLength })
            Wrong("text", $"内容要有 1 至 {WorkOrder.TextMaxLength} 字");
        if (TypedText.Storable(body.Name) is not { Length: > 0 and <= Requester.NameMaxLength })
            Wrong("name", $"姓名要有 1 至 {Requester.NameMaxLength} 字");
        if (Given(body.Phone) is { } typed && !PhoneNumber.TryRead(typed, out _, out _))
            Wrong("phone", "电话号码不对");
        if (Given(body.IdNumber) is { } id && !ResidentId.TryRead(id, out idNumber))
            Wrong("idNumber", "身份证号码不对");
        if (Given(body.CaseNumber) is null == Given(body.Court) is null)
            Wrong("caseNumber", "案号和法院给一个，不能都给或都不给");
        return (errors, Given(body.IdNumber) is null ? null : idNumber);
    }
}
