namespace Infrastructure.WorkOrders;

/// <summary>Where a page of a list ends; the next page begins behind it, whatever came or went in between.</summary>
public sealed record PageKey(DateTimeOffset At, Guid Id);

/// <param name="Next">Null when this is the last page.</param>
public sealed record KeyPage<TRow>(IReadOnlyList<TRow> Rows, PageKey? Next)
{
    public const int Size = 50;

    /// <param name="fetched">One row more than the page shows, where there is one.</param>
    internal static KeyPage<TRow> Of(List<TRow> fetched, Func<TRow, PageKey> key, int size = Size) =>
        fetched.Count <= size ? new(fetched, null) : new(fetched[..size], key(fetched[size - 1]));
}
