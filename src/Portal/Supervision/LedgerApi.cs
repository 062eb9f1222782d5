using System.Globalization;
using System.Text;
using Domain.Figures;
using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;
using Domain.WorkOrders;
using Infrastructure.Figures;
using Infrastructure.Paging;
using Infrastructure.WorkOrders;
using Portal.App;
using Portal.Shared;

namespace Portal.Supervision;

/// <summary>
/// 导出台账: the list of the supervision desk as CSV, page by page, so that a court's list costs no memory. Names stay
/// masked; it begins with who took it out and when.
/// </summary>
internal static class LedgerApi
{
    private const string Path = "/supervision/ledger.csv";

    public static void MapLedger(this IEndpointRouteBuilder app) => app.MapGet(Path, Download).RequireReach(Feature.Supervision);

    public static string Address(FigureScope scope, OrderFilter filter) =>
        $"{Path}?court={scope.CourtId}&division={scope.DivisionId}&tab={filter.Tab}&owner={filter.OwnerId}&category={filter.Category}&"
        + $"urged={filter.OnlyUrged}&unread={filter.OnlyUnread}";

    private static async Task Download(
        HttpContext http,
        DivisionQueries queries,
        TimeProvider clock,
        string? court,
        string? division,
        OrderTab tab,
        string? owner,
        string? category,
        bool urged,
        bool unread,
        CancellationToken ct
    )
    {
        var me = http.User.ToActor();
        var scope = new FigureScope
        {
            CourtId = Guid.TryParse(court, out var its) ? its : null,
            DivisionId = Guid.TryParse(division, out var d) ? d : null,
        };
        var filter = new OrderFilter(
            tab,
            Guid.TryParse(owner, out var o) ? o : null,
            Enum.TryParse<Category>(category, out var c) ? c : null,
            urged,
            unread
        );
        var now = clock.GetUtcNow();
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers.ContentDisposition =
            $"attachment; filename*=UTF-8''{Uri.EscapeDataString($"督办台账-{ChinaTime.ToLocal(now):yyyyMMdd-HHmm}.csv")}";
        // Excel reads UTF-8 by its mark only
        await using var csv = new StreamWriter(http.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await Write(csv, $"{me.Name} 于 {ChinaTime.ToLocal(now):yyyy-MM-dd HH:mm} 导出，内部使用");
        await Write(csv, "工单号", "案号", "类别", "诉求", "当事人", "承办人", "收到", "应答复", "状态", "督办", "催办次数");
        Cursor? next = null;
        do
        {
            var page = await queries.List(scope, filter, next, me, ct);
            foreach (var (order, band) in page.Rows)
            {
                await Write(
                    csv,
                    order.Number,
                    CaseWords.Display(order.CaseNumber),
                    order.Category.Chinese(),
                    order.Title,
                    order.Requester,
                    order.OwnerName,
                    $"{ChinaTime.ToLocal(order.ReceivedAt):yyyy-MM-dd HH:mm}",
                    order.DueOn.Iso,
                    band == DueBand.Late ? "已超期" : order.State.Chinese(),
                    order.Level == 0 ? "" : SupervisionWords.Level(order.Level),
                    order.UrgeCount.ToString(CultureInfo.InvariantCulture)
                );
            }

            await csv.FlushAsync(ct);
            next = page.Next;
        } while (next is not null);

        foreach (var indicator in new[] { IndicatorCatalogue.Open, IndicatorCatalogue.Late, IndicatorCatalogue.Levels })
            await Write(csv, indicator.ToString());
    }

    private static Task Write(StreamWriter csv, params IEnumerable<string?> cells) =>
        csv.WriteAsync(string.Join(',', cells.Select(c => Cell(c ?? ""))) + "\r\n");

    /// <summary>Quoted, and never a formula: a litigant's words may begin with = or @.</summary>
    internal static string Cell(string text) =>
        '"'
        + (text.Length > 0 && "=+-@\t\r".Contains(text[0], StringComparison.Ordinal) ? "'" : "")
        + text.Replace("\"", "\"\"", StringComparison.Ordinal)
        + '"';
}
