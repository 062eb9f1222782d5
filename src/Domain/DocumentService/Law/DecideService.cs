using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>A clerk decides what was read without consent on record: accepted by an act that is named, or not served.</summary>
public sealed class DecideService(ICourtDb db, ChangeService services)
{
    /// <param name="evidenceId">Made by the page: pressing twice records once.</param>
    /// <param name="acceptedAt">When the recipient acted; null to go on by other ways.</param>
    public Task Handle(
        Guid serviceId,
        Guid attemptId,
        Guid evidenceId,
        DateTimeOffset? acceptedAt,
        string reason,
        Guid? attachmentId,
        Actor by,
        CancellationToken ct
    ) =>
        services.Handle(
            serviceId,
            async (service, now) =>
            {
                if (await db.IsRecorded(evidenceId, ct))
                    return;
                if (acceptedAt is { } at)
                    service.Accept(attemptId, at, reason, by, now);
                else
                    service.NotAccepted(attemptId, reason, by, now);
                await db.AddEvidence(
                    evidenceId,
                    service,
                    attemptId,
                    acceptedAt is null ? ServiceFacts.NotAccepted : ServiceFacts.Accepted,
                    reason,
                    attachmentId,
                    by,
                    now,
                    ct
                );
            },
            by,
            ct
        );
}
