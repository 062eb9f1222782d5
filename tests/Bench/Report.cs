using System.Globalization;
using System.Text.Json;

namespace Bench;

/// <summary>All figures of one run, as a table and as JSON.</summary>
internal sealed class Report
{
    private readonly List<Row> _rows = [];

    public Figures this[string name, int orders] => _rows.Last(r => r.Figures.Name == name && r.Orders == orders).Figures;

    /// <param name="orders">How many orders there were; 0 where it does not matter.</param>
    public Figures Add(int orders, Figures figures)
    {
        _rows.Add(new Row(orders, figures));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{figures.Name, -32}{(orders == 0 ? "" : orders.ToString("N0", CultureInfo.InvariantCulture)), 12}{figures.Count, 10:N0}"
                    + $"{figures.Rate, 12:N0}{figures.P50, 10:N2}{figures.P99, 10:N2}"
            )
        );
        return figures;
    }

    public static void PrintHead() => Console.WriteLine($"{"", -32}{"orders", 12}{"n", 10}{"per second", 12}{"p50 ms", 10}{"p99 ms", 10}");

    /// <summary>A share of a baseline or a limit, beside what was aimed at, if anything was.</summary>
    public void Compare(string what, double value, string? aim = null, bool? reached = null)
    {
        _ratios.Add(new Ratio(what, Math.Round(value, 4), aim, reached));
        var verdict = aim is null ? "" : $"   aim {aim}: {(reached == true ? "reached" : "NOT reached")}";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what, -64}{value, 10:N3}{verdict}"));
    }

    public Task Write(string path) =>
        File.WriteAllTextAsync(path, JsonSerializer.Serialize(new { figures = _rows, ratios = _ratios }, s_json));

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private readonly List<Ratio> _ratios = [];

    private sealed record Row(int Orders, Figures Figures);

    private sealed record Ratio(string What, double Value, string? Aim, bool? Reached);
}
