namespace Domain.DocumentService;

/// <summary>The grounds of something that a clerk recorded of a service; the trace keeps their hash.</summary>
public sealed class ServiceEvidence
{
    public Guid Id { get; init; }
    public Guid ServiceId { get; init; }
    public Guid AttemptId { get; init; }

    /// <summary>Of <see cref="ServiceFacts"/>.</summary>
    public required string Kind { get; init; }

    public required string Words { get; init; }

    /// <summary>A screenshot, a letter; null where there is none.</summary>
    public Guid? AttachmentId { get; init; }

    public DateTimeOffset AddedAt { get; init; }
    public string AddedByName { get; init; } = "";
}

/// <summary>The grounds of what a clerk records, as they are given.</summary>
/// <param name="Words">What was said, done or shown.</param>
public sealed record GivenEvidence(string Words)
{
    /// <summary>Made by the page: pressing twice records once.</summary>
    public required Guid Id { get; init; }

    public required Guid ServiceId { get; init; }
    public required Guid AttemptId { get; init; }

    /// <summary>Uploaded by the same person, and in nothing else yet.</summary>
    public Guid? AttachmentId { get; init; }
}
