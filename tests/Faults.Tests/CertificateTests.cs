using System.Diagnostics;
using System.Globalization;
using System.Text;
using Domain.Attachments;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Given;
using Infrastructure.DocumentService.Certificates;
using Infrastructure.Files;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Faults.Tests;

/// <summary>The browser that prints is killed again and again while certificates are issued.</summary>
[Collection(OnHosts.Name)]
public sealed class CertificateTests(Hosts hosts) : IAsyncLifetime
{
    private const int Services = 12;

    public Task InitializeAsync() => hosts.StartDatabase();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_killed_browser_leaves_a_whole_certificate_or_none_and_the_next_try_gives_one()
    {
        var clerk = await hosts.Data.Staff(Role.Clerk, await hosts.Data.Division());
        var by = await hosts.Data.ActorOf(clerk);
        List<Guid> services = [];
        for (var i = 0; i < Services; i++)
            services.Add(await Served(clerk));
        await Issue(services[0], by); // the browser runs

        var killed = 0;
        using var over = new CancellationTokenSource();
        var killer = Task.Run(async () =>
        {
            while (!over.IsCancellationRequested)
            {
                killed += KillBrowsers();
                await Task.Delay(TimeSpan.FromMilliseconds(120));
            }
        });
        Dictionary<Guid, bool> issued = [];
        foreach (var service in services.Skip(1))
            issued.Add(service, await Issue(service, by));
        await over.CancelAsync();
        await killer;
        Assert.True(killed > 0, "no browser was killed");

        foreach (var (service, isIssued) in issued)
        {
            var row = await hosts.Data.Use((CourtDb db) => db.Set<ServiceCertificate>().SingleOrDefaultAsync(c => c.ServiceId == service));
            Assert.Equal(isIssued, row is not null);
            Assert.True(await Issue(service, by));
            row = await hosts.Data.Use((CourtDb db) => db.Set<ServiceCertificate>().SingleAsync(c => c.ServiceId == service));
            var files = hosts.Data.Services.GetRequiredService<IFileStore>();
            Assert.True(await files.Holds(row.Sha256, default));
            Assert.Equal(row.Pages, await hosts.Data.PagesOf(row.Sha256));
        }
    }

    private async Task<bool> Issue(Guid service, Actor by)
    {
        try
        {
            await hosts.Data.Use((IssueCertificate issue) => issue.Handle(service, CertificateKind.Voucher, by, default));
            return true;
        }
        catch (RefusedException refused)
        {
            Assert.Equal("certificate.printer_down", refused.Code);
            return false;
        }
    }

    private async Task<Guid> Served(Staff clerk)
    {
        var service = (await hosts.Data.BegunServices(await hosts.Data.Case(), clerk)).Single();
        await hosts.Data.Use(
            async (CourtDb db) =>
            {
                var stored = await db.Set<Service>().Include(s => s.Copies).Include(s => s.Attempts).SingleAsync(s => s.Id == service.Id);
                stored.Delivered(stored.Attempts[0].Id, hosts.Data.Now(), hosts.Data.Now());
                await hosts.Data.Use((LawOfService laws) => new ConcludeServices(db, laws).Update([stored], hosts.Data.Now(), default));
                await db.SaveChangesAsync();
            }
        );
        return service.Id;
    }

    /// <summary>Only those below this process: others on the machine have browsers of their own.</summary>
    private static int KillBrowsers()
    {
        var parents = Directory
            .EnumerateDirectories("/proc")
            .Select(Path.GetFileName)
            .Where(n => int.TryParse(n, CultureInfo.InvariantCulture, out _))
            .Select(n =>
                (Id: int.Parse(n!, CultureInfo.InvariantCulture), Stat: Read($"/proc/{n}/stat"), Command: Read($"/proc/{n}/cmdline"))
            )
            .Where(p => p.Stat.Length > 0)
            .ToDictionary(
                p => p.Id,
                p => (Parent: int.Parse(p.Stat[(p.Stat.LastIndexOf(')') + 4)..].Split(' ')[0], CultureInfo.InvariantCulture), p.Command)
            );
        var count = 0;
        foreach (var id in parents.Keys.Where(id => parents[id].Command.Contains("chromium", StringComparison.Ordinal) && IsBelowUs(id)))
        {
            try
            {
                using var process = Process.GetProcessById(id);
                process.Kill();
                count++;
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                // It ended by itself.
            }
        }

        return count;

        bool IsBelowUs(int id)
        {
            while (parents.TryGetValue(id, out var process) && id > 1)
            {
                if (process.Parent == Environment.ProcessId)
                    return true;
                id = process.Parent;
            }

            return false;
        }

        static string Read(string path)
        {
            try
            {
                return File.ReadAllText(path, Encoding.UTF8);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return "";
            }
        }
    }
}
