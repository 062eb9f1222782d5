using System.Diagnostics;
using Domain.Calendar;
using Domain.Handling;
using Domain.Organisation;
using Domain.Shared;
using Domain.Supervision;
using Domain.WorkOrders;
using Given;
using Infrastructure.Persistence;
using Infrastructure.Tracing;
using Infrastructure.Tracing.Anchors;
using Microsoft.Extensions.DependencyInjection;

namespace Bench;

/// <summary>
/// What <c>verify-trace</c> and the first anchor cost with many chains: orders received, dispatched and answered by the domain's verbs,
/// saved and sealed as in life.
/// </summary>
internal static class Verifying
{
    private const int AtOnce = 500;
    private const int Writers = 2;
    private const double MinutesForAMillion = 10;

    public static async Task Run(string connectionString, int chains)
    {
        var folder = Directory.CreateTempSubdirectory("bench-anchors").FullName;
        try
        {
            var data = await CourtData.Open(connectionString, more: s => s.AddSingleton(new AnchorFolder(folder)));
            var (judge, _) = await data.People();
            var made = await Took("fill through the domain's verbs", () => Fill(data, judge, chains));
            Console.WriteLine($"{chains / made.TotalSeconds, 12:N0} chains a second");
            await Took("anchor all of them", () => data.Use((AnchorTrace anchor) => anchor.Run(CancellationToken.None)));
            var findings = new TraceFindings(Console.WriteLine);
            var verified = await Took(
                "verify",
                () => data.Use((TraceVerifier verifier) => verifier.Verify(findings, _ => { }, CancellationToken.None))
            );
            Console.WriteLine(findings);
            Console.WriteLine($"{GC.GetGCMemoryInfo().HeapSizeBytes / 1_048_576, 12:N0} MB on the heap");
            var report = new Report();
            var million = verified.TotalMinutes / chains * 1_000_000;
            report.Compare($"verify, minutes for 1 M chains by {chains:N0}", million, "≤ 10", million <= MinutesForAMillion);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Fill(CourtData data, Staff judge, int chains)
    {
        var by = await data.ActorOf(judge);
        var owner = new Owner(judge.Id, judge.Name, Role.Judge, by.Post!.CourtId, by.Post.DivisionId, "民一庭");
        var now = data.Now();
        var ladder = Ladder.Of(
            await data.Use(async (ICalendars calendars) => await calendars.Current(CancellationToken.None)),
            SupervisionLimits.Default,
            ChinaTime.DayOf(now)
        );
        await Parallel.ForEachAsync(
            Enumerable.Range(0, chains).Chunk(AtOnce),
            new ParallelOptions { MaxDegreeOfParallelism = Writers },
            async (numbers, ct) =>
                await data.Use(
                    async (CourtDb db) =>
                    {
                        foreach (var n in numbers)
                        {
                            var order = WorkOrder.Open(Message(n), owner, ladder, Actor.System, now);
                            order.Answer(Guid.CreateVersion7(), "可以。请开庭当天带上手机。", [], by, owner.DivisionName, now);
                            db.Add(order);
                        }

                        await db.SaveChangesAsync(ct);
                    }
                )
        );
    }

    private static NewWorkOrder Message(int n) =>
        new(
            Guid.CreateVersion7(),
            $"GZ20261120-{n:D7}",
            Channel.Hotline,
            Category.CaseQuery,
            new Requester(null, "陈建华", CourtData.Mobile(n), "原告"),
            "开庭带手机给法官看转账记录，行不行？"
        );

    private static async Task<TimeSpan> Took(string what, Func<Task> act)
    {
        var begun = Stopwatch.GetTimestamp();
        await act();
        var took = Stopwatch.GetElapsedTime(begun);
        Console.WriteLine($"{what, -40}{took.TotalSeconds, 10:N1} s");
        return took;
    }
}
