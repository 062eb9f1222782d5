using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>A clerk records that the recipient proved another arrival, with the evidence (JI 135).</summary>
public sealed class ProveArrival(RecordsEvidence records)
{
    public Task Handle(GivenEvidence given, DateTimeOffset arrivedAt, Actor by, CancellationToken ct) =>
        records.Once(
            given,
            ServiceFacts.ArrivalProved,
            (service, now) => service.ProveArrival(given.AttemptId, arrivedAt, given.Words, by, now),
            by,
            ct
        );
}
