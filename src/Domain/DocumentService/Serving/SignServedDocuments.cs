using Domain.Attachments;
using Domain.Cases;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

/// <summary>
/// The recipient signs for documents that they opened, by hand or by confirmation: receipt, no agreement. Signing again changes
/// nothing, so a lost answer is sent again; of two devices the first one counts.
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
            async (reading, services, now) =>
            {
                if (copyIds.Any(reading.IsForwarded))
                    throw ServedDocumentErrors.NotToSign();
                var waiting = services
                    .SelectMany(s => s.Copies.Where(c => copyIds.Contains(c.Id) && c.SignedAt is null).Select(c => (Service: s, Copy: c)))
                    .ToList();
                if (waiting.Count == 0)
                    return false;
                if (waiting.Exists(w => w.Copy.IsWithdrawn))
                    throw ServiceErrors.Withdrawn();
                if (await AnyMinor([.. waiting.Select(w => w.Service).Where(s => s.AgentId is null).Select(s => s.PartyId)], ct))
                    throw ServedDocumentErrors.StatutoryAgentSigns();
                if (waiting.Where(w => w.Copy.OpenedAt is null).Select(w => w.Copy).ToList() is { Count: > 0 } unread)
                    throw ServedDocumentErrors.NotOpened(unread.OrderBy(c => c.Position).Select(c => c.Title));
                if (!kept)
                    if (picture is not null)
                        await picture.Keep(ct);
                kept = true;
                var evidence = $"{(signature is null ? "确认签收" : "手写签名")}，{reading.Evidence}";
                foreach (var (service, copy) in waiting)
                    service.Sign(copy.DocumentId, reading.Via, picture?.Sha256, evidence, reading.By, now, reading.AttemptId);
                return true;
            },
            ct
        );
    }

    /// <summary>Their 法定代理人 signs, before the court or on paper (CPL 60).</summary>
    private Task<bool> AnyMinor(IReadOnlyCollection<Guid> parties, CancellationToken ct) =>
        db.Set<CaseParty>().AnyAsync(p => parties.Contains(p.Id) && p.IsMinor == true, ct);
}
