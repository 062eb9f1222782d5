namespace Domain.DocumentService;

/// <summary>A signed and sealed document that the trial system handed over, to be served.</summary>
public sealed class CaseDocument
{
    public Guid Id { get; init; }
    public Guid CaseId { get; init; }

    /// <summary>The trial system's own number for it; handing over twice changes nothing.</summary>
    public required string ExternalId { get; init; }

    public DocumentKind Kind { get; init; }
    public required string Title { get; init; }
    public int Position { get; init; }

    /// <summary>Of the PDF.</summary>
    public required string Sha256 { get; init; }

    public int Pages { get; init; }
    public bool IsAppealable { get; init; } = true;

    /// <summary>签发.</summary>
    public DateOnly SignedOffOn { get; init; }

    public DateTimeOffset ImportedAt { get; init; }

    /// <summary>The task that serves it; null while it waits.</summary>
    public Guid? ServedByTaskId { get; set; }
}
