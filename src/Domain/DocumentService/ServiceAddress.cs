namespace Domain.DocumentService;

/// <summary>What kind of address: several channels may use one.</summary>
public enum AddressKind
{
    Mobile,
    Email,
    Fax,
    Postal,
}

/// <summary>A known address of a party or its agent in a case, with where it comes from. Ended, never overwritten.</summary>
public sealed class ServiceAddress
{
    public const int ValueMaxLength = 200;

    public Guid Id { get; init; }
    public Guid CaseId { get; init; }
    public Guid PartyId { get; init; }
    public Guid? AgentId { get; init; }
    public AddressKind Kind { get; init; }

    /// <summary>A phone number in normal form, an e-mail address, or a postal address with its postcode at the end.</summary>
    public required string Value { get; init; }

    public AddressBasis Basis { get; init; }

    /// <summary>答辩状载明, 确认书 2026-06-08, 运营商查得.</summary>
    public string Origin { get; init; } = "";

    /// <summary>The confirmation that it stands in.</summary>
    public Guid? ConfirmationId { get; init; }

    public DateTimeOffset AddedAt { get; init; }
    public Guid? AddedById { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
}
