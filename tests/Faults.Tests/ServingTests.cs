using System.Diagnostics;
using System.Globalization;
using Domain.Attachments;
using Domain.DocumentService;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Faults.Tests;

/// <summary>Documents of many cases on their way to recipients, while something is killed under the worker.</summary>
[Collection(OnHosts.Name)]
public sealed class ServingTests(Hosts hosts) : IAsyncLifetime
{
    private const int Cases = 90; // more than a worker takes at once
    private readonly List<Process> _workers = [];
    private readonly int _port = FreePort.Next();
    private GatewayServer? _gateway;

    public async Task InitializeAsync()
    {
        await hosts.EverythingRuns();
        await hosts.Data.Use((CourtDb db) => db.Set<Notice>().Where(n => n.State == NoticeState.Queued).ExecuteDeleteAsync());
    }

    public async Task DisposeAsync()
    {
        foreach (var worker in _workers)
        {
            await Kill(worker);
            worker.Dispose();
        }

        if (_gateway is not null)
            await _gateway.DisposeAsync();
    }

    [Fact]
    public async Task Everybody_is_served_once_although_the_worker_is_killed_while_it_freezes_and_begins()
    {
        var tasks = await Confirm();
        StartGateway();
        var worker = StartWorker();
        await Wait.Until(
            "the worker has claimed",
            () => hosts.Data.Use((CourtDb db) => db.Set<ServicePlan>().AnyAsync(p => tasks.Contains(p.TaskId) && p.ClaimedUntil != null))
        );
        await Kill(worker); // nothing of it is begun
        worker = StartWorker();
        await Wait.Until(
            "some cases are begun",
            () =>
                hosts.Data.Use(
                    (CourtDb db) => db.Set<ServicePlan>().AnyAsync(p => tasks.Contains(p.TaskId) && p.State == ServicePlanState.Started)
                )
        );
        await Kill(worker);
        StartWorker();
        await AssertServedOnce(tasks);
    }

    [Theory]
    [InlineData("chrom")]
    [InlineData("MainThread")] // as Node names Playwright's process, through which Chromium is spoken to
    public async Task Everybody_is_served_once_although_what_prints_is_killed_in_the_middle(string program)
    {
        var tasks = await Confirm();
        StartGateway();
        var worker = StartWorker();
        await Wait.Until("Chromium runs", () => Below(worker.Id, "chrom").Count > 0);
        await Wait.Until("it is killed", () => Kill(Below(worker.Id, program)) > 0);
        await AssertServedOnce(tasks);
    }

    [Fact]
    public async Task Everybody_is_served_once_although_the_database_is_killed_in_the_middle()
    {
        var tasks = await Confirm();
        StartGateway();
        StartWorker();
        await Wait.Until(
            "some cases are begun",
            () =>
                hosts.Data.Use(
                    (CourtDb db) => db.Set<ServicePlan>().AnyAsync(p => tasks.Contains(p.TaskId) && p.State == ServicePlanState.Started)
                )
        );
        await hosts.KillDatabase();
        await hosts.StartDatabase();
        await AssertServedOnce(tasks);
    }

    [Fact]
    public async Task Everybody_is_told_once_although_the_gateway_is_away_at_first()
    {
        var tasks = await Confirm();
        StartWorker();
        await Wait.Until(
            "the gateway was called in vain",
            () =>
                hosts.Data.Use(
                    (CourtDb db) =>
                        db.Set<NoticeAttempt>()
                            .AnyAsync(a =>
                                a.Outcome == AttemptOutcome.TryAgain
                                && db.Set<Notice>()
                                    .Any(n => n.Id == a.NoticeId && n.SubjectKind == SubjectKind.Service && n.State == NoticeState.Queued)
                            )
                )
        );
        StartGateway();
        await AssertServedOnce(tasks);
    }

    private async Task AssertServedOnce(List<Guid> tasks)
    {
        await Wait.Until(
            "every report is applied",
            () =>
                hosts.Data.Use(
                    async (CourtDb db) =>
                        await db.Set<Service>().CountAsync(s => tasks.Contains(s.TaskId)) == Cases
                        && !await db.Set<Service>().AnyAsync(s => tasks.Contains(s.TaskId) && s.Attempts.Any(a => a.SentAt == null))
                        && !await db.Set<ServiceTask>().AnyAsync(t => tasks.Contains(t.Id) && t.State != ServiceTaskState.Running)
                )
        );
        await hosts.Data.Use(
            async (CourtDb db) =>
            {
                var plans = await db.Set<ServicePlan>().AsNoTracking().Where(p => tasks.Contains(p.TaskId)).ToListAsync();
                var services = await db.Set<Service>()
                    .AsNoTracking()
                    .Include(s => s.Attempts)
                    .Where(s => tasks.Contains(s.TaskId))
                    .ToListAsync();
                Assert.Equal(plans.SelectMany(p => p.Recipients).Select(r => r.ServiceId).Order(), services.Select(s => s.Id).Order());
                Assert.Equal(Cases, await db.Set<ServedDocument>().CountAsync(d => tasks.Contains(d.TaskId)));

                var ids = services.ConvertAll(s => s.Id);
                var notices = await db.Set<Notice>()
                    .AsNoTracking()
                    .Where(n => n.SubjectKind == SubjectKind.Service && ids.Contains(n.SubjectId!.Value))
                    .Select(n => n.Id)
                    .ToListAsync();
                Assert.Equal(services.SelectMany(s => s.Attempts).Select(a => a.NoticeId!.Value).Order(), notices.Order());
                var got = _gateway!.Got.Where(g => notices.Contains(g.Key)).ToList(); // what other tests left goes out too
                Assert.Equal(notices.Order(), got.Select(g => g.Key).Order());
                var lost = await db.Set<NoticeAttempt>()
                    .Where(a => notices.Contains(a.NoticeId) && a.Outcome != AttemptOutcome.Accepted)
                    .GroupBy(a => a.NoticeId)
                    .ToDictionaryAsync(g => g.Key, g => g.Count());
                // Again under its key only where nobody could know what had come of the try before.
                Assert.All(got, g => Assert.InRange(g.Value.Times, 1, 1 + lost.GetValueOrDefault(g.Key)));

                var rows = (await db.Set<TraceRow>().AsNoTracking().Where(t => ids.Contains(t.SubjectId)).ToListAsync()).ToLookup(t =>
                    t.SubjectId
                );
                Assert.All(
                    services,
                    s => Assert.Equal((s.Version, s.TraceHash), (rows[s.Id].Max(r => r.Sequence), rows[s.Id].MaxBy(r => r.Sequence)!.Hash))
                );
            }
        );
    }

    /// <summary>One task for each case; the documents lie where the worker looks.</summary>
    private async Task<List<Guid>> Confirm()
    {
        var clerk = await hosts.Data.Staff(Role.Clerk, await hosts.Data.Division());
        List<Guid> tasks = [];
        var files = FileStores.In(hosts.Files);
        for (var i = 0; i < Cases; i++)
        {
            var (task, _) = await hosts.Data.ConfirmedTask(await hosts.Data.Case(), clerk);
            tasks.Add(task.Id);
            if (i > 0)
                continue; // the same bytes
            await using var document = await hosts.Data.Use(
                (IFileStore store) => store.Open(task.Documents[0].Sha256, CancellationToken.None)
            );
            await using var received = await files.Receive(document, CancellationToken.None);
            await received.Keep(CancellationToken.None);
        }

        return tasks;
    }

    private void StartGateway() => _gateway = GatewayServer.Start(_port);

    /// <summary>A process that nothing warns.</summary>
    private Process StartWorker()
    {
        string[] arguments =
        [
            typeof(WorkerProgram).Assembly.Location,
            $"http://127.0.0.1:{_port}/",
            "--ConnectionStrings:Court",
            hosts.ConnectionString,
            "--Files:Root",
            hosts.Files,
            "--Worker:Enabled",
            "true",
            "--Worker:Watch",
            "false",
            "--Outbox:Lease",
            "00:00:05",
            "--Service:Lease",
            "00:00:05",
            "--Service:ReportLease",
            "00:00:05",
            "--Outbox:BreakFor",
            "00:00:02",
            "--Logging:LogLevel:Default",
            "None",
        ];
        var worker = Process.Start(new ProcessStartInfo("dotnet", arguments))!;
        _workers.Add(worker);
        return worker;
    }

    private static async Task Kill(Process worker)
    {
        Kill(Below(worker.Id, "chrom")); // its own: nothing else would end it
        if (!worker.HasExited)
            worker.Kill();
        await worker.WaitForExitAsync();
    }

    /// <returns>The processes below the worker whose program's name begins so.</returns>
    private static List<int> Below(int worker, string program)
    {
        var all = Directory
            .EnumerateDirectories("/proc")
            .Select(f => int.TryParse(Path.GetFileName(f), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0)
            .Select(id => (Id: id, Stat: ReadStat(id)))
            .Where(p => p.Stat.Length > 0)
            .ToDictionary(p => p.Id, p => p.Stat);
        return
        [
            .. all.Where(p => p.Value.Contains($"({program}", StringComparison.Ordinal) && IsBelow(p.Key, worker, all)).Select(p => p.Key),
        ];
    }

    private static int Kill(List<int> processes)
    {
        foreach (var id in processes)
        {
            try
            {
                using var process = Process.GetProcessById(id);
                process.Kill();
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException)
            {
                // Gone with its parent.
            }
        }

        return processes.Count;
    }

    private static bool IsBelow(int id, int ancestor, Dictionary<int, string> stats)
    {
        for (var depth = 0; depth < 20 && stats.TryGetValue(id, out var stat); depth++)
        {
            id = int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
            if (id == ancestor)
                return true;
        }

        return false;
    }

    private static string ReadStat(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/stat");
        }
        catch (IOException)
        {
            return "";
        }
    }
}
