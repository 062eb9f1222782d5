using System.Text.RegularExpressions;
using Domain.WorkOrders;
using Given;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Tests.Paging;

/// <summary>Lists in parts (ADR 29): each part is ordered and limited by itself, where its index does it, and then all of them.</summary>
public sealed class KeysetPartsTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly Cursor s_after = new(new(2026, 11, 20, 2, 26, 0, TimeSpan.Zero), Guid.CreateVersion7());

    [Fact]
    public async Task Each_part_is_cut_before_all_are()
    {
        Assert.Equal((3, 3, 1), await Shape(orders => orders.EarliestFirst(s_after, o => o.DueAt, o => o.Id), 2));
        Assert.Equal((3, 3, 1), await Shape(orders => orders.NewestFirst(s_after, o => o.ReceivedAt, o => o.Id), 2));
        Assert.Equal(
            (4, 4, 2),
            await Shape(orders => orders.NewestFirst(s_after, o => o.ClosedAt, o => o.Id, few: o => o.ClosedAt ?? o.ReceivedAt), 3)
        );
    }

    [Fact]
    public async Task A_single_part_is_cut_once() =>
        Assert.Equal((1, 1, 0), await Shape(orders => orders.NewestFirst(null, o => o.ReceivedAt, o => o.Id), 1));

    /// <returns>How often it is ordered, limited, put together.</returns>
    private async Task<(int Ordered, int Limited, int PutTogether)> Shape(
        Func<List<IQueryable<WorkOrder>>, IQueryable<WorkOrder>> list,
        int parts
    )
    {
        var data = await CourtData.Open(database.ConnectionString());
        var sql = await data.Use(
            (CourtDb db) =>
                Task.FromResult(
                    list([.. Enumerable.Range(0, parts).Select(i => db.Set<WorkOrder>().Where(o => o.UrgeCount == i))]).ToQueryString()
                )
        );
        return (Regex.Count(sql, "ORDER BY"), Regex.Count(sql, "LIMIT"), Regex.Count(sql, "UNION ALL"));
    }
}
