using Domain.Calendar;
using Domain.DocumentService;
using Domain.Figures;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.DocumentService.Search;
using Infrastructure.Exports;
using Portal.App;
using Portal.Shared;
using Portal.Statistics;

namespace Portal.DocumentService.Search;

/// <summary>Found services and the statistics of service as files, masked as on the screen.</summary>
internal static class ServiceExports
{
    private static readonly SheetColumn[] s_services =
    [
        new("状态"),
        new("案号", 30),
        new("送达任务", 20),
        new("受送达人", 22),
        new("诉讼地位", 18),
        new("电话", 14),
        new("文书", 36),
        new("渠道", 36),
        new("生效日"),
        new("开始时间", 18),
        new("法院", 18),
        new("送达人"),
    ];

    private static readonly SheetColumn[] s_statistics =
    [
        new("单位或送达人", 20),
        new("送达（人次）", 14),
        new("已送达（人次）", 16),
        new("推定送达（人次）", 18),
        new("待认定（人次）", 16),
        new("送达中（人次）", 16),
        new("公告期内（人次）", 18),
        new("待各方签收（人次）", 20),
        new("未送达（人次）", 16),
        new("已撤回（人次）", 16),
        new("成功率"),
        new("一半生效于（天）", 18),
        new("九成生效于（天）", 18),
        new("各渠道成功率（次）", 60),
        new("失败原因（次）", 60),
    ];

    public static void MapServiceExports(this IEndpointRouteBuilder app)
    {
        var exports = app.MapGroup("/exports");
        exports.MapGet("/services", Services).RequireReach(Feature.Services);
        exports.MapGet("/service-statistics", Statistics).RequireReach(Feature.ServiceStatistics);
    }

    /// <summary>What is longer than a file takes leads back to the search, which says so: nothing is cut off.</summary>
    internal static async Task<IResult> Services(
        HttpContext http,
        ServiceSearch search,
        RecordExport record,
        ICalendars calendars,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var (me, terms) = (http.User.ToActor(), ServiceSearchAddress.Read(http.Request.Query));
        if (await search.IsTooLong(terms, me, ct))
            return Results.Redirect(ServiceSearchAddress.TooLong(terms));
        var title = $"送达查询 {ChinaTime.DayOf(clock.GetUtcNow()):yyyy-MM-dd}";
        var (calendar, today) = (await calendars.Current(ct), ChinaTime.DayOf(clock.GetUtcNow()));
        return await SheetResult.Of(
            http,
            record,
            me,
            title,
            s_services,
            [],
            search.All(terms, me, ct).Select(r => Row(r, calendar, today)),
            ct
        );
    }

    private static async Task<IResult> Statistics(
        HttpContext http,
        ServiceStatisticsQueries queries,
        RecordExport record,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var (me, address) = (http.User.ToActor(), FigureAddress.Read(http.Request.Query, ChinaTime.DayOf(clock.GetUtcNow())));
        if (await queries.Read(address.Scope, address.Period, me, ct) is not { } figures)
            return Results.NotFound();
        var rows = figures.Parts.Select(p => Row(p.Name, p.Numbers)).Append(Row("合计", figures.Total)).ToAsyncEnumerable();
        return await SheetResult.Of(
            http,
            record,
            me,
            $"送达统计 {figures.Name} {figures.Period}",
            s_statistics,
            IndicatorCatalogue.OfServices,
            rows,
            ct
        );
    }

    private static IReadOnlyList<object?> Row(ServiceRow row, WorkCalendar calendar, DateOnly today) =>
        [
            row.State.Chinese(),
            CaseWords.Display(row.CaseNumber),
            row.TaskNumber,
            row.Recipient,
            row.RecipientRole,
            Masking.Phone(row.RecipientPhone),
            row.Documents,
            string.Join('；', row.Ways.Select(w => $"{w.Channel.Chinese()} {w.State.Chinese()}")),
            row.EffectiveOn is { } on && calendar.Served(on, today) is { IsProvisional: true } ahead ? ahead.Iso : row.EffectiveOn,
            row.BegunAt,
            row.CourtName,
            row.ClerkName,
        ];

    private static IReadOnlyList<object?> Row(string name, ServiceNumbers its) =>
        [
            name,
            its.Begun,
            its.Of(ServiceState.Effective),
            its.Of(ServiceState.Presumed),
            its.Of(ServiceState.ForClerk),
            its.Of(ServiceState.UnderWay),
            its.Of(ServiceState.InNotice),
            its.Of(ServiceState.AwaitsOthers),
            its.Of(ServiceState.Failed),
            its.Of(ServiceState.Withdrawn),
            $"{its.Served}",
            its.DaysFor(0.5),
            its.DaysFor(0.9),
            string.Join('；', its.Channels.Select(c => $"{c.Channel.Chinese()} {c.Rate}（{c.Succeeded}/{c.Succeeded + c.Failed}）")),
            string.Join('；', its.Failures.Select(f => $"{f.Channel.Chinese()} {FailureCodes.Chinese(f.Code)} {f.Attempts}")),
        ];
}
