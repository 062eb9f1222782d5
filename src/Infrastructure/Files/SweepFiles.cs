using Domain.Attachments;
using Domain.Cases;
using Domain.DocumentService;
using Domain.Submissions;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Files;

/// <summary>Throws away what a crash left in <c>incoming/</c>, and bytes that no row has named for a day.</summary>
public sealed class SweepFiles(CourtDb db, IStorage storage, DiskFiles spool)
{
    private const string Aside = "aside-";
    private static readonly TimeSpan s_incomingAge = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_unnamedAge = TimeSpan.FromDays(1);

    /// <summary>A PDF of a main volume waits for the record that names it.</summary>
    private static readonly TimeSpan s_waitingAge = TimeSpan.FromDays(7);

    /// <returns>How many files no row names.</returns>
    /// <remarks>Ages are the storage's own: its clock wrote the dates.</remarks>
    public async Task<int> Run(CancellationToken ct)
    {
        var now = TimeProvider.System.GetUtcNow();
        foreach (var rest in new DirectoryInfo(spool.Incoming).EnumerateFiles().Where(f => now - f.LastWriteTimeUtc > s_incomingAge))
            await Clear(rest, ct);
        var swept = 0;
        await foreach (var file in storage.List(ct))
        {
            if (now - file.WrittenAt > s_unnamedAge && !await IsNamed(file.Name, ct) && await TakeAway(file.Name, now, ct))
                swept++;
        }

        return swept;
    }

    /// <summary>What lies aside is put back where it is wanted again: whoever took it away may have died before it could.</summary>
    private async Task Clear(FileInfo rest, CancellationToken ct)
    {
        if (rest.Name.StartsWith(Aside, StringComparison.Ordinal))
        {
            var name = rest.Name[(rest.Name.LastIndexOf('-') + 1)..];
            if (StoredFile.IsName(name) && await IsNamed(name, ct) && await storage.Find(name, ct) is null)
                await storage.Put(name, rest.FullName, ct);
        }

        rest.Delete();
    }

    /// <summary>Aside first, then asked again: who keeps the same bytes at this moment writes them anew.</summary>
    private async Task<bool> TakeAway(string name, DateTimeOffset now, CancellationToken ct)
    {
        if (!StoredFile.IsName(name))
            return false;
        var aside = await CopyAside(name, ct);
        if (await storage.Find(name, ct) is not { } still || now - still.WrittenAt <= s_unnamedAge)
            return false;
        await storage.Delete(name, ct);
        var wanted = await IsNamed(name, ct);
        if (wanted && await storage.Find(name, ct) is null)
            await storage.Put(name, aside, ct);
        if (!wanted)
            await Forget(name, ct);
        return !wanted;
    }

    /// <summary>Under a name of its own, since other hosts sweep too, and only when it is whole; cleared an hour later.</summary>
    private async Task<string> CopyAside(string name, CancellationToken ct)
    {
        var path = spool.NewPath();
        await using (var stored = await storage.Open(name, ct))
        await using (var copy = File.Create(path))
        {
            await stored.CopyToAsync(copy, ct);
            copy.Flush(flushToDisk: true);
        }

        var aside = Path.Combine(spool.Incoming, $"{Aside}{Guid.CreateVersion7():N}-{name}");
        File.Move(path, aside);
        return aside;
    }

    /// <summary>What was made of it is swept next, since no row names it any more.</summary>
    private async Task Forget(string sha256, CancellationToken ct)
    {
        await db.Set<PreviewPart>().Where(p => p.FileHash == sha256).ExecuteDeleteAsync(ct);
        await db.Set<FilePreview>().Where(p => p.FileHash == sha256).ExecuteDeleteAsync(ct);
    }

    private async Task<bool> IsNamed(string sha256, CancellationToken ct) =>
        await db.Set<Attachment>().AnyAsync(a => a.Sha256 == sha256, ct)
        || await db.Set<ServedDocument>().AnyAsync(d => d.Sha256 == sha256 || d.SourceSha256 == sha256, ct)
        || await db.Set<CaseFile>().AnyAsync(f => f.Sha256 == sha256 || f.ExpectedHash == sha256, ct)
        || await db.Set<ArrivedFile>().AnyAsync(f => f.Sha256 == sha256 && f.ArrivedAt > TimeProvider.System.GetUtcNow() - s_waitingAge, ct)
        || await db.Set<CaseDocument>().AnyAsync(d => d.Sha256 == sha256, ct)
        || await db.Set<ServiceCopy>().AnyAsync(c => c.SignatureSha256 == sha256, ct)
        || await db.Set<AddressConfirmation>().AnyAsync(c => c.SignatureSha256 == sha256, ct)
        || await db.Set<PreviewPart>().AnyAsync(p => p.StoredHash == sha256, ct)
        || await db.Set<ServiceCertificate>().AnyAsync(c => c.Sha256 == sha256, ct)
        || await db.Set<EffectCertificate>().AnyAsync(c => c.Sha256 == sha256, ct);
}
