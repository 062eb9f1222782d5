using System.Globalization;

namespace Domain.Shared;

/// <summary>
/// What a save left behind of an aggregate, as trace rows carry it: its own stored row, and the rows of its parts that were added,
/// changed or removed.
/// </summary>
public sealed record SealedState(SealedRow Own, IReadOnlyList<SealedRow> Parts);

/// <summary>One stored row as it was left; a line of <see cref="TraceRow.Seal"/>.</summary>
/// <param name="Form">Which columns <paramref name="Hash"/> covers; each table counts its own.</param>
/// <param name="Key">The primary key's values, joined by <c>/</c>.</param>
/// <param name="Hash">64 hex digits; <see cref="Gone"/> for a row that the save removed.</param>
/// <param name="Name">What people call it (a number), so that it can be named when it is gone; may be empty.</param>
public sealed record SealedRow(string Table, int Form, string Key, string Hash, string Name = "")
{
    public const string Gone = "gone";

    public bool IsGone => Hash == Gone;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Table} {Form} {Key} {Hash} {Name}");

    /// <returns>The lines of a seal; none for an empty one.</returns>
    /// <exception cref="FormatException">It is no seal.</exception>
    public static IReadOnlyList<SealedRow> Read(string seal) => seal.Length == 0 ? [] : [.. seal.Split('\n').Select(ReadLine)];

    /// <returns>None also for what is no seal.</returns>
    public static IReadOnlyList<SealedRow> TryRead(string seal)
    {
        try
        {
            return Read(seal);
        }
        catch (FormatException)
        {
            return [];
        }
    }

    /// <summary>What people call a record: its number, or its table and id where it has none.</summary>
    public static string Called(string name, string table, Guid id) => name.Length > 0 ? name : $"{table} {id}";

    public static string Write(IEnumerable<SealedRow> rows) => string.Join('\n', rows);

    private static SealedRow ReadLine(string line) =>
        line.Split(' ', 5) is [var table, var form, var key, var hash, var name]
            ? new SealedRow(table, int.Parse(form, CultureInfo.InvariantCulture), key, hash, name)
            : throw new FormatException("This is no line of a seal.");
}
