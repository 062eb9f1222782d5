using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Bench;

internal sealed partial class Measurements
{
    private const int JudgesOfACity = 2_000;
    private const int OrdersPerJudge = 100;
    private const double CreateAim = 0.1;

    /// <summary>The same acts with ever more orders.</summary>
    /// <param name="wallboard">So many orders for the wallboard; 0 leaves it out.</param>
    public static async Task OfGrowingCity(string connectionString, int[] sizes, int wallboard, TimeSpan time, Report report)
    {
        await using var hosts = await Hosts.Start(connectionString);
        var data = await CourtData.Open(connectionString + ";Maximum Pool Size=64");
        var city = new City(data);
        using var measure = await Begin(data, city, hosts, time);
        report.Add(0, await Baselines.BareJson(time));
        foreach (var orders in sizes)
        {
            await city.FillTo(orders, Math.Min(JudgesOfACity, orders / OrdersPerJudge));
            await measure.CreateBesideBareInsert(connectionString, orders, report);
            report.Add(orders, await measure.Inbox());
            report.Add(orders, await measure.Detail());
            report.Add(orders, await measure.Live(rounds: 300));
        }

        if (wallboard > 0)
        {
            await city.FillTo(wallboard, Math.Min(JudgesOfACity, wallboard / OrdersPerJudge));
            report.Add(wallboard, await new Wallboards(data).Rebuild());
            report.Add(wallboard, await measure.Create());
            await Wallboard(data, wallboard, report);
        }

        Console.WriteLine();
        var (small, large) = (sizes[0], sizes[^1]);
        var json = report["bare JSON endpoint", 0].Rate;
        CompareCreate(report, large);
        report.Compare("create ÷ bare JSON endpoint", report["create through the API", large].Rate / json);
        var inbox = report["inbox first page", large];
        report.Compare($"inbox first page per second at {large:N0} orders", inbox.Rate, "≥ 1500", inbox.Rate >= 1500);
        var growth = inbox.P99 / report["inbox first page", small].P99;
        report.Compare($"inbox p99 at {large:N0} ÷ at {small:N0} orders", growth, "≤ 1.5", growth <= 1.5);
        report.Compare("order detail ÷ bare JSON endpoint", report["order detail through the API", large].Rate / json);
        CompareLive(report, large);
    }

    /// <summary>What a kept city is measured for beside its screens. Each run leaves some thousand orders more in it.</summary>
    public static async Task OfGreatCity(string connectionString, int orders, TimeSpan time, Report report)
    {
        await using var hosts = await Hosts.Start(connectionString);
        var data = await CourtData.Open(connectionString + ";Maximum Pool Size=64");
        await TakeUpCounting(data);
        var city = new City(data);
        using var measure = await Begin(data, city, hosts, time);
        await measure.CreateBesideBareInsert(connectionString, orders, report);
        report.Add(orders, await measure.Detail());
        report.Add(orders, await measure.Live(rounds: 300));
        await Wallboard(data, orders, report);
        Console.WriteLine();
        CompareCreate(report, orders);
        CompareLive(report, orders);
    }

    private static async Task<Measurements> Begin(CourtData data, City city, Hosts hosts, TimeSpan time)
    {
        await city.AddPeople();
        List<LitigantClient> phones = [];
        foreach (var (person, _) in city.People)
            phones.Add(await LitigantClient.SignIn(hosts.Api, person, data));
        return new Measurements(data, city, phones, hosts, time);
    }

    private async Task CreateBesideBareInsert(string connectionString, int orders, Report report)
    {
        report.Add(orders, await Baselines.BareInsert(connectionString, time));
        var before = TimeSpan.Zero;
        var create = report.Add(orders, await Create(warm: () => before = hosts.ApiProcessorTime));
        var each = (hosts.ApiProcessorTime - before).TotalMilliseconds / create.Count;
        report.Compare($"processor ms of the API for one create at {orders:N0}", each);
    }

    private static async Task Wallboard(CourtData data, int orders, Report report)
    {
        var boards = new Wallboards(data);
        report.Add(orders, await boards.Refresh());
        report.Add(orders, await boards.Fold());
        var refresh = report.Add(orders, await boards.Refresh());
        report.Compare($"wallboard p99 in ms at {orders:N0} orders", refresh.P99, "≤ 100", refresh.P99 <= 100);
    }

    private static void CompareCreate(Report report, int orders)
    {
        var share = report["create through the API", orders].Rate / report["bare durable insert", orders].Rate;
        report.Compare("create ÷ bare durable insert", share, $"≥ {CreateAim}", share >= CreateAim);
    }

    private static void CompareLive(Report report, int orders)
    {
        var live = report[LiveName, orders].P99;
        report.Compare("live p99 in ms, before sending to client", live, "≤ 200", live <= 200);
    }

    /// <summary>People of an earlier run have the first numbers.</summary>
    private static async Task TakeUpCounting(CourtData data)
    {
        var last = await data.Use(
            (CourtDb db) =>
                db
                    .Database.SqlQuery<string?>(
                        $"""
                        SELECT max(number) AS "Value" FROM (
                          SELECT phone AS number FROM litigants WHERE phone LIKE '138%' UNION ALL SELECT mobile FROM staff WHERE mobile LIKE '138%') AS n
                        """
                    )
                    .SingleAsync()
        );
        while (last is not null && string.CompareOrdinal(CourtData.Mobile(CourtData.Next() - 10), last) <= 0) { }
    }
}
