using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>A clerk decides what was read without consent on record: accepted by an act that is named, or not served.</summary>
public sealed class DecideService(RecordsEvidence records)
{
    /// <param name="acceptedAt">When the recipient acted; null to go on by other ways.</param>
    public Task Handle(GivenEvidence given, DateTimeOffset? acceptedAt, Actor by, CancellationToken ct) =>
        acceptedAt is { } at
            ? records.Once(
                given,
                ServiceFacts.Accepted,
                (service, now) => service.Accept(given.AttemptId, at, given.Words, by, now),
                by,
                ct
            )
            : records.Once(
                given,
                ServiceFacts.NotAccepted,
                (service, now) => service.NotAccepted(given.AttemptId, given.Words, by, now),
                by,
                ct
            );
}
