using System.Diagnostics;
using System.Globalization;
using Given;
using Infrastructure.Persistence;
using Infrastructure.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bench.Screens;

/// <param name="Ask">With a number that differs from round to round, so that not the same row is asked for each time.</param>
internal sealed record Screen(string Name, string Role, Func<CourtData, int, Task> Ask);

/// <summary>Every list and search that a screen offers, each as its slowest role, four callers at once; and how the database runs them.</summary>
internal static class ScreenRun
{
    /// <summary>For the filling: nothing of it has to outlive a crash.</summary>
    public const string ServerOptions =
        "-c wal_level=minimal -c max_wal_senders=0 -c max_wal_size=8GB -c full_page_writes=off -c fsync=off -c checkpoint_timeout=30min";

    private const double Aim = 50;
    private const int Callers = 4;
    private const int Rounds = 50;

    public static async Task Fill(string connectionString, CitySize size)
    {
        var data = await CourtData.Open(connectionString);
        var begun = Stopwatch.GetTimestamp();
        await CityOf(data, connectionString, size).Fill();
        var disk = await data.Use(
            (CourtDb db) => db.Database.SqlQueryRaw<long>("SELECT pg_database_size(current_database()) AS \"Value\"").SingleAsync()
        );
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"filled in {Stopwatch.GetElapsedTime(begun).TotalMinutes:N1} min, {disk / 1e9:N1} GB: "
                    + $"{size.Orders:N0} orders, {size.Documents:N0} documents served, {size.Cases:N0} cases\n"
            )
        );
    }

    public static async Task Run(string connectionString, CitySize size, string only, Report report)
    {
        var plans = new Plans();
        var data = await CourtData.Open(
            connectionString + ";Maximum Pool Size=32",
            more: services => services.ConfigureDbContext<PostgreSqlCourtDb>(o => o.AddInterceptors(plans))
        );
        var city = CityOf(data, connectionString, size);
        Console.WriteLine($"{"screen", -44}{"role", -22}{"p50 ms", 10}{"p99 ms", 10}   aim ≤ {Aim} ms");
        List<double> worst = [];
        foreach (var screen in (await new ScreenList(data, city, size).All()).Where(s => s.Name.Contains(only, StringComparison.Ordinal)))
        {
            var figures = await Measure(data, plans, screen);
            worst.Add(figures.P99);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{screen.Name, -44}{screen.Role, -22}{figures.P50, 10:N2}{figures.P99, 10:N2}   {(figures.P99 <= Aim ? "reached" : "NOT reached")}"
                )
            );
        }

        plans.Screen = null;
        Console.WriteLine();
        var whole = await plans.ReadingWhole(connectionString, GreatCity.Growing);
        foreach (var (command, table) in whole)
            Console.WriteLine($"{command.Screen} reads {table} from end to end:\n{command.Sql}\n");
        report.Compare($"screens over {Aim} ms of {worst.Count}", worst.Count(w => w > Aim), "= 0", worst.TrueForAll(w => w <= Aim));
        report.Compare($"statements of {plans.Count} that read a growing table whole", whole.Count, "= 0", whole.Count == 0);
    }

    private static GreatCity CityOf(CourtData data, string connectionString, CitySize size)
    {
        using var scope = data.Services.CreateScope();
        return new GreatCity(data, new Filling(connectionString, scope.ServiceProvider.GetRequiredService<CourtDb>().Model), size);
    }

    private static async Task<Figures> Measure(CourtData data, Plans plans, Screen screen)
    {
        plans.Screen = $"{screen.Name} ({screen.Role})";
        for (var i = 0; i < 8; i++)
            await screen.Ask(data, i); // code and plans
        var start = Stopwatch.GetTimestamp();
        var latencies = await Task.WhenAll(
            Enumerable
                .Range(0, Callers)
                .Select(caller =>
                    Task.Run(async () =>
                    {
                        List<double> own = [];
                        for (var i = 0; i < Rounds; i++)
                        {
                            var begun = Stopwatch.GetTimestamp();
                            await screen.Ask(data, (i * Callers) + caller);
                            own.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
                        }

                        return own;
                    })
                )
        );
        return Load.Of(screen.Name, [.. latencies.SelectMany(l => l)], Stopwatch.GetElapsedTime(start));
    }
}
