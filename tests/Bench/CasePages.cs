using System.Diagnostics;
using Domain.Cases;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.Cases;

namespace Bench;

/// <summary>The court's page of a case with hundreds of entries: all its sections one after another, as the page reads them.</summary>
internal static class CasePages
{
    private const int Changes = 100;
    private const int WarmUps = 20;
    private const int Rounds = 300;

    public static async Task Run(string connectionString, int entries, Report report)
    {
        var data = await CourtData.Open(connectionString);
        var division = await data.Division();
        var judge = await data.Staff(Role.Judge, division);
        var by = await data.ActorOf(judge);
        var small = await Filled(data, division, judge, 10);
        var few = await Measure(data, small, by, 10, report);
        var large = await Filled(data, division, judge, entries);
        var page = await Measure(data, large, by, entries, report);
        report.Compare($"a case's page, {entries} entries beside 10, p50", page.P50 / few.P50);
        report.Compare($"a case's page with {entries} entries, p99 in ms", page.P99, "≤ 60", page.P99 <= 60);
    }

    /// <summary>A fifth each of orders, changes, nodes, hearings and files.</summary>
    private static async Task<Guid> Filled(CourtData data, Division division, Staff judge, int entries)
    {
        var (part, now, id) = (entries / 5, data.Now(), CourtData.IdNumber(CourtData.Next()));
        var plaintiff = await data.Litigant(idNumber: id);
        var record = TrialRecords.Of(division, plaintiff: id) with
        {
            Judge = judge.LoginName,
            Hearings = [.. Enumerable.Range(0, part).Select(n => new TrialHearing($"h{n}", now.AddDays(n - part / 2)))],
            Nodes = [.. Enumerable.Range(0, part).Select(n => new TrialNode($"n{n}", CaseNodeKind.Other, now.AddDays(-60 - n)))],
            Files = [.. Enumerable.Range(0, part).Select(n => new TrialFile($"f{n}", $"证据 {n}", CaseFileKind.Evidence, 1, n, 4))],
        };
        var @case = await data.TakeOver(record);
        for (var version = 2; version <= part; version++)
            await data.TakeOver(record with { Version = version, Cause = $"案由 {version % Changes}" });
        for (var n = 0; n < part; n++)
            await data.Message(plaintiff, @case, text: $"第 {n} 次来问。");
        return @case.Id;
    }

    private static async Task<Figures> Measure(CourtData data, Guid id, Actor by, int entries, Report report)
    {
        List<double> took = [];
        var begun = Stopwatch.GetTimestamp();
        for (var round = 0; round < WarmUps + Rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            await data.Use((CasePageQueries q) => Read(q, id, by));
            if (round >= WarmUps)
                took.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return report.Add(entries, Load.Of("a case's page", took, Stopwatch.GetElapsedTime(begun)));
    }

    private static async Task Read(CasePageQueries queries, Guid id, Actor by)
    {
        await queries.Head(id, by, default);
        await queries.Parties(id, by, default);
        await queries.Hearings(id, null, by, default);
        await queries.Limits(id, by, default);
        await queries.Nodes(id, null, by, default);
        await queries.Files(id, null, by, default);
        await queries.Conflicts(id, by, default);
        await queries.Orders(id, null, by, default);
        await queries.Services(id, null, by, default);
        await queries.Documents(id, null, by, default);
        await queries.Confirmations(id, by, default);
        await queries.Counts(id, by, default);
        await queries.Duties(id, by, default);
        await queries.Trace(id, null, by, default);
    }
}
