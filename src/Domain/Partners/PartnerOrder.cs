namespace Domain.Partners;

/// <summary>Which work order a partner's message became: the same number of theirs again is the same order.</summary>
public sealed class PartnerOrder
{
    public const int ReferenceMaxLength = 64;

    public Guid PartnerId { get; init; }

    /// <summary>Their own number of it.</summary>
    public required string Reference { get; init; }

    public Guid WorkOrderId { get; init; }

    /// <summary>SHA-256 of what they sent.</summary>
    public required string Sent { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
