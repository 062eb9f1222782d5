using System.Diagnostics;
using System.Text.Json;
using Domain.Cases;
using Given;
using Infrastructure.Cases.Import;
using Microsoft.Extensions.DependencyInjection;
using static System.FormattableString;

namespace Bench;

/// <summary>
/// A folder with a file of so many cases, as the trial system would drop it: taken over the first time, and again when nothing has changed. Told
/// beside what only reading and checking the same file takes, so that the numbers of two machines can be compared.
/// </summary>
internal static class Imports
{
    public static async Task Run(string connectionString, int cases)
    {
        var folder = Directory.CreateTempSubdirectory("court-bench-inbox-").FullName;
        try
        {
            var data = await CourtData.Open(connectionString, settings: ("Cases:Inbox", folder));
            var division = await data.Division();
            var judge = await data.Staff(Domain.Organisation.Role.Judge, division);
            var path = Path.Combine(folder, "cases.jsonl");
            await Write(path, division.Name, judge.LoginName, cases);
            var megabytes = new FileInfo(path).Length / 1048576.0;
            var reading = await Time(async () =>
            {
                await using var file = File.OpenRead(path);
                await foreach (var line in BoundedLines.Read(file, default))
                    _ = TrialRecordCheck.Of(RecordJson.Read(line.Bytes, line.Number).Record!);
            });
            var copy = Path.Combine(folder, "again.copy");
            File.Copy(path, copy);
            var first = await TakeOver(data, path);
            File.Move(copy, Path.Combine(folder, "again.jsonl"));
            var again = await TakeOver(data, Path.Combine(folder, "again.jsonl"));
            Console.WriteLine(Invariant($"{cases} cases, {megabytes:F0} MB"));
            Console.WriteLine(Invariant($"read and checked only   {reading.TotalSeconds, 8:F1} s"));
            Tell("taken over             ", first);
            Tell("again, nothing new     ", again);

            void Tell(string what, TimeSpan took) =>
                Console.WriteLine(
                    Invariant(
                        $"{what} {took.TotalSeconds, 8:F1} s  {cases / took.TotalSeconds, 8:F0} cases/s  {took / reading, 6:F1} x reading"
                    )
                );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<TimeSpan> TakeOver(CourtData data, string path) =>
        Time(async () =>
        {
            var import = await data.Services.GetRequiredService<TakeOverFile>().Run(path, () => Task.FromResult(true), default);
            if (import.Refused + import.Failure.Length > 0)
                throw new InvalidOperationException(Invariant($"{import.Refused} lines were refused. {import.Failure}"));
        });

    private static async Task<TimeSpan> Time(Func<Task> act)
    {
        var begun = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(begun);
    }

    private static async Task Write(string path, string division, string judge, int cases)
    {
        await using var file = new StreamWriter(path);
        for (var i = 1; i <= cases; i++)
            await file.WriteLineAsync(JsonSerializer.Serialize(Record(i, division, judge), RecordJson.Options));
    }

    /// <summary>As most are: two or three parties, one with a lawyer, a hearing, the limit and the nodes up to it.</summary>
    private static TrialRecord Record(int i, string division, string judge)
    {
        var filed = new DateTimeOffset(2026, 1 + (i % 9), 1 + (i % 28), 1, 0, 0, TimeSpan.Zero);
        return new()
        {
            Number = Invariant($"（2026）粤0104民初{i}号"),
            Version = 1,
            Division = division,
            Cause = "民间借贷纠纷",
            State = CaseState.HearingScheduled,
            Secrecy = TrialSecrecy.None,
            Procedure = TrialProcedure.Ordinary,
            FiledOn = DateOnly.FromDateTime(filed.DateTime),
            Judge = judge,
            Panel = [judge],
            Parties =
            [
                new("p1", Invariant($"张{i}"), PartyRole.Plaintiff)
                {
                    IdNumber = CourtData.IdNumber(i),
                    Phone = Invariant($"138{i:D8}"),
                    Domicile = Domicile.Mainland,
                    Agents =
                    [
                        new(Invariant($"林{i % 4000}"))
                        {
                            Kind = AgentKind.Lawyer,
                            Authority = AgentAuthority.Special,
                            Items = [AuthorityItems.Settle, AuthorityItems.Appeal],
                            IdNumber = CourtData.IdNumber(2_000_000 + (i % 4000)),
                            Firm = "广东越秀律师事务所",
                        },
                    ],
                },
                new("p2", Invariant($"广州市第{i}贸易有限公司"), PartyRole.Defendant) { IsOrganisation = true },
            ],
            Hearings = [new("h1", filed.AddDays(400)) { Room = "第三法庭" }],
            Limits =
            [
                new("l1", CaseLimitKind.Trial, DateOnly.FromDateTime(filed.DateTime), DateOnly.FromDateTime(filed.AddDays(180).DateTime)),
            ],
            Nodes = [new("n1", CaseNodeKind.Filed, filed), new("n2", CaseNodeKind.PanelFormed, filed.AddDays(3))],
        };
    }
}
