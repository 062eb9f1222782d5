namespace Infrastructure.Paging;

/// <param name="Next">Where the next page begins; null when this is the last.</param>
public sealed record Page<TRow>(IReadOnlyList<TRow> Rows, Cursor? Next)
{
    public const int Size = Keyset.Size;

    /// <summary>The same page, each row seen otherwise.</summary>
    public Page<TSeen> As<TSeen>(Func<TRow, TSeen> see) => new([.. Rows.Select(see)], Next);

    /// <param name="fetched">One row more than the page shows, where there is one, as <see cref="Keyset"/> reads it.</param>
    internal static Page<TRow> Of(List<TRow> fetched, Func<TRow, Cursor> key, int size = Keyset.Size) =>
        fetched.Count <= size ? new(fetched, null) : new(fetched[..size], key(fetched[size - 1]));
}
