using Domain.Attachments;
using Domain.Cases;
using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Cases.Import;

/// <summary>A PDF of a main volume arrives, before or after the record that names it by its hash.</summary>
public sealed class KeepCaseFile(CourtDb db, IFileStore files, TimeProvider clock)
{
    /// <summary>Of one document of a main volume.</summary>
    public const long MostBytes = 64L * 1024 * 1024;

    /// <returns>Null when it is here; otherwise why it is not kept.</returns>
    public async Task<RecordFault?> Handle(string sha256, Stream bytes, CancellationToken ct)
    {
        if (await Received(bytes, ct) is not { } file)
            return new(RecordFaults.TooLong, "", $"文件超过 {MostBytes >> 20} MB");
        await using var received = file;
        if (received.Sha256 != sha256)
            return new(RecordFaults.FileDiffers, "sha256", $"内容的 SHA-256 是 {received.Sha256}");
        await using (var head = received.OpenRead())
        {
            if (FileKind.Of(head) != FileKind.Pdf)
                return new(RecordFaults.FileDiffers, "", "不是 PDF");
        }

        await received.Keep(ct);
        await db.Once(
            () => db.Set<ArrivedFile>().SingleOrDefaultAsync(f => f.Sha256 == sha256, ct),
            () =>
                Task.FromResult(
                    db.Set<ArrivedFile>()
                        .Add(
                            new ArrivedFile
                            {
                                Sha256 = sha256,
                                Size = received.Size,
                                ArrivedAt = clock.GetUtcNow(),
                            }
                        )
                        .Entity
                ),
            ct
        );

        await db.Set<CaseFile>()
            .Where(f => f.ExpectedHash == sha256 && f.Sha256 == "")
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.Sha256, sha256), ct);
        return null;
    }

    /// <returns>Null when it is too large.</returns>
    private async Task<ReceivedFile?> Received(Stream bytes, CancellationToken ct)
    {
        try
        {
            return await files.Receive(bytes, MostBytes, ct);
        }
        catch (RefusedException e) when (e.Refusal == Refusal.TooLarge)
        {
            return null;
        }
    }
}
