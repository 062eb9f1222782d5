using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>A clerk records that the recipient said it was received: on the phone, by SMS, in writing (OLR 31-2-1).</summary>
public sealed class RecordReply(RecordsEvidence records)
{
    public Task Handle(GivenEvidence given, DateTimeOffset at, Actor by, CancellationToken ct) =>
        records.Once(given, ServiceFacts.Replied, (service, now) => service.NoteReply(given.AttemptId, at, given.Words, by, now), by, ct);
}
