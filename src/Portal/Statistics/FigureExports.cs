using Domain.Figures;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Exports;
using Infrastructure.Figures;
using Portal.App;
using Portal.Shared;

namespace Portal.Statistics;

/// <summary>Statistics, ranking and ledger as files. What a person may not see looks like what is not there.</summary>
internal static class FigureExports
{
    private static readonly SheetColumn[] s_indicators =
    [
        new("接收（件）"),
        new("办结（件）"),
        new("在办（件）"),
        new("已超期（件）", 14),
        new("按期办结（件）", 16),
        new("期限届满（件）", 16),
        new("按期办结率"),
        new("满意和基本满意（件）", 22),
        new("评价（件）"),
        new("满意率"),
        new("首次答复平均（个工作日）", 26),
        new("首次答复（件）", 16),
        new("进入督办（件）", 16),
        new("督办率"),
        new("重复诉求（件）", 16),
        new("重复诉求率"),
        new("重新计时（次）", 16),
        new("重办（次）"),
        new("已合并（件）", 14),
        new("未结案件（件）", 16),
        new("占案比"),
    ];

    private static readonly SheetColumn[] s_ledger =
    [
        new("工单号", 22),
        new("渠道"),
        new("类别"),
        new("案号", 30),
        new("诉求人", 16),
        new("法院"),
        new("庭室"),
        new("承办人"),
        new("接收时间", 18),
        new("期限"),
        new("状态"),
        new("办结时间", 18),
        new("按期"),
        new("催办次数"),
        new("评价"),
    ];

    public static void MapFigureExports(this IEndpointRouteBuilder app)
    {
        var exports = app.MapGroup("/exports");
        exports.MapGet("/statistics", Statistics).RequireReach(Feature.Statistics);
        exports.MapGet("/ranking", RankingOfMonth).RequireReach(Feature.Ranking);
        exports.MapGet("/ledger", Ledger).RequireReach(Feature.Statistics);
    }

    private static async Task<IResult> Statistics(
        HttpContext http,
        StatisticsQueries queries,
        RecordExport record,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var (me, address) = Read(http, clock);
        if (await queries.Read(address.Scope, address.Period, me, ct) is not { } figures)
            return Results.NotFound();
        var rows = figures.Parts.Select(p => Row(p.Name, p.Indicators)).Append(Row("合计", figures.Total));
        return await SheetResult.Of(
            http,
            record,
            me,
            $"统计 {figures.Name} {figures.Period}",
            [new("单位或承办人", 20), .. s_indicators],
            IndicatorCatalogue.OfOrders,
            Async(rows),
            ct
        );
    }

    private static async Task<IResult> RankingOfMonth(
        HttpContext http,
        StatisticsQueries queries,
        RecordExport record,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var (me, address) = Read(http, clock);
        var month = FigurePeriod.Around(PeriodKind.Month, address.Period.From);
        if (await queries.Read(address.Scope, month, me, ct) is not { } figures)
            return Results.NotFound();
        var rows = Ranking
            .Of(figures.Parts)
            .Select(IReadOnlyList<object?> (r) => [r.Rank is { } rank ? rank : "件数不足", .. Row(r.Unit.Name, r.Unit.Indicators)]);
        return await SheetResult.Of(
            http,
            record,
            me,
            $"月度排名 {figures.Name} {month}",
            [new("名次", 10), new("单位或承办人", 20), .. s_indicators],
            [IndicatorCatalogue.Rank, .. IndicatorCatalogue.OfOrders],
            Async(rows),
            ct
        );
    }

    private static async Task<IResult> Ledger(
        HttpContext http,
        StatisticsQueries queries,
        LedgerQueries ledger,
        RecordExport record,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var (me, address) = Read(http, clock);
        if (await queries.NameOf(address.Scope, me, ct) is not { } name)
            return Results.NotFound();
        var now = clock.GetUtcNow();
        var rows = ledger.All(address.List, address.Scope, address.Period, me, ct).Select(r => Row(r, now));
        var title = $"工单台账 {name} {address.Period} {address.List.Chinese()}";
        return await SheetResult.Of(http, record, me, title, s_ledger, [address.List.Indicator()], rows, ct);
    }

    private static (Actor Me, FigureAddress Address) Read(HttpContext http, TimeProvider clock) =>
        (http.User.ToActor(), FigureAddress.Read(http.Request.Query, ChinaTime.DayOf(clock.GetUtcNow())));

    private static IReadOnlyList<object?> Row(string name, Indicators its) =>
        [
            name,
            its.Received,
            its.Closed,
            its.Open,
            its.Late,
            its.OnTime.Part,
            its.OnTime.Of,
            $"{its.OnTime}",
            its.Content.Part,
            its.Content.Of,
            $"{its.Content}",
            $"{its.FirstReply}",
            its.FirstReply.Orders,
            its.Supervised.Part,
            $"{its.Supervised}",
            its.Repeated.Part,
            $"{its.Repeated}",
            its.Restarts,
            its.Reopens,
            its.Merged,
            its.PerCase.Of,
            $"{its.PerCase}",
        ];

    /// <summary>Masked as on the screen.</summary>
    private static IReadOnlyList<object?> Row(LedgerRow row, DateTimeOffset now)
    {
        var order = row.Order;
        var onTime = order.ClosedAt is { } closed
            ? closed < order.DueAt
                ? "按期"
                : "超期办结"
            : order.DueAt <= now
                ? "超期未办结"
                : "";
        return
        [
            order.Number,
            order.Channel.Chinese(),
            order.Category.Chinese(),
            CaseWords.Display(order.CaseNumber),
            order.Requester,
            row.Court,
            row.Division,
            row.Owner,
            order.ReceivedAt,
            order.DueIsProvisional ? order.DueOn.Iso : order.DueDay,
            order.State.Chinese(),
            order.ClosedAt,
            onTime,
            order.UrgeCount,
            order.Satisfaction?.Chinese(),
        ];
    }

    private static async IAsyncEnumerable<IReadOnlyList<object?>> Async(IEnumerable<IReadOnlyList<object?>> rows)
    {
        foreach (var row in rows)
            yield return row;
        await Task.CompletedTask;
    }
}
