using System.Linq.Expressions;
using Domain.Shared;
using Microsoft.EntityFrameworkCore.Query;

namespace Infrastructure.Paging;

/// <summary>
/// The one way in which lists are read page by page: behind the last row shown, by an index over the two keys, so that the
/// thousandth page costs what the first does. Each reads one row more than the page shows, for <see cref="Page{TRow}.Of"/>.
/// </summary>
internal static class Keyset
{
    /// <summary>Rows of a page where nothing else is said.</summary>
    public const int Size = 50;

    /// <param name="after">Where the page before ended; null is the first.</param>
    public static IQueryable<T> EarliestFirst<T>(
        this IQueryable<T> rows,
        Cursor? after,
        Expression<Func<T, DateTimeOffset>> at,
        Expression<Func<T, Guid>> id,
        int size = Size
    ) => rows.Behind(after, c => c.At, at, id, isAscending: true).OrderBy(at).ThenBy(id).Take(size + 1);

    /// <summary>By a moment that all these rows have.</summary>
    public static IQueryable<T> EarliestFirst<T>(
        this IQueryable<T> rows,
        Cursor? after,
        Expression<Func<T, DateTimeOffset?>> at,
        Expression<Func<T, Guid>> id,
        int size = Size
    ) => rows.Behind(after, c => c.At, at, id, isAscending: true).OrderBy(at).ThenBy(id).Take(size + 1);

    /// <summary>By a day that all these rows have.</summary>
    public static IQueryable<T> EarliestFirst<T>(
        this IQueryable<T> rows,
        Cursor? after,
        Expression<Func<T, DateOnly?>> on,
        Expression<Func<T, Guid>> id,
        int size = Size
    ) => rows.Behind(after, c => ChinaTime.DayOf(c.At), on, id, isAscending: true).OrderBy(on).ThenBy(id).Take(size + 1);

    /// <summary>Where nothing but the id orders them: in the order in which they were made.</summary>
    public static IQueryable<T> EarliestFirst<T>(this IQueryable<T> rows, Cursor? after, Expression<Func<T, Guid>> id, int size = Size)
    {
        var behind = rows;
        if (after is { Id: var last })
            behind = rows.Where(Expression.Lambda<Func<T, bool>>(Expression.GreaterThan(id.Body, Parameter(() => last)), id.Parameters));
        return behind.OrderBy(id).Take(size + 1);
    }

    /// <summary>By their numbers in the list.</summary>
    public static IQueryable<T> EarliestFirst<T>(this IQueryable<T> rows, Cursor? after, Expression<Func<T, int>> position, int size = Size)
    {
        var behind = rows;
        if (after is not null)
        {
            var last = (int)after.Position;
            behind = rows.Where(
                Expression.Lambda<Func<T, bool>>(Expression.GreaterThan(position.Body, Parameter(() => last)), position.Parameters)
            );
        }

        return behind.OrderBy(position).Take(size + 1);
    }

    /// <param name="after">Where the page before ended; null is the first.</param>
    public static IQueryable<T> NewestFirst<T>(
        this IQueryable<T> rows,
        Cursor? after,
        Expression<Func<T, DateTimeOffset>> at,
        Expression<Func<T, Guid>> id,
        int size = Size
    ) => rows.Behind(after, c => c.At, at, id, isAscending: false).OrderByDescending(at).ThenByDescending(id).Take(size + 1);

    /// <summary>By a moment that all these rows have.</summary>
    public static IQueryable<T> NewestFirst<T>(
        this IQueryable<T> rows,
        Cursor? after,
        Expression<Func<T, DateTimeOffset?>> at,
        Expression<Func<T, Guid>> id,
        int size = Size
    ) => rows.Behind(after, c => c.At, at, id, isAscending: false).OrderByDescending(at).ThenByDescending(id).Take(size + 1);

    public static IQueryable<T> NewestFirst<T>(
        this IQueryable<T> rows,
        Cursor? after,
        Expression<Func<T, DateOnly>> on,
        Expression<Func<T, Guid>> id,
        int size = Size
    ) =>
        rows.Behind(after, c => ChinaTime.DayOf(c.At), on, id, isAscending: false)
            .OrderByDescending(on)
            .ThenByDescending(id)
            .Take(size + 1);

    /// <summary><c>at &gt;= @at AND (at &gt; @at OR id &gt; @id)</c>: the first half alone finds the place in the index, on both engines.</summary>
    private static IQueryable<T> Behind<T, TKey>(
        this IQueryable<T> rows,
        Cursor? after,
        Func<Cursor, TKey> keyOf,
        Expression<Func<T, TKey>> at,
        Expression<Func<T, Guid>> id,
        bool isAscending
    )
    {
        if (after is not { Id: var lastId })
            return rows;
        var lastAt = keyOf(after);
        var (atLast, idLast) = (Parameter(() => lastAt), Parameter(() => lastId));
        var idOf = ReplacingExpressionVisitor.Replace(id.Parameters[0], at.Parameters[0], id.Body);
        return rows.Where(
            Expression.Lambda<Func<T, bool>>(
                isAscending
                    ? Expression.AndAlso(
                        Expression.GreaterThanOrEqual(at.Body, atLast),
                        Expression.OrElse(Expression.GreaterThan(at.Body, atLast), Expression.GreaterThan(idOf, idLast))
                    )
                    : Expression.AndAlso(
                        Expression.LessThanOrEqual(at.Body, atLast),
                        Expression.OrElse(Expression.LessThan(at.Body, atLast), Expression.LessThan(idOf, idLast))
                    ),
                at.Parameters
            )
        );
    }

    // A captured variable, as the compiler would write it, becomes a parameter of the statement; a constant would become a new one each time.
    private static Expression Parameter<TValue>(Expression<Func<TValue>> captured) => captured.Body;
}
