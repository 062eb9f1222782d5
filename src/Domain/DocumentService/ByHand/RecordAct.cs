using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>A clerk records that the recipient did what the document asks for (OLR 31-2-1).</summary>
public sealed class RecordAct(RecordsEvidence records)
{
    public Task Handle(GivenEvidence given, DateTimeOffset at, Actor by, CancellationToken ct) =>
        records.Once(given, ServiceFacts.Acted, (service, now) => service.NoteAct(given.AttemptId, at, given.Words, by, now), by, ct);
}
