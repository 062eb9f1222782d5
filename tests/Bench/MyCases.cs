using System.Diagnostics;
using Domain.Cases;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.Litigants;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Bench;

/// <summary>我的案件 of a lawyer with thousands among as many of others, beside those of a lawyer with twenty.</summary>
internal static class MyCases
{
    private const int Few = 20;
    private const int Nodes = 20;
    private const int WarmUps = 20;
    private const int Rounds = 300;
    private const int PageSize = 20;

    public static async Task Run(string connectionString, int many, Report report)
    {
        var data = await CourtData.Open(connectionString);
        var division = await data.Division();
        var (busy, small) = (await data.Litigant("赵律师"), await data.Litigant("钱律师"));
        await Fill(data, division, busy, many);
        await Fill(data, division, small, Few);
        await Fill(data, division, null, many);
        await data.Use((CourtDb db) => db.Database.ExecuteSqlRawAsync("ANALYZE"));
        foreach (var order in Enum.GetValues<CaseOrder>())
        {
            var few = await First(data, small, Few, order, report);
            var first = await First(data, busy, many, order, report);
            report.Compare($"my cases, {order}, of {many:N0} beside {Few}, p50", first.P50 / few.P50);
            report.Compare($"my cases, {order}, first page p99 in ms", first.P99, "≤ 50", first.P99 <= 50);
        }

        var one = await data.Use((LitigantCaseQueries q) => q.List(CourtData.ActorOf(busy), CaseOrder.Filed, null, null, null, 1, default));
        var page = await Measure(
            "one case's page",
            many,
            () => data.Use((LitigantCasePage p) => p.Of(one.Items[0].Id, CourtData.ActorOf(busy), default)),
            report
        );
        report.Compare("one case's page p99 in ms", page.P99, "≤ 60", page.P99 <= 60);
    }

    private static Task<Figures> First(CourtData data, Litigant of, int cases, CaseOrder order, Report report) =>
        Measure(
            $"my cases, {order}",
            cases,
            () => data.Use((LitigantCaseQueries q) => q.List(CourtData.ActorOf(of), order, null, null, null, PageSize, default)),
            report
        );

    private static async Task<Figures> Measure(string name, int cases, Func<Task> ask, Report report)
    {
        List<double> took = [];
        var begun = Stopwatch.GetTimestamp();
        for (var round = 0; round < WarmUps + Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            await ask();
            if (round >= WarmUps)
                took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return report.Add(cases, Load.Of(name, took, Stopwatch.GetElapsedTime(begun)));
    }

    private static async Task Fill(CourtData data, Division division, Litigant? lawyer, int count)
    {
        foreach (var part in Enumerable.Range(0, count).Chunk(500))
            await data.Use(
                async (CourtDb db) =>
                {
                    db.AddRange(part.Select(n => Made(n, division, lawyer, data.Now())));
                    await db.SaveChangesAsync();
                }
            );
    }

    private static Case Made(int n, Division division, Litigant? lawyer, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        var today = ChinaTime.DayOf(now);
        var isHeard = n % 3 == 0;
        return new Case
        {
            Id = id,
            Number = $"(2026)粤0104民初{CourtData.Next() + 1_000_000}号",
            Cause = "民间借贷纠纷",
            Stage = CaseStage.FirstInstance,
            State = isHeard ? CaseState.HearingScheduled : CaseState.Filed,
            CourtId = division.CourtId,
            DivisionId = division.Id,
            FiledOn = today.AddDays(-n % 300),
            HearingAt = isHeard ? now.AddDays(1 + n % 90) : null,
            Parties =
            [
                new CaseParty
                {
                    Id = Guid.CreateVersion7(now),
                    CaseId = id,
                    Name = "陈建华",
                    IdentityKey = $"p{id:N}",
                    Agents = lawyer is null
                        ? []
                        :
                        [
                            new CaseAgent
                            {
                                Id = Guid.CreateVersion7(now),
                                Name = lawyer.Name!,
                                IsLawyer = true,
                                IdentityKey = lawyer.IdentityKey!,
                            },
                        ],
                },
                new CaseParty
                {
                    Id = Guid.CreateVersion7(now),
                    CaseId = id,
                    Name = "李大强",
                    Role = PartyRole.Defendant,
                    Position = 1,
                },
            ],
            Limits =
            [
                Limit(id, CaseLimitKind.Trial, today.AddDays(90), now),
                Limit(id, CaseLimitKind.Evidence, today.AddDays(n % 60 - 30), now),
            ],
            Nodes = [.. Enumerable.Range(0, Nodes).Select(at => Node(id, at, now))],
        };
    }

    private static CaseLimit Limit(Guid of, CaseLimitKind kind, DateOnly ends, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            CaseId = of,
            ExternalId = kind.ToString(),
            Kind = kind,
            StartsOn = ends.AddDays(-90),
            EndsOn = ends,
        };

    private static CaseNode Node(Guid of, int at, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            CaseId = of,
            ExternalId = $"n{at}",
            At = now.AddDays(-at),
            IsPublic = true,
        };
}
