using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.DocumentService.Certificates;
using Infrastructure.Files;
using Infrastructure.Persistence;
using Infrastructure.Tracing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Infrastructure.Tests.DocumentService;

/// <summary>A court whose clerk has served something and issues certificates of it.</summary>
public abstract class CertificateTest(TestDatabase database) : IClassFixture<TestDatabase>, IAsyncLifetime
{
    private static int s_next;
    private readonly string _files = Path.Combine(Path.GetTempPath(), $"court-certificates-{Guid.CreateVersion7()}"); // files get broken here

    protected StoppedClock Clock { get; } = new(new DateTimeOffset(2026, 11, 20, 2, 26, 0, TimeSpan.Zero));
    protected CourtData Data { get; private set; } = null!;
    protected Staff Clerk { get; private set; } = null!;
    protected Actor By { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Data = await CourtData.Open(
            database.ConnectionString($"certificates{Interlocked.Increment(ref s_next)}"),
            Clock,
            settings: [("Files:Root", _files)]
        );
        Clerk = await Data.Staff(Role.Clerk, await Data.Division(), "吴佳乐");
        By = await Data.ActorOf(Clerk);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_files, recursive: true);
        return Task.CompletedTask;
    }

    protected async Task<Service> Served(Case? @case = null)
    {
        var service = (await Data.BegunServices(@case ?? await Data.Case(), Clerk)).Single();
        Clock.Now += TimeSpan.FromMinutes(1);
        var at = Clock.GetUtcNow();
        await Change(service, s => s.Sent(s.Attempts[0].Id, at, at));
        Clock.Now += TimeSpan.FromSeconds(3);
        await Change(service, s => s.Delivered(s.Attempts[0].Id, Clock.GetUtcNow(), Clock.GetUtcNow()));
        return await Data.Use((CourtDb db) => db.Set<Service>().AsNoTracking().SingleAsync(s => s.Id == service.Id));
    }

    protected Task Change(Service service, Action<Service> verb) =>
        Data.Use(
            async (CourtDb db) =>
            {
                var stored = await db.Set<Service>().Include(s => s.Copies).Include(s => s.Attempts).SingleAsync(s => s.Id == service.Id);
                verb(stored);
                await Data.Use(
                    (LawOfService laws) => new ConcludeServices(db, laws).Update([stored], Clock.GetUtcNow(), CancellationToken.None)
                );
                await db.SaveChangesAsync();
            }
        );

    protected Task<ServiceCertificate> Issue(Service service, CertificateKind kind = CertificateKind.Voucher, Actor? by = null) =>
        Data.Use((IssueCertificate issue) => issue.Handle(service.Id, kind, by ?? By, default));

    protected Task<RefusedException> Refused(Service service, CertificateKind kind = CertificateKind.Voucher) =>
        Assert.ThrowsAsync<RefusedException>(() => Issue(service, kind));

    protected Task<Verification> Verified(string number, string code) => Data.Use((VerificationQueries q) => q.Find(number, code, default));

    protected async Task<TraceFindings> VerifyAll()
    {
        var found = await Data.VerifyTrace();
        await Data.Use((ServiceVerifier verifier) => verifier.Verify(found, default));
        return found;
    }

    protected Task Execute(string sql, Guid service) => Data.Use((CourtDb db) => db.Database.ExecuteSqlRawAsync(sql, service));

    protected Task Overwrite(string sha256) => File.AppendAllTextAsync(Data.Services.GetRequiredService<DiskFiles>().PathOf(sha256), "x");

    protected async Task<string> Html<TSheet>(Service service, CertificateKind kind)
        where TSheet : IComponent
    {
        var evidence = await Data.Use((TakeSnapshot read) => read.Handle(service.Id, By, default));
        var sheet = new CertificateSheet(
            kind,
            evidence,
            "SDHZ-test",
            "CODE",
            "https://court.example/v/SDHZ-test?code=CODE",
            Clock.GetUtcNow(),
            By.Name
        );
        await using var renderer = new HtmlRenderer(Data.Services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (
                await renderer.RenderComponentAsync<TSheet>(
                    ParameterView.FromDictionary(new Dictionary<string, object?> { ["Sheet"] = sheet })
                )
            ).ToHtmlString()
        );
        return System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(html, "<[^>]+>", ""));
    }
}
