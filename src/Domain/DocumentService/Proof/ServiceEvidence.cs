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
