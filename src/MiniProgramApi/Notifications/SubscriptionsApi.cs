using Domain.Cases;
using Domain.DocumentService;
using Domain.Notifications;
using Domain.WorkOrders;
using Infrastructure.Gateways.WeChat;
using Infrastructure.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using MiniProgramApi.Refusals;
using MiniProgramApi.Security;

namespace MiniProgramApi.Notifications;

/// <param name="Items">Template ids for <c>requestSubscribeMessage</c>; empty when there is nothing to ask.</param>
public sealed record TemplatesToAsk(IReadOnlyList<string> Items);

/// <param name="Id">Made by the client, UUID version 7: sending again is harmless.</param>
/// <param name="Results">WeChat's word by template id: accept, reject, ban, filter …</param>
public sealed record SubscribeAnswers(Guid Id, IReadOnlyDictionary<string, string> Results);

internal static class SubscriptionsApi
{
    private const int MostResults = 20;
    private const int LongestWord = 40;

    /// <summary>What a person wants to be told of after a tap, the most wanted first.</summary>
    private static readonly Dictionary<string, NoticeKind[]> s_moments = new()
    {
        ["message"] = [WorkOrderNotices.Answered, WorkOrderNotices.Interim, WorkOrderNotices.Received],
        ["urge"] = [WorkOrderNotices.Answered, WorkOrderNotices.Interim],
        ["answer"] = [WorkOrderNotices.Answered, WorkOrderNotices.Interim],
        ["case"] = [NodeNotices.Hearing, NodeNotices.Node],
        ["document"] = [ServiceNotices.Documents, ServiceNotices.Plain, ServiceNotices.Forwarded],
    };

    public static void MapSubscriptions(this RouteGroupBuilder api)
    {
        var subscriptions = api.MapGroup("/subscriptions").WithTags("消息通知");
        subscriptions.MapGet("/templates", Templates).WithSummary("这一下点击可以请求哪些订阅消息");
        subscriptions.MapPost("", Report).Counted(Limited.Create).WithSummary("订阅消息的选择");
    }

    private static async Task<Ok<TemplatesToAsk>> Templates(
        [FromQuery(Name = "for")] string moment,
        Caller caller,
        SubscribeTemplates templates,
        CourtDb db,
        CancellationToken ct
    )
    {
        if (!s_moments.TryGetValue(moment, out var kinds))
            throw RequestErrors.Invalid();
        var accepted = await db.Set<SubscribeCredit>()
            .Where(c => c.LitigantId == caller.LitigantId && c.Count > 0)
            .Select(c => c.TemplateId)
            .ToListAsync(ct);
        return TypedResults.Ok(new TemplatesToAsk(templates.ToAsk(kinds, accepted.ToHashSet())));
    }

    private static async Task<NoContent> Report(
        SubscribeAnswers body,
        Caller caller,
        SubscribeTemplates templates,
        ReportSubscriptions report,
        CancellationToken ct
    )
    {
        if (body.Id == Guid.Empty || body.Results.Count > MostResults || body.Results.Values.Any(v => v.Length > LongestWord))
            throw RequestErrors.Invalid();
        await report.Handle(body.Id, body.Results.Where(r => templates.Has(r.Key)).ToDictionary(), caller.Actor, ct);
        return TypedResults.NoContent();
    }
}
