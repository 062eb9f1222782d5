using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Domain.Cases;
using Domain.Organisation;
using Domain.Partners;
using Given;
using Infrastructure.Cases.Import;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Faults.Tests;

/// <summary>kill -9 while the trial system hands on cases: each stands once, as it was sent last, with one of everything in it.</summary>
[Collection(OnHosts.Name)]
public sealed class CaseImportTests(Hosts hosts) : IAsyncLifetime
{
    private static readonly TimeSpan s_china = TimeSpan.FromHours(8);
    private readonly List<Process> _workers = [];
    private int _acknowledged;
    private int _interrupted;

    public Task InitializeAsync() => hosts.EverythingRuns();

    public async Task DisposeAsync()
    {
        foreach (var worker in _workers)
        {
            await WorkerProcess.Kill(worker);
            worker.Dispose();
        }
    }

    [Fact]
    public async Task Every_case_stands_as_it_was_sent_last_after_the_api_and_the_database_were_killed()
    {
        const int systems = 4;
        const int cases = 10;
        const int versions = 5;
        using var client = await Partner();
        var division = await hosts.Data.Division();
        var records = Enumerable.Range(0, systems * cases).Select(_ => Record(division)).ToList();

        var running = Task.WhenAll(records.Chunk(cases).Select(some => Task.Run(() => Send(client, some, versions))));
        await Acknowledged(systems * cases);
        await hosts.Api.Kill();
        hosts.Api.Start();
        await Acknowledged(3 * systems * cases);
        await hosts.KillDatabase();
        await hosts.StartDatabase();
        await running;
        Assert.NotEqual(0, _interrupted);

        await StandOnce(records.ConvertAll(r => r with { Version = versions, Cause = $"第 {versions} 版" }));
    }

    [Fact]
    public async Task A_file_of_records_is_taken_over_once_although_the_worker_is_killed_in_the_middle()
    {
        const int cases = 3_000;
        await using var gateway = GatewayServer.Start(FreePort.Next());
        var division = await hosts.Data.Division();
        var records = Enumerable.Range(0, cases).Select(_ => Record(division)).ToList();
        var folder = Directory.CreateTempSubdirectory("cases-").FullName;
        var name = $"{Path.GetFileName(folder)}.jsonl";
        var lines = records.Select(r => JsonSerializer.Serialize(r, RecordJson.Options)).Append("nonsense");
        await File.WriteAllLinesAsync(Path.Combine(folder, name), lines, new UTF8Encoding(false));

        StartWorker();
        for (var kills = 1; kills <= 2; kills++)
        {
            await Wait.Until("the worker is busy", async () => (await Imports()).Exists(i => i.EndedAt is null && i.BytesDone > 0));
            await WorkerProcess.Kill(_workers[^1]);
            Assert.DoesNotContain(await Imports(), i => i.EndedAt is not null); // or it had finished before it was killed
            StartWorker();
        }

        await Wait.Until("the file is taken over", async () => (await Imports()).Exists(i => i.EndedAt is not null));
        await Wait.Until("the file is put away", () => !File.Exists(Path.Combine(folder, name)));
        var import = Assert.Single(await Imports());
        Assert.Equal((cases, 1, ""), (import.Created + import.Unchanged, import.Refused, import.Failure));
        await StandOnce(records);
        var report = Directory.GetFiles(Path.Combine(folder, "done"), "*.report.jsonl").Single();
        Assert.Contains($"\"line\":{cases + 1}", (await File.ReadAllLinesAsync(report)).Single(), StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);

        void StartWorker() =>
            _workers.Add(WorkerProcess.Start(hosts, gateway.Address, "--Cases:Inbox", folder, "--Cases:InboxLease", "00:00:05"));

        Task<List<CaseImport>> Imports() =>
            hosts.Data.Use((CourtDb db) => db.Set<CaseImport>().AsNoTracking().Where(i => i.Name == name).ToListAsync());
    }

    private TrialRecord Record(Division division)
    {
        var today = DateOnly.FromDateTime(hosts.Data.Now().ToOffset(s_china).Date);
        DateTimeOffset At(int days) => new(today.AddDays(days), new TimeOnly(9, 30), s_china);
        return TrialRecords.Of(division) with
        {
            Hearings = [new("h1", At(20)) { Room = "第七法庭" }],
            Nodes = [new("n1", CaseNodeKind.Filed, At(-20)), new("n2", CaseNodeKind.HearingSet, At(-1))],
        };
    }

    private async Task StandOnce(List<TrialRecord> records)
    {
        var keys = records.ToDictionary(r => CaseNumber.Read(r.Number!, 2026).CaseKey!);
        var stored = await hosts.Data.Use(
            (CourtDb db) =>
                db.Set<Case>()
                    .AsNoTracking()
                    .Include(c => c.Parties)
                    .Where(c => keys.Keys.Contains(c.Number))
                    .Select(c => new
                    {
                        c.Number,
                        c.Cause,
                        Parties = c.Parties.Count,
                        Hearings = db.Set<CaseHearing>().Count(h => h.CaseId == c.Id),
                        Nodes = db.Set<CaseNode>().Count(n => n.CaseId == c.Id),
                    })
                    .ToListAsync()
        );
        Assert.Equal(keys.Keys.Order(StringComparer.Ordinal), stored.Select(c => c.Number).Order(StringComparer.Ordinal));
        Assert.All(stored, c => Assert.Equal((keys[c.Number].Cause, 2, 1, 2), (c.Cause, c.Parties, c.Hearings, c.Nodes)));
        var trace = await hosts.Data.VerifyTrace();
        Assert.True(trace.IsIntact, trace.ToString());
    }

    private async Task Send(HttpClient client, TrialRecord[] records, int versions)
    {
        for (var version = 1; version <= versions; version++)
        {
            foreach (var record in records)
            {
                var sent = record with { Version = version, Cause = $"第 {version} 版" };
                await Wait.Until($"version {version} of {record.Number} is acknowledged", () => IsAcknowledged(client, sent));
            }
        }
    }

    private async Task<bool> IsAcknowledged(HttpClient client, TrialRecord record)
    {
        try
        {
            var path = new Uri($"integration/v1/cases/{Uri.EscapeDataString(record.Number!)}", UriKind.Relative);
            using var answer = await client.PutAsJsonAsync(path, record, RecordJson.Options);
            if (answer.IsSuccessStatusCode)
            {
                Interlocked.Increment(ref _acknowledged);
                return true;
            }

            if ((int)answer.StatusCode < 500)
                throw new InvalidOperationException($"refused with {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }
        catch (Exception e) when (Wait.IsAway(e))
        {
            // Counted below; the sender does not know whether it arrived.
        }

        Interlocked.Increment(ref _interrupted);
        return false;
    }

    private Task Acknowledged(int least) => Wait.Until($"{least} are acknowledged", () => _acknowledged >= least);

    private async Task<HttpClient> Partner()
    {
        var technology = await hosts.Data.Division(DivisionKind.Technology, "yuexiu");
        var administrator = await hosts.Data.ActorOf(await hosts.Data.Staff(Role.Administrator, technology));
        var partner = new NewPartner(
            Guid.CreateVersion7(),
            $"办案系统 {Guid.CreateVersion7():N}"[..30],
            PartnerKind.TrialSystem,
            new([PartnerScope.CasesWrite], [])
        );
        await hosts.Data.Use((OpenPartner open) => open.Handle(partner, administrator, default));
        var secret = await hosts.Data.Use((MakePartnerKey make) => make.Secret(partner.Id, Guid.CreateVersion7(), administrator, default));
        var client = new HttpClient { BaseAddress = hosts.Api.Address };
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = partner.Id.ToString("N"),
                ["client_secret"] = secret,
            }
        );
        using var answer = await client.PostAsync(new Uri("integration/v1/token", UriKind.Relative), form);
        var token = (string)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["access_token"]!;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
