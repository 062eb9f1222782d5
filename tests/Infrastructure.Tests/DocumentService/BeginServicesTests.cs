using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Domain.Attachments;
using Domain.DocumentService;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.DocumentService;
using Infrastructure.Files;
using Infrastructure.Pdf;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Tests.DocumentService;

public sealed class BeginServicesTests : IAsyncLifetime
{
    private readonly TestDatabase _database = new();
    private readonly StoppedClock _clock = new(new DateTimeOffset(2026, 11, 20, 2, 26, 0, TimeSpan.Zero));
    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory();
    private CourtData _data = null!;
    private Staff _clerk = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _data = await CourtData.Open(
            _database.ConnectionString(),
            _clock,
            services => services.AddSingleton(new DiskFiles(_files.FullName))
        );
        _clerk = await _data.Staff(Role.Clerk, await _data.Division());
    }

    public async Task DisposeAsync()
    {
        await _database.DisposeAsync();
        _files.Delete(recursive: true);
    }

    [Fact]
    public async Task A_confirmed_case_is_frozen_and_every_recipient_has_a_service_with_its_notices()
    {
        var @case = await _data.Case(await _data.Litigant());
        var left = CourtDataServing.Recipient(@case.Parties[1]) with { Ways = [], LeftOutReason = "下落不明" };
        var ways = new[]
        {
            new PlannedWay(ServiceChannel.SmsLink, "13800138000", AddressBasis.Confirmed),
            new PlannedWay(ServiceChannel.WebAccount, "", AddressBasis.Confirmed),
        };
        var (task, plan) = await _data.ConfirmedTask(
            @case,
            _clerk,
            [CourtDataServing.Recipient(@case.Parties[0], ways: ways), left],
            DocumentKind.Judgment,
            DocumentKind.Other
        );

        Assert.Equal(1, await Run());

        var service = await _data.Use((CourtDb db) => db.Set<Service>().Include(s => s.Copies).Include(s => s.Attempts).SingleAsync());
        Assert.Equal((plan.Recipients[0].ServiceId, 1, @case.Parties[0].IdentityKey), (service.Id, service.Position, service.RecipientKey));
        Assert.Equal(
            [$"{task.Number}-0001-01", $"{task.Number}-0001-02"],
            await _data.Use((CourtDb db) => db.Set<ServedDocument>().OrderBy(d => d.Position).Select(d => d.Serial).ToListAsync())
        );
        Assert.Equal(
            [NoticeChannel.InApp, NoticeChannel.Sms],
            await _data.Use(
                (CourtDb db) => db.Set<Notice>().Where(n => n.SubjectId == service.Id).Select(n => n.Channel).OrderBy(c => c).ToListAsync()
            )
        );
        Assert.Equal([AttemptState.Queued, AttemptState.Delivered], service.Attempts.OrderBy(a => a.Position).Select(a => a.State));
        Assert.Equal((ServicePlanState.Started, ServiceTaskState.Running), await States(plan));
    }

    [Fact]
    public async Task What_is_frozen_keeps_its_pages_and_words_and_bears_the_stamp()
    {
        var @case = await _data.Case();
        await _data.ConfirmedTask(@case, _clerk);
        await Run();

        var document = await _data.Use((CourtDb db) => db.Set<ServedDocument>().SingleAsync());
        var bytes = await Bytes(document.Sha256);
        Assert.Equal((document.Sha256, document.Size), (Convert.ToHexStringLower(SHA256.HashData(bytes)), (long)bytes.Length));
        Assert.NotEqual(document.SourceSha256, document.Sha256);
        Assert.Equal(0, await Qpdf(bytes, "--check"));
        var unpacked = await Unpacked(bytes);
        Assert.Contains("(Judgment) Tj", unpacked); // the words of the source, as they were
        Assert.Contains("/Subtype /Form", unpacked); // and what was laid over them
        Assert.Single(await _data.Services.GetRequiredService<Qpdf>().Pages(await Saved(bytes), CancellationToken.None));
    }

    [Fact]
    public async Task A_sealed_file_is_frozen_as_it_came_and_a_stamp_breaks_a_seal()
    {
        var @case = await _data.Case();
        var source = await _data.Sealed();
        await _data.ConfirmedTask(@case, _clerk, null, source, DocumentKind.Judgment, DocumentKind.Other);
        await Run();

        var documents = await _data.Use((CourtDb db) => db.Set<ServedDocument>().OrderBy(d => d.Position).ToListAsync());
        Assert.Equal([(source, true), (documents[1].Sha256, false)], documents.Select(d => (d.Sha256, d.IsSealed)));
        Assert.NotEqual(documents[1].SourceSha256, documents[1].Sha256);

        var bytes = await Bytes(source);
        Assert.True(PdfSeal.IsIn(bytes));
        var anew = Path.Combine(_files.FullName, "anew.pdf");
        await _data.Services.GetRequiredService<Qpdf>().Overlay(await Saved(bytes), await Saved(bytes), 1, 1, anew, default);
        Assert.False(PdfSeal.IsIn(await File.ReadAllBytesAsync(anew)));
    }

    [Fact]
    public async Task A_second_worker_and_a_second_round_begin_nothing_twice()
    {
        var @case = await _data.Case();
        for (var i = 0; i < 3; i++)
            await _data.ConfirmedTask(@case, _clerk);

        await Task.WhenAll(Run(), Run());
        await Run();

        Assert.Equal(
            (3, 3, 3),
            await _data.Use(
                async (CourtDb db) =>
                    (
                        await db.Set<Service>().CountAsync(),
                        await db.Set<ServedDocument>().CountAsync(),
                        await db.Set<Notice>().CountAsync(n => n.SubjectKind == SubjectKind.Service)
                    )
            )
        );
        Assert.Equal(3, await _data.Use((CourtDb db) => db.Set<ServiceTask>().CountAsync(t => t.State == ServiceTaskState.Running)));
    }

    [Fact]
    public async Task A_claim_that_died_is_taken_up_again()
    {
        var (_, plan) = await _data.ConfirmedTask(await _data.Case(), _clerk);
        Assert.Single(await _data.Use((ServiceClaims claims) => claims.Plans(10, TimeSpan.FromMinutes(5), CancellationToken.None))); // and never comes back
        Assert.Equal(0, await Run());

        await _data.Use(
            (CourtDb db) =>
                db.Set<ServicePlan>()
                    .ExecuteUpdateAsync(p => p.SetProperty(x => x.ClaimedUntil, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)))
        );
        Assert.Equal(1, await Run());
        Assert.Equal((ServicePlanState.Started, ServiceTaskState.Running), await States(plan));
    }

    [Fact]
    public async Task A_worker_back_from_the_dead_writes_nothing_over_another()
    {
        var (_, plan) = await _data.ConfirmedTask(await _data.Case(), _clerk);
        await _data.Use(
            (CourtDb db) => db.Set<ServicePlan>().ExecuteUpdateAsync(p => p.SetProperty(x => x.State, ServicePlanState.Withdrawn))
        );
        await _data.Use(
            async (CourtDb db) =>
            {
                plan.State = ServicePlanState.Waiting;
                db.Attach(plan).Entity.State = ServicePlanState.Started;
                await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
            }
        );
    }

    [Theory]
    [InlineData("--encrypt reader owner 256 --", "pdf_encrypted")]
    [InlineData("--encrypt  owner 256 --", "pdf_encrypted")]
    [InlineData(null, "pdf_broken")]
    public async Task What_cannot_be_frozen_stops_its_case_with_a_reason_and_can_be_tried_again(string? encryption, string code)
    {
        var (task, plan) = await _data.ConfirmedTask(await _data.Case(), _clerk);
        var good = await Bytes(task.Documents[0].Sha256);
        Spoil(
            task.Documents[0].Sha256,
            encryption is null ? Encoding.ASCII.GetBytes("%PDF-1.7\nnothing of the kind") : await Encrypted(good, encryption)
        );

        await Run();
        var failed = await _data.Use((CourtDb db) => db.Set<ServicePlan>().AsNoTracking().SingleAsync());
        Assert.Equal(
            (ServicePlanState.Failed, code, 0),
            (failed.State, failed.FailureCode, await _data.Use((CourtDb db) => db.Set<Service>().CountAsync()))
        );
        Assert.Equal((ServicePlanState.Failed, ServiceTaskState.Preparing), await States(plan));

        Spoil(task.Documents[0].Sha256, good);
        Assert.Equal(
            1,
            await _data.Use(
                async (RetryFailedPlans retry) => await retry.Handle(task.Id, await _data.ActorOf(_clerk), CancellationToken.None)
            )
        );
        await Run();
        Assert.Equal((ServicePlanState.Started, ServiceTaskState.Running), await States(plan));
    }

    [Fact]
    public async Task A_clerk_of_another_division_cannot_have_it_tried_again()
    {
        var (task, _) = await _data.ConfirmedTask(await _data.Case(), _clerk);
        var stranger = await _data.ActorOf(await _data.Staff(Role.Clerk, await _data.Division(DivisionKind.Filing)));
        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            _data.Use((RetryFailedPlans retry) => retry.Handle(task.Id, stranger, CancellationToken.None))
        );
        Assert.Equal("service_task.not_found", refused.Code);
    }

    [Fact]
    public async Task A_withdrawn_task_is_not_begun()
    {
        var (task, plan) = await _data.ConfirmedTask(await _data.Case(), _clerk);
        await _data.Use(
            async (CourtDb db) =>
            {
                (await db.Set<ServiceTask>().SingleAsync(t => t.Id == task.Id)).Withdraw(
                    "选错案件",
                    await _data.ActorOf(_clerk),
                    _clock.GetUtcNow()
                );
                await db.SaveChangesAsync();
            }
        );
        await Run();
        Assert.Equal((ServicePlanState.Withdrawn, ServiceTaskState.Withdrawn), await States(plan));
        Assert.Equal(0, await _data.Use((CourtDb db) => db.Set<Service>().CountAsync()));
    }

    [Fact]
    public async Task Pages_of_any_size_and_turn_are_stamped_within_their_edges()
    {
        var sizes = new[] { new PdfPage(595, 842), new PdfPage(842, 595), new PdfPage(1190.55, 841.89) };
        var stamps = sizes
            .Select(
                (s, i) =>
                    new PageStamp(
                        "越秀区人民法院",
                        "（2026）粤0104民初1号",
                        "SD20261120-0001-0001-01",
                        "ABCDEFGHJKLM",
                        i + 1,
                        3,
                        s,
                        i == 0 ? QrCode.Modules("https://court.example/v/1") : null
                    )
            )
            .ToList();
        var pdf = await _data
            .Services.GetRequiredService<PdfPrinter>()
            .Print<StampSheet>(new Dictionary<string, object?> { ["Stamps"] = stamps }, CancellationToken.None);
        var printed = await _data.Services.GetRequiredService<Qpdf>().Pages(await Saved(pdf), CancellationToken.None);
        Assert.Equal(3, printed.Count);
        Assert.All(
            sizes.Zip(printed),
            pair => Assert.True(Math.Abs(pair.First.Width - pair.Second.Width) < 2 && Math.Abs(pair.First.Height - pair.Second.Height) < 2)
        );
    }

    [Fact]
    public async Task The_file_sweep_leaves_what_was_served()
    {
        await _data.ConfirmedTask(await _data.Case(), _clerk);
        await Run();
        var document = await _data.Use((CourtDb db) => db.Set<ServedDocument>().SingleAsync());
        var path = _data.Services.GetRequiredService<DiskFiles>().PathOf(document.Sha256);
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);
        await _data.Use((SweepFiles sweep) => sweep.Run(CancellationToken.None));
        Assert.True(File.Exists(path));
    }

    private Task<int> Run() => _data.Use((BeginServices begin) => begin.Run(CancellationToken.None));

    private Task<(ServicePlanState, ServiceTaskState)> States(ServicePlan plan) =>
        _data.Use(
            async (CourtDb db) =>
                (
                    (await db.Set<ServicePlan>().AsNoTracking().SingleAsync(p => p.Id == plan.Id)).State,
                    (await db.Set<ServiceTask>().AsNoTracking().SingleAsync(t => t.Id == plan.TaskId)).State
                )
        );

    private Task<byte[]> Bytes(string sha256) =>
        _data.Use(
            async (IFileStore files) =>
            {
                await using var stored = await files.Open(sha256, default);
                using MemoryStream bytes = new();
                await stored.CopyToAsync(bytes);
                return bytes.ToArray();
            }
        );

    private void Spoil(string sha256, byte[] bytes) =>
        File.WriteAllBytes(_data.Services.GetRequiredService<DiskFiles>().PathOf(sha256), bytes);

    private static async Task<string> Saved(byte[] bytes)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, bytes);
        return path;
    }

    private static async Task<byte[]> Encrypted(byte[] bytes, string options)
    {
        var target = Path.GetTempFileName();
        Assert.InRange(await Qpdf(bytes, [.. options.Split(' '), target], targetIsLast: true), 0, 3);
        return await File.ReadAllBytesAsync(target);
    }

    private static async Task<string> Unpacked(byte[] bytes)
    {
        var target = Path.GetTempFileName();
        Assert.Equal(0, await Qpdf(bytes, ["--qdf", "--object-streams=disable", target], targetIsLast: true));
        return await File.ReadAllTextAsync(target, Encoding.Latin1);
    }

    private static Task<int> Qpdf(byte[] bytes, string option) => Qpdf(bytes, [option], targetIsLast: false);

    private static async Task<int> Qpdf(byte[] bytes, string[] arguments, bool targetIsLast)
    {
        var source = await Saved(bytes);
        string[] all = targetIsLast ? [.. arguments[..^1], source, arguments[^1]] : [.. arguments, source];
        using var process = Process.Start(
            new ProcessStartInfo("qpdf", all) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
