using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>How the confirmation was given (OLR 30).</summary>
public enum ConfirmationMeans
{
    /// <summary>Signed on the platform, in WeChat or in a browser.</summary>
    Platform,

    /// <summary>On the phone, noted by the clerk.</summary>
    Phone,

    /// <summary>A paper form.</summary>
    Paper,
}

/// <summary>Which steps it holds for; consent to one is no consent to others (OLR 4).</summary>
[Flags]
public enum ConfirmationScope
{
    None = 0,
    FirstInstance = 1,
    SecondInstance = 2,
    Retrial = 4,
    Enforcement = 8,
}

/// <summary>
/// 送达地址确认书 of a party or its agent in a case: consent to electronic service, addresses, scope. A change is a new one that ends
/// this one; a withdrawal ends the consent for later services, completed ones stand.
/// </summary>
public sealed partial class AddressConfirmation : Aggregate
{
    public const int PostalAddressMaxLength = 150;
    public const int EmailMaxLength = 120;
    public const int TextMaxLength = 300;

    private AddressConfirmation() { }

    public Guid CaseId { get; private init; }
    public Guid PartyId { get; private init; }
    public Guid? AgentId { get; private init; }

    /// <summary>The agent, else the party: whose addresses these are. One confirmation of it is in force at a time.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>That person's, see <see cref="Litigants.IIdentityKeys"/>; empty when unknown. By it the form is found in later stages (JI 137).</summary>
    public string PersonKey { get; private init; } = "";

    public Guid CourtId { get; private init; }
    public Guid DivisionId { get; private init; }

    /// <summary>The account that signed; null when a clerk noted it.</summary>
    public Guid? LitigantId { get; private init; }

    public string SignerName { get; private init; } = "";

    /// <summary>本人, 法定代表人, 诉讼代理人.</summary>
    public string SignerRelation { get; private init; } = "";

    public ConfirmationMeans Means { get; private init; }
    public bool AcceptsElectronic { get; private init; }
    public bool AcceptsWeChat { get; private init; }
    public bool AcceptsAccount { get; private init; }
    public string Mobile { get; private init; } = "";
    public string Email { get; private init; } = "";
    public string PostalAddress { get; private init; } = "";
    public string Postcode { get; private init; } = "";
    public ConfirmationScope Scope { get; private init; }

    /// <summary>Asked for the content to be kept secret (MAIL 4): shown to the case's own people only.</summary>
    public bool KeepsSecret { get; private init; }

    /// <summary>Of the picture of the signature; null where there is none.</summary>
    public string? SignatureSha256 { get; private init; }

    public string Remarks { get; private init; } = "";

    /// <summary>The clerk who noted it; null when it was signed on the platform.</summary>
    public string? NotedByName { get; private init; }

    public DateTimeOffset ConfirmedAt { get; private init; }

    /// <summary>Replaced or withdrawn.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    public Guid? ReplacedById { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }
}
