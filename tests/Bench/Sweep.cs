using System.Diagnostics;
using Domain.Notifications;
using Domain.Organisation;
using Given;
using Infrastructure.Persistence;
using Infrastructure.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Bench;

/// <summary>What supervision costs with many open orders: with none due, and with some and many due in the same minute.</summary>
internal static class Sweep
{
    private const int IdleRounds = 200;

    public static async Task Run(string connectionString, int open)
    {
        var data = await CourtData.Open(connectionString);
        var (division, leaders) = (await data.Division(), await data.Division(DivisionKind.Leadership));
        await data.Staff(Role.DivisionHead, division);
        await data.Staff(Role.VicePresident, leaders);
        await data.Staff(Role.President, leaders);
        var city = new City(data);
        await city.AddPeople();
        await city.FillOpen(open);

        var report = new Report();
        Report.PrintHead();
        for (var i = 0; i < IdleRounds; i++)
            await Round(data, due: 0); // warm up
        List<double> idle = [];
        var begun = Stopwatch.GetTimestamp();
        for (var i = 0; i < IdleRounds; i++)
            idle.Add((await Round(data, due: 0)).TotalMilliseconds);
        var idleFigures = Load.Of("sweep, none due", idle, Stopwatch.GetElapsedTime(begun));
        report.Add(open, idleFigures);

        var seconds = 0.0;
        foreach (var due in new[] { 100, 10_000 })
        {
            await city.MakeDue(due);
            var before = await Notices(data);
            var took = await Round(data, due);
            seconds = took.TotalSeconds;
            report.Add(open, Load.Of($"sweep, {due} due", [took.TotalMilliseconds], took));
            Console.WriteLine($"{"", -32}{await Notices(data) - before, 12:N0} notices queued");
        }

        Console.WriteLine();
        report.Compare($"idle sweep p99 in ms at {open:N0} open", idleFigures.P99, "≤ 10", idleFigures.P99 <= 10);
        report.Compare($"10,000 due in s at {open:N0} open", seconds, "≤ 15", seconds <= 15);
    }

    private static async Task<TimeSpan> Round(CourtData data, int due)
    {
        var begun = Stopwatch.GetTimestamp();
        var taken = await data.Use((SupervisionSweep sweep) => sweep.Run(CancellationToken.None));
        return taken == due
            ? Stopwatch.GetElapsedTime(begun)
            : throw new InvalidOperationException($"{due} steps were due, {taken} were taken.");
    }

    private static Task<int> Notices(CourtData data) => data.Use((CourtDb db) => db.Set<Notice>().CountAsync());
}
