using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Paging;

/// <summary>How long a list is, without reading it.</summary>
/// <param name="Late">How many of them are past their deadline.</param>
public readonly record struct Tally(int Total, int Late);

/// <summary>A list counted by the database. Several are put together into one statement: lists of the same kind add up.</summary>
internal sealed class Tallied
{
    public int Kind { get; init; }
    public int Total { get; init; }
    public int Late { get; init; }
}

internal static class Tallies
{
    /// <param name="kind">What it is counted for, where several are asked together.</param>
    public static IQueryable<Tallied> Tallied<T>(this IQueryable<T> rows, Expression<Func<T, bool>> late, int kind = 0) =>
        rows.GroupBy(_ => 1)
            .Select(g => new Tallied
            {
                Kind = kind,
                Total = g.Count(),
                Late = g.AsQueryable().Count(late),
            });

    /// <summary>Of rows that have no deadline.</summary>
    public static IQueryable<Tallied> Tallied<T>(this IQueryable<T> rows, int kind = 0) =>
        rows.GroupBy(_ => 1)
            .Select(g => new Tallied
            {
                Kind = kind,
                Total = g.Count(),
                Late = 0,
            });

    /// <summary>One statement, however many lists.</summary>
    /// <returns>By kind; a kind without rows is missing.</returns>
    public static async Task<Dictionary<int, Tally>> ByKind(this IEnumerable<IQueryable<Tallied>> lists, CancellationToken ct) =>
        (await lists.Aggregate((all, next) => all.Concat(next)).ToListAsync(ct))
            .GroupBy(t => t.Kind)
            .ToDictionary(g => g.Key, g => new Tally(g.Sum(t => t.Total), g.Sum(t => t.Late)));

    public static async Task<Tally> Sum(this IEnumerable<IQueryable<Tallied>> lists, CancellationToken ct) =>
        (await lists.ByKind(ct)).GetValueOrDefault(0);
}
