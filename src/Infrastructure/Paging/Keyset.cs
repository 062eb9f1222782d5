using System.Linq.Expressions;
using Domain.Shared;
using Microsoft.EntityFrameworkCore.Query;

namespace Infrastructure.Paging;

/// <summary>
/// The one way in which lists are read page by page: behind the last row shown, by an index over the keys, so that the
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
    ) => rows.Page(after, isAscending: true, size, At(at), Id(id));

    /// <summary>By a moment that all these rows have.</summary>
    public static IQueryable<T> EarliestFirst<T>(
        this IQueryable<T> rows,
        Cursor? after,
        Expression<Func<T, DateTimeOffset?>> at,
        Expression<Func<T, Guid>> id,
        int size = Size
    ) => rows.Page(after, isAscending: true, size, At(at), Id(id));

    /// <summary>By a day that all these rows have.</summary>
    public static IQueryable<T> EarliestFirst<T>(
        this IQueryable<T> rows,
        Cursor? after,
        Expression<Func<T, DateOnly?>> on,
        Expression<Func<T, Guid>> id,
        int size = Size
    ) => rows.Page(after, isAscending: true, size, new Key<T, DateOnly?>(on, c => ChinaTime.DayOf(c.At)), Id(id));

    /// <summary>Where nothing but the id orders them: in the order in which they were made.</summary>
    public static IQueryable<T> EarliestFirst<T>(this IQueryable<T> rows, Cursor? after, Expression<Func<T, Guid>> id, int size = Size) =>
        rows.Page(after, isAscending: true, size, Id(id));

    /// <summary>By their numbers in the list.</summary>
    public static IQueryable<T> EarliestFirst<T>(
        this IQueryable<T> rows,
        Cursor? after,
        Expression<Func<T, int>> position,
        int size = Size
    ) => rows.Page(after, isAscending: true, size, new Key<T, int>(position, c => (int)c.Position));

    /// <summary>By two numbers, which several rows may have.</summary>
    /// <param name="last">The numbers of the last row shown, out of the cursor's position.</param>
    public static IQueryable<T> EarliestFirst<T>(
        this IQueryable<T> rows,
        Cursor? after,
        Expression<Func<T, int>> part,
        Expression<Func<T, int>> position,
        Expression<Func<T, Guid>> id,
        Func<Cursor, (int Part, int Position)> last,
        int size = Size
    ) =>
        rows.Page(
            after,
            isAscending: true,
            size,
            new Key<T, int>(part, c => last(c).Part),
            new Key<T, int>(position, c => last(c).Position),
            Id(id)
        );

    /// <param name="after">Where the page before ended; null is the first.</param>
    public static IQueryable<T> NewestFirst<T>(
        this IQueryable<T> rows,
        Cursor? after,
        Expression<Func<T, DateTimeOffset>> at,
        Expression<Func<T, Guid>> id,
        int size = Size
    ) => rows.Page(after, isAscending: false, size, At(at), Id(id));

    /// <summary>Rows that are numbered within one record, of several records.</summary>
    public static IQueryable<T> NewestFirst<T>(
        this IQueryable<T> rows,
        Cursor? after,
        Expression<Func<T, DateTimeOffset>> at,
        Expression<Func<T, Guid>> id,
        Expression<Func<T, long>> position,
        int size = Size
    ) => rows.Page(after, isAscending: false, size, At(at), Id(id), new Key<T, long>(position, c => c.Position));

    /// <summary>Rows of one rank after those of the one above, and numbered within one record.</summary>
    /// <param name="last">Rank and number of the last row shown, out of the cursor's position.</param>
    public static IQueryable<T> NewestFirst<T>(
        this IQueryable<T> rows,
        Cursor? after,
        Expression<Func<T, int>> rank,
        Expression<Func<T, DateTimeOffset>> at,
        Expression<Func<T, Guid>> id,
        Expression<Func<T, int>> position,
        Func<Cursor, (int Rank, int Position)> last,
        int size = Size
    ) =>
        rows.Page(
            after,
            isAscending: false,
            size,
            new Key<T, int>(rank, c => last(c).Rank),
            At(at),
            Id(id),
            new Key<T, int>(position, c => last(c).Position)
        );

    /// <summary>By a moment that all these rows have.</summary>
    public static IQueryable<T> NewestFirst<T>(
        this IQueryable<T> rows,
        Cursor? after,
        Expression<Func<T, DateTimeOffset?>> at,
        Expression<Func<T, Guid>> id,
        int size = Size
    ) => rows.Page(after, isAscending: false, size, At(at), Id(id));

    public static IQueryable<T> NewestFirst<T>(
        this IQueryable<T> rows,
        Cursor? after,
        Expression<Func<T, DateOnly>> on,
        Expression<Func<T, Guid>> id,
        int size = Size
    ) => rows.Page(after, isAscending: false, size, new Key<T, DateOnly>(on, c => ChinaTime.DayOf(c.At)), Id(id));

    /// <summary>Of parts that do not overlap: the earliest of each by its own index, then of all (ADR 29).</summary>
    public static IQueryable<T> EarliestFirst<T>(
        this IEnumerable<IQueryable<T>> parts,
        Cursor? after,
        Expression<Func<T, DateTimeOffset>> at,
        Expression<Func<T, Guid>> id,
        int size = Size
    ) => parts.Select(rows => rows.EarliestFirst(after, at, id, size)).OfAll(all => all.EarliestFirst(null, at, id, size));

    /// <summary>Of parts that do not overlap: the newest of each by its own index, then of all (ADR 29).</summary>
    public static IQueryable<T> NewestFirst<T>(
        this IEnumerable<IQueryable<T>> parts,
        Cursor? after,
        Expression<Func<T, DateTimeOffset>> at,
        Expression<Func<T, Guid>> id,
        int size = Size
    ) => parts.Select(rows => rows.NewestFirst(after, at, id, size)).OfAll(all => all.NewestFirst(null, at, id, size));

    /// <summary>By a moment that all these rows have.</summary>
    /// <param name="few">
    /// The same moment of the parts behind the first, by an expression that no index is in, where they are few among much: by its index the
    /// database goes back through all there is until it has a page of them.
    /// </param>
    public static IQueryable<T> NewestFirst<T>(
        this IEnumerable<IQueryable<T>> parts,
        Cursor? after,
        Expression<Func<T, DateTimeOffset?>> at,
        Expression<Func<T, Guid>> id,
        int size = Size,
        Expression<Func<T, DateTimeOffset?>>? few = null
    ) =>
        parts
            .Select((rows, i) => rows.NewestFirst(after, i == 0 ? at : few ?? at, id, size))
            .OfAll(all => all.NewestFirst(null, at, id, size));

    /// <summary>One part is in order already.</summary>
    private static IQueryable<T> OfAll<T>(this IEnumerable<IQueryable<T>> pages, Func<IQueryable<T>, IQueryable<T>> first)
    {
        var each = pages.ToList();
        return each.Count == 1 ? each[0] : first(each.Aggregate((all, next) => all.Concat(next)));
    }

    private static IQueryable<T> Page<T>(this IQueryable<T> rows, Cursor? after, bool isAscending, int size, params Key<T>[] keys)
    {
        if (after is not null)
        {
            var row = Expression.Parameter(typeof(T), "row");
            rows = rows.Where(Expression.Lambda<Func<T, bool>>(Behind(row, after, isAscending, keys), row));
        }

        var ordered = keys.Skip(1).Aggregate(keys[0].Order(rows, isAscending), (sorted, key) => key.ThenOrder(sorted, isAscending));
        return ordered.Take(size + 1);
    }

    /// <summary><c>at &gt;= @at AND (at &gt; @at OR …the next key…)</c>: the first half alone finds the place in the index, on both engines.</summary>
    private static BinaryExpression Behind<T>(ParameterExpression row, Cursor after, bool isAscending, ReadOnlySpan<Key<T>> keys)
    {
        var (value, last) = (keys[0].Of(row), keys[0].Last(after));
        var beyond = isAscending ? Expression.GreaterThan(value, last) : Expression.LessThan(value, last);
        if (keys.Length == 1)
            return beyond;
        var from = isAscending ? Expression.GreaterThanOrEqual(value, last) : Expression.LessThanOrEqual(value, last);
        return Expression.AndAlso(from, Expression.OrElse(beyond, Behind(row, after, isAscending, keys[1..])));
    }

    private static Key<T, DateTimeOffset> At<T>(Expression<Func<T, DateTimeOffset>> at) => new(at, c => c.At);

    private static Key<T, DateTimeOffset?> At<T>(Expression<Func<T, DateTimeOffset?>> at) => new(at, c => c.At);

    private static Key<T, Guid> Id<T>(Expression<Func<T, Guid>> id) => new(id, c => c.Id);

    /// <summary>One of the columns that order a list, and where in a cursor its last value stands.</summary>
    private abstract class Key<T>
    {
        public abstract Expression Of(ParameterExpression row);

        public abstract Expression Last(Cursor after);

        public abstract IOrderedQueryable<T> Order(IQueryable<T> rows, bool isAscending);

        public abstract IOrderedQueryable<T> ThenOrder(IOrderedQueryable<T> rows, bool isAscending);
    }

    private sealed class Key<T, TKey>(Expression<Func<T, TKey>> of, Func<Cursor, TKey> last) : Key<T>
    {
        public override Expression Of(ParameterExpression row) => ReplacingExpressionVisitor.Replace(of.Parameters[0], row, of.Body);

        // A captured variable, as the compiler would write it, becomes a parameter of the statement; a constant would become a new one each time.
        public override Expression Last(Cursor after)
        {
            var value = last(after);
            Expression<Func<TKey>> captured = () => value;
            return captured.Body;
        }

        public override IOrderedQueryable<T> Order(IQueryable<T> rows, bool isAscending) =>
            isAscending ? rows.OrderBy(of) : rows.OrderByDescending(of);

        public override IOrderedQueryable<T> ThenOrder(IOrderedQueryable<T> rows, bool isAscending) =>
            isAscending ? rows.ThenBy(of) : rows.ThenByDescending(of);
    }
}
