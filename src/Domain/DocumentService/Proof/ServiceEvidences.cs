using Domain.Attachments;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.DocumentService;

internal static class ServiceEvidences
{
    public static Task<bool> IsRecorded(this ICourtDb db, Guid evidenceId, CancellationToken ct) =>
        db.Set<ServiceEvidence>().AnyAsync(e => e.Id == evidenceId, ct);

    /// <param name="attachmentId">Uploaded by the same person, and in nothing else yet.</param>
    public static async Task AddEvidence(
        this ICourtDb db,
        Guid id,
        Service service,
        Guid attemptId,
        string kind,
        string words,
        Guid? attachmentId,
        Actor by,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (attachmentId is { } file && !await db.Set<Attachment>().AnyAsync(a => a.Id == file && a.UploadedById == by.Id, ct))
            throw AttachmentErrors.NotFound();
        db.Set<ServiceEvidence>()
            .Add(
                new ServiceEvidence
                {
                    Id = id,
                    ServiceId = service.Id,
                    AttemptId = attemptId,
                    Kind = kind,
                    Words = TypedText.Storable(words),
                    AttachmentId = attachmentId,
                    AddedAt = now,
                    AddedByName = by.Name,
                }
            );
    }

    /// <summary>The attempt's address turned out to be somebody else's: later services do not use it.</summary>
    public static async Task EndAddress(
        this ICourtDb db,
        Service service,
        Guid attemptId,
        Actor by,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var value = service.Attempts.Single(a => a.Id == attemptId).Address;
        foreach (
            var address in await db.Set<ServiceAddress>()
                .Where(a =>
                    a.CaseId == service.CaseId
                    && a.PartyId == service.PartyId
                    && a.AgentId == service.AgentId
                    && a.Value == value
                    && a.EndedAt == null
                )
                .ToListAsync(ct)
        )
            address.End(RebuttalGround.NotOwnAddress.Chinese(), by, now);
    }
}
