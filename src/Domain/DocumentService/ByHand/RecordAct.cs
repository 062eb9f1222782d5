using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>A clerk records that the recipient did what the document asks for (OLR 31-2-1).</summary>
public sealed class RecordAct(ICourtDb db, ChangeService services)
{
    /// <param name="evidenceId">Made by the page: pressing twice records once.</param>
    public Task Handle(
        Guid serviceId,
        Guid attemptId,
        Guid evidenceId,
        DateTimeOffset at,
        string what,
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
                service.NoteAct(attemptId, at, what, by, now);
                await db.AddEvidence(evidenceId, service, attemptId, ServiceFacts.Acted, what, attachmentId, by, now, ct);
            },
            by,
            ct
        );
}
