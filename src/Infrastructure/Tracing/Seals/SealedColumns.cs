namespace Infrastructure.Tracing.Seals;

/// <summary>
/// What <c>sealed-columns.txt</c> says: which columns each form of a table's seal covers, and which columns carry no responsibility. The one
/// place where that is decided.
/// </summary>
internal static class SealedColumns
{
    /// <summary>The form before any: a table that the list does not know yet is sealed whole.</summary>
    public const int FirstForm = 1;

    private const string Everywhere = "*";
    private const string Unsealed = "unsealed";
    private static readonly ILookup<string, (string Form, string[] Columns)> s_lines = Read()
        .ToLookup(l => l.Table, l => (l.Form, l.Columns));

    public static IEnumerable<string> Tables => s_lines.Select(l => l.Key).Where(t => t != Everywhere);

    /// <returns>The columns by form, the oldest first; empty for a table that is not listed.</returns>
    public static SortedDictionary<int, string[]> FormsOf(string table) =>
        new(
            s_lines[table]
                .Where(l => l.Form != Unsealed)
                .ToDictionary(l => int.Parse(l.Form, System.Globalization.CultureInfo.InvariantCulture), l => l.Columns)
        );

    public static bool IsUnsealed(string table, string column) =>
        s_lines[table]
            .Concat(s_lines[Everywhere])
            .Any(l => l.Form == Unsealed && (l.Columns.Contains(column) || l.Columns.Contains(Everywhere)));

    /// <summary>Lines of table, form and columns; an indented line goes on with the one before.</summary>
    private static IEnumerable<(string Table, string Form, string[] Columns)> Read()
    {
        using var stream = typeof(SealedColumns).Assembly.GetManifestResourceStream("sealed-columns.txt")!;
        using var reader = new StreamReader(stream);
        List<List<string>> lines = [];
        while (reader.ReadLine() is { } line)
        {
            var words = line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0)
                continue;
            if (line[0] == ' ')
                lines[^1].AddRange(words);
            else
                lines.Add([.. words]);
        }

        return lines.Select(l => (l[0], l[1], l[2..].ToArray()));
    }
}
