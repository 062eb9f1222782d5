namespace Portal.Shared;

/// <summary>A list whose rows stay while somebody has a form open on them.</summary>
public interface IKeepsRows
{
    /// <summary>The form on this row is open, or closed again.</summary>
    /// <returns>True when the row is gone by now: the list should be read again.</returns>
    bool Keep(object key, bool isOpen);
}

/// <summary>
/// Rows on which somebody has a form open. One that is not among what was read last, because a colleague was faster or newer ones came
/// before it, stays where it was until its form is closed; sending it then says what happened.
/// </summary>
public sealed class RowsInHand<TRow>(Func<TRow, object> keyOf) : IKeepsRows
{
    private readonly HashSet<object> _open = [];
    private readonly HashSet<object> _gone = [];

    /// <summary>How many rows stand in the list only for their form.</summary>
    public int Gone => _gone.Count;

    public bool Keep(object key, bool isOpen)
    {
        if (isOpen)
        {
            _open.Add(key);
            return false;
        }

        _open.Remove(key);
        return _gone.Remove(key);
    }

    /// <returns>What was read, with the rows in hand that it lacks.</returns>
    public List<TRow> With(IReadOnlyList<TRow> before, IReadOnlyList<TRow> read)
    {
        List<TRow> rows = [.. read];
        _gone.Clear();
        if (_open.Count == 0)
            return rows;
        var there = read.Select(keyOf).ToHashSet();
        for (var i = 0; i < before.Count; i++)
        {
            if (!_open.Contains(keyOf(before[i])) || !there.Add(keyOf(before[i])))
                continue;
            rows.Insert(Math.Min(i, rows.Count), before[i]);
            _gone.Add(keyOf(before[i]));
        }

        return rows;
    }

    /// <returns>What follows, without the rows in hand that it brings again.</returns>
    public IEnumerable<TRow> Behind(IReadOnlyList<TRow> read) => _gone.Count == 0 ? read : read.Where(row => !_gone.Contains(keyOf(row)));
}
