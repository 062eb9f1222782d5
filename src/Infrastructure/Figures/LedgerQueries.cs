using System.Runtime.CompilerServices;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Infrastructure.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Figures;

/// <summary>The orders behind a figure (台账): exactly those that were counted.</summary>
public enum LedgerList
{
    Received,
    Closed,
    Open,
    Late,
    Due,
    Missed,
    Unanswered,
    Rated,
    Dissatisfied,
    Replied,
    Supervised,
    Repeated,
    Restarted,
    Reopened,
    Merged,
}

/// <param name="MayOpen">False for orders that count in the unit but are another court's to read: an agent answered at once.</param>
public sealed record LedgerRow(OrderListRow Order, string Court, string Division, bool MayOpen);

public sealed class LedgerQueries(CourtDb db, TimeProvider clock)
{
    private const int ExportPage = 500;

    /// <returns>Null where the person may not look.</returns>
    public async Task<Page<LedgerRow>?> Page(
        LedgerList list,
        FigureScope asked,
        FigurePeriod period,
        Cursor? after,
        Actor by,
        CancellationToken ct
    ) => FigureScope.For(by, asked) is { } scope ? await Page(list, scope, period, after, Keyset.Size, by, ct) : null;

    /// <summary>All of them, read page by page while they are written to a file.</summary>
    public async IAsyncEnumerable<LedgerRow> All(
        LedgerList list,
        FigureScope asked,
        FigurePeriod period,
        Actor by,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        if (FigureScope.For(by, asked) is not { } scope)
            yield break;
        Cursor? next = null;
        do
        {
            var page = await Page(list, scope, period, next, ExportPage, by, ct);
            foreach (var row in page.Rows)
                yield return row;
            next = page.Next;
        } while (next is not null);
    }

    private async Task<Page<LedgerRow>> Page(
        LedgerList list,
        FigureScope scope,
        FigurePeriod period,
        Cursor? after,
        int size,
        Actor by,
        CancellationToken ct
    )
    {
        var orders = In(Of(list, period, ChinaTime.DayOf(clock.GetUtcNow())), scope, list, period);
        var keys = await Keys(list, orders, after, size).ToListAsync(ct);
        var page = Page<Cursor>.Of(keys, k => k, size);
        var ids = page.Rows.Select(k => k.Id).ToList();
        var rows = await db.Set<WorkOrder>()
            .AsNoTracking()
            .Where(o => ids.Contains(o.Id))
            .Select(OrderListRow.Of)
            .ToDictionaryAsync(o => o.Id, ct);
        var counted = await db.Set<WorkOrder>()
            .Where(o => ids.Contains(o.Id))
            .Select(o => new
            {
                o.Id,
                Court = o.CountsInCourtId ?? o.CourtId,
                Division = o.CountsInDivisionId ?? o.DivisionId,
            })
            .ToDictionaryAsync(o => o.Id, ct);
        var mine = (await db.VisibleTo(by).Where(o => ids.Contains(o.Id)).Select(o => o.Id).ToListAsync(ct)).ToHashSet();
        var courts = await db.Set<Court>().ToDictionaryAsync(c => c.Id, c => c.ShortName, ct);
        var divisions = await db.Set<Division>().ToDictionaryAsync(d => d.Id, d => d.ShortName, ct);
        return new Page<LedgerRow>(
            [
                .. ids.Where(rows.ContainsKey)
                    .Select(id => new LedgerRow(
                        rows[id],
                        courts[counted[id].Court],
                        divisions.GetValueOrDefault(counted[id].Division, "12368 坐席"),
                        mine.Contains(id)
                    )),
            ],
            page.Next
        );
    }

    private IQueryable<WorkOrder> Of(LedgerList list, FigurePeriod period, DateOnly today)
    {
        var (starts, ends) = (period.Starts, period.Ends);
        // A limit is 24:00 of its day: those of the period that are over.
        var (firstLimit, lastLimit) = (starts, ChinaTime.StartOf(period.To < today ? period.To.AddDays(1) : today));
        var due = db.Set<WorkOrder>()
            .AsNoTracking()
            .Where(o => o.DispatchedAt != null && o.MergedIntoId == null && o.DueAt > firstLimit && o.DueAt <= lastLimit);
        var received = db.Set<WorkOrder>().AsNoTracking().Where(o => o.ReceivedAt >= starts && o.ReceivedAt < ends);
        var rated = db.Set<WorkOrder>().AsNoTracking().Where(o => o.Satisfaction != null && o.RatedAt >= starts && o.RatedAt < ends);
        return list switch
        {
            LedgerList.Received => received,
            LedgerList.Repeated => received.Where(o => o.IsRepeat),
            LedgerList.Restarted => received.Where(o => o.RestartCount > 0),
            LedgerList.Reopened => received.Where(o => o.ReopenCount > 0),
            LedgerList.Merged => received.Where(o => o.MergedIntoId != null),
            LedgerList.Closed => db.Set<WorkOrder>().AsNoTracking().Where(o => o.ClosedAt >= starts && o.ClosedAt < ends),
            LedgerList.Open => db.Set<WorkOrder>().AsNoTracking().Where(o => o.ClosedAt == null),
            LedgerList.Late => db.Set<WorkOrder>().AsNoTracking().Where(o => o.ClosedAt == null && o.DueDay < today),
            LedgerList.Due => due,
            LedgerList.Missed => due.Where(o => o.ClosedAt == null || o.ClosedAt >= o.DueAt),
            LedgerList.Unanswered => due.Where(o => o.ClosedAt == null),
            LedgerList.Supervised => due.Where(o => o.Level > 0),
            LedgerList.Rated => rated,
            LedgerList.Dissatisfied => rated.Where(o => o.Satisfaction == Satisfaction.Dissatisfied),
            LedgerList.Replied => db.Set<WorkOrder>()
                .AsNoTracking()
                .Where(o => o.DispatchedAt != null && o.MergedIntoId == null && o.FirstReplyAt >= starts && o.FirstReplyAt < ends),
            _ => throw new ArgumentOutOfRangeException(nameof(list), list, null),
        };
    }

    private static IQueryable<WorkOrder> In(IQueryable<WorkOrder> orders, FigureScope scope, LedgerList list, FigurePeriod period)
    {
        if (scope.CourtId is { } court)
            orders = orders.Where(o => (o.CountsInCourtId ?? o.CourtId) == court);
        if (scope.DivisionId is { } division)
            orders = orders.Where(o => (o.CountsInDivisionId ?? o.DivisionId) == division);
        if (scope.OwnerId is { } owner)
            orders = OfOwner(orders.Where(o => o.OwnerId == owner), list, period);
        return orders;
    }

    /// <summary>
    /// One person's are few among a period's: the indexes of their open and of their closed orders find them together once it is said that an
    /// order is open or closed. Nothing is closed before it came.
    /// </summary>
    private static IQueryable<WorkOrder> OfOwner(IQueryable<WorkOrder> orders, LedgerList list, FigurePeriod period)
    {
        var since = list switch
        {
            LedgerList.Received or LedgerList.Repeated or LedgerList.Restarted or LedgerList.Reopened or LedgerList.Merged => period.Starts,
            LedgerList.Closed or LedgerList.Open or LedgerList.Late or LedgerList.Unanswered => (DateTimeOffset?)null, // said already
            _ => DateTimeOffset.UnixEpoch,
        };
        return since is { } from ? orders.Where(o => o.ClosedAt == null || o.ClosedAt >= from) : orders;
    }

    /// <summary>Late ones by their limit; others by what they are listed for, the newest first. Each by an index.</summary>
    private static IQueryable<Cursor> Keys(LedgerList list, IQueryable<WorkOrder> orders, Cursor? after, int size) =>
        list switch
        {
            LedgerList.Open or LedgerList.Late or LedgerList.Due or LedgerList.Missed or LedgerList.Unanswered or LedgerList.Supervised =>
                orders.EarliestFirst(after, o => o.DueAt, o => o.Id, size).Select(o => new Cursor(o.DueAt, o.Id)),
            LedgerList.Closed => orders
                .NewestFirst(after, o => o.ClosedAt, o => o.Id, size)
                .Select(o => new Cursor(o.ClosedAt!.Value, o.Id)),
            LedgerList.Replied => orders
                .NewestFirst(after, o => o.FirstReplyAt, o => o.Id, size)
                .Select(o => new Cursor(o.FirstReplyAt!.Value, o.Id)),
            LedgerList.Rated or LedgerList.Dissatisfied => orders
                .NewestFirst(after, o => o.RatedAt, o => o.Id, size)
                .Select(o => new Cursor(o.RatedAt!.Value, o.Id)),
            _ => orders.NewestFirst(after, o => o.ReceivedAt, o => o.Id, size).Select(o => new Cursor(o.ReceivedAt, o.Id)),
        };
}

public static class LedgerWords
{
    public static string Chinese(this LedgerList list) =>
        list switch
        {
            LedgerList.Received => "接收",
            LedgerList.Closed => "办结",
            LedgerList.Open => "在办",
            LedgerList.Late => "已超期未办结",
            LedgerList.Due => "期限届满",
            LedgerList.Missed => "未按期办结",
            LedgerList.Unanswered => "届满仍未办结",
            LedgerList.Rated => "已评价",
            LedgerList.Dissatisfied => "不满意",
            LedgerList.Replied => "首次答复",
            LedgerList.Supervised => "进入督办",
            LedgerList.Repeated => "重复诉求",
            LedgerList.Restarted => "重新计时",
            LedgerList.Reopened => "回头看重办",
            LedgerList.Merged => "已合并",
            _ => throw new ArgumentOutOfRangeException(nameof(list), list, null),
        };
}
