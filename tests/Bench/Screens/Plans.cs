using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Bench.Screens;

/// <param name="Screen">Where it ran first.</param>
internal sealed record SeenCommand(string Screen, string Sql, IReadOnlyList<NpgsqlParameter> Parameters);

/// <summary>Keeps each distinct statement that a screen sends, with the values it was sent with, and asks how the database would run it.</summary>
internal sealed class Plans : DbCommandInterceptor
{
    private readonly ConcurrentDictionary<string, SeenCommand> _seen = [];

    /// <summary>Whose statements come now; null keeps none.</summary>
    public string? Screen { get; set; }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        if (Screen is { } screen && !_seen.ContainsKey(command.CommandText))
            _seen.TryAdd(
                command.CommandText,
                new SeenCommand(screen, command.CommandText, [.. command.Parameters.Cast<NpgsqlParameter>().Select(p => p.Clone())])
            );
        return new(result);
    }

    public int Count => _seen.Count;

    /// <returns>Statements that read a growing table from end to end, and which.</returns>
    public async Task<IReadOnlyList<(SeenCommand Command, string Table)>> ReadingWhole(
        string connectionString,
        IReadOnlySet<string> growing
    )
    {
        List<(SeenCommand, string)> whole = [];
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        foreach (var seen in _seen.Values.OrderBy(s => s.Screen, StringComparer.Ordinal))
        {
            await using var explain = new NpgsqlCommand("EXPLAIN (FORMAT JSON) " + seen.Sql, connection);
            explain.Parameters.AddRange(seen.Parameters.Select(p => p.Clone()).ToArray());
            using var plan = JsonDocument.Parse((string)(await explain.ExecuteScalarAsync())!);
            whole.AddRange(
                Nodes(plan.RootElement[0].GetProperty("Plan"))
                    .Where(n => n.GetProperty("Node Type").GetString() == "Seq Scan")
                    .Select(n => n.GetProperty("Relation Name").GetString()!)
                    .Where(growing.Contains)
                    .Distinct()
                    .Select(table => (seen, table))
            );
        }

        return whole;
    }

    private static IEnumerable<JsonElement> Nodes(JsonElement node) =>
        node.TryGetProperty("Plans", out var inner) ? inner.EnumerateArray().SelectMany(Nodes).Prepend(node) : [node];
}
