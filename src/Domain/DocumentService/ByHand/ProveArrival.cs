using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>A clerk records that the recipient proved another arrival, with the evidence (JI 135).</summary>
public sealed class ProveArrival(ICourtDb db, ChangeService services)
{
    /// <param name="evidenceId">Made by the page: pressing twice records once.</param>
    public Task Handle(
        Guid serviceId,
        Guid attemptId,
        Guid evidenceId,
        DateTimeOffset arrivedAt,
        string evidence,
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
                service.ProveArrival(attemptId, arrivedAt, evidence, by, now);
                await db.AddEvidence(evidenceId, service, attemptId, ServiceFacts.ArrivalProved, evidence, attachmentId, by, now, ct);
            },
            by,
            ct
        );
}
