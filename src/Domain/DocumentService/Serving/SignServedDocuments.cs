using Domain.Attachments;
using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>
/// The recipient signs for documents, by hand or by confirmation: receipt, no agreement. Signing again changes nothing, so a lost
/// answer is sent again; of two devices the first one counts.
/// </summary>
public sealed class SignServedDocuments(ICourtDb db, IFileStore files, ConcludeServices conclude, TimeProvider clock)
{
    public const int MaxDocuments = ServiceTask.MaxDocuments;

    /// <param name="copyIds">Documents of the reader's.</param>
    /// <param name="signature">PNG; null for a confirmation.</param>
    public async Task Handle(IReadOnlyCollection<Guid> copyIds, byte[]? signature, ServiceReader reader, CancellationToken ct)
    {
        if (copyIds.Count is 0 or > MaxDocuments)
            throw ServedDocumentErrors.NothingToSign();
        if (signature is not null)
            SignaturePicture.Check(signature);
        await using var picture = signature is null ? null : await files.Receive(new MemoryStream(signature), ct);
        var kept = false;
        await db.ChangeServices(
            conclude,
            reader,
            clock,
            copyIds,
            (reading, services, now) =>
            {
                if (copyIds.Any(reading.IsForwarded))
                    throw ServedDocumentErrors.NotToSign();
                var waiting = services
                    .SelectMany(s => s.Copies.Where(c => copyIds.Contains(c.Id) && c.SignedAt is null).Select(c => (Service: s, Copy: c)))
                    .ToList();
                if (waiting.Count == 0)
                    return Task.FromResult(false);
                if (waiting.Exists(w => w.Service.State == ServiceState.Withdrawn))
                    throw ServiceErrors.Withdrawn();
                if (!kept)
                    picture?.Keep();
                kept = true;
                var evidence = $"{(signature is null ? "确认签收" : "手写签名")}，{reading.Evidence}";
                foreach (var (service, copy) in waiting)
                    service.Sign(copy.DocumentId, reading.Via, picture?.Sha256, evidence, reading.By, now, reading.AttemptId);
                return Task.FromResult(true);
            },
            ct
        );
    }
}
