using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>A clerk records that the recipient said it was received: on the phone, by SMS, in writing (OLR 31-2-1).</summary>
public sealed class RecordReply(ICourtDb db, ChangeService services)
{
    /// <param name="evidenceId">Made by the page: pressing twice records once.</param>
    public Task Handle(
        Guid serviceId,
        Guid attemptId,
        Guid evidenceId,
        DateTimeOffset at,
        string words,
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
                service.NoteReply(attemptId, at, words, by, now);
                await db.AddEvidence(evidenceId, service, attemptId, ServiceFacts.Replied, words, attachmentId, by, now, ct);
            },
            by,
            ct
        );
}
