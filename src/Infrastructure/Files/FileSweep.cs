using Domain.Attachments;
using Domain.DocumentService;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Files;

/// <summary>Once an hour: throws away what a crash left in <c>incoming/</c>, and bytes that no row has named for a day.</summary>
internal sealed partial class FileSweep(DiskFiles files, IServiceScopeFactory scopes, TimeProvider clock, ILogger<FileSweep> log)
    : BackgroundService
{
    private static readonly TimeSpan s_incomingAge = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_unnamedAge = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        try
        {
            do
            {
                try
                {
                    await Sweep(stoppingToken);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    SweepFailed(log, e);
                }
            } while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    /// <summary>Ages are the file system's own: its clock wrote the dates.</summary>
    internal async Task Sweep(CancellationToken ct)
    {
        var now = TimeProvider.System.GetUtcNow();
        foreach (var rest in new DirectoryInfo(files.Incoming).EnumerateFiles().Where(f => now - f.LastWriteTimeUtc > s_incomingAge))
            rest.Delete();
        foreach (var file in new DirectoryInfo(files.Root).EnumerateDirectories("??").SelectMany(d => d.EnumerateFiles()))
        {
            if (now - file.LastWriteTimeUtc <= s_unnamedAge || await IsNamed(file.Name, ct))
                continue;
            // Aside first, then asked again: who keeps the same bytes at this moment writes them anew.
            var aside = Path.Combine(files.Incoming, file.Name);
            File.Move(file.FullName, aside, overwrite: true);
            if (await IsNamed(file.Name, ct))
                File.Move(aside, file.FullName, overwrite: true);
            else
                File.Delete(aside);
        }
    }

    private async Task<bool> IsNamed(string sha256, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CourtDb>();
        return await db.Set<Attachment>().AnyAsync(a => a.Sha256 == sha256, ct)
            || await db.Set<ServedDocument>().AnyAsync(d => d.Sha256 == sha256 || d.SourceSha256 == sha256, ct)
            || await db.Set<CaseDocument>().AnyAsync(d => d.Sha256 == sha256, ct)
            || await db.Set<ServiceCopy>().AnyAsync(c => c.SignatureSha256 == sha256, ct)
            || await db.Set<AddressConfirmation>().AnyAsync(c => c.SignatureSha256 == sha256, ct)
            || await db.Set<ServiceCertificate>().AnyAsync(c => c.Sha256 == sha256, ct);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Cleaning up the file store failed")]
    private static partial void SweepFailed(ILogger log, Exception exception);
}
