using Domain.Attachments;
using Domain.Cases;
using Domain.DocumentService;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Files;

/// <summary>Throws away what a crash left in <c>incoming/</c>, and bytes that no row has named for a day.</summary>
public sealed class SweepFiles(CourtDb db, DiskFiles files)
{
    private static readonly TimeSpan s_incomingAge = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_unnamedAge = TimeSpan.FromDays(1);

    /// <returns>How many files no row names.</returns>
    /// <remarks>Ages are the file system's own: its clock wrote the dates.</remarks>
    public async Task<int> Run(CancellationToken ct)
    {
        var now = TimeProvider.System.GetUtcNow();
        foreach (var rest in new DirectoryInfo(files.Incoming).EnumerateFiles().Where(f => now - f.LastWriteTimeUtc > s_incomingAge))
            rest.Delete();
        var swept = 0;
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
            {
                File.Delete(aside);
                swept++;
            }
        }

        return swept;
    }

    private async Task<bool> IsNamed(string sha256, CancellationToken ct) =>
        await db.Set<Attachment>().AnyAsync(a => a.Sha256 == sha256, ct)
        || await db.Set<ServedDocument>().AnyAsync(d => d.Sha256 == sha256 || d.SourceSha256 == sha256, ct)
        || await db.Set<ArrivedFile>().AnyAsync(f => f.Sha256 == sha256, ct)
        || await db.Set<CaseDocument>().AnyAsync(d => d.Sha256 == sha256, ct)
        || await db.Set<ServiceCopy>().AnyAsync(c => c.SignatureSha256 == sha256, ct)
        || await db.Set<AddressConfirmation>().AnyAsync(c => c.SignatureSha256 == sha256, ct)
        || await db.Set<ServiceCertificate>().AnyAsync(c => c.Sha256 == sha256, ct);
}
