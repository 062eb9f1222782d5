using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>A clerk records that the presumption of service is rebutted; an address that is not the person's is ended (OLR 31).</summary>
public sealed class RebutPresumption(ICourtDb db, ChangeService services)
{
    /// <param name="evidenceId">Made by the page: pressing twice records once.</param>
    public Task Handle(
        Guid serviceId,
        Guid attemptId,
        Guid evidenceId,
        RebuttalGround ground,
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
                service.Rebut(attemptId, ground, evidence, by, now);
                await db.AddEvidence(
                    evidenceId,
                    service,
                    attemptId,
                    ServiceFacts.Rebutted,
                    $"{ground.Chinese()}：{evidence}",
                    attachmentId,
                    by,
                    now,
                    ct
                );
                if (ground == RebuttalGround.NotOwnAddress)
                    await db.EndAddress(service, attemptId, by, now, ct);
            },
            by,
            ct
        );
}
