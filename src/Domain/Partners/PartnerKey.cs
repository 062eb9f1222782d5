namespace Domain.Partners;

/// <summary>What a partner proves itself by: a secret, of which only the hash is kept, or a client certificate.</summary>
public sealed class PartnerKey
{
    public const int HintMaxLength = 120;

    public Guid Id { get; init; }
    public Guid PartnerId { get; init; }
    public PartnerKeyKind Kind { get; init; }

    /// <summary>SHA-256 of the secret or of the certificate, 64 hex digits.</summary>
    public required string Hash { get; init; }

    /// <summary>What people tell it by: the secret's last four characters, the certificate's subject.</summary>
    public required string Hint { get; init; }

    public DateTimeOffset MadeAt { get; init; }
    public string MadeByName { get; init; } = "";

    /// <summary>When the certificate runs out; null for a secret.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? EndedAt { get; internal set; }
    public string EndedByName { get; internal set; } = "";

    public bool IsAlive(DateTimeOffset now) => EndedAt is null && !(ExpiresAt <= now);
}
