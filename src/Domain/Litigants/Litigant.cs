using Domain.Shared;

namespace Domain.Litigants;

/// <summary>A person who signs in by WeChat or by phone: party, agent or neither yet.</summary>
public sealed class Litigant
{
    public const int NameMaxLength = 40;

    public Guid Id { get; init; }

    /// <summary>Bound mobile number; unique among litigants.</summary>
    public string? Phone { get; set; }

    /// <summary>WeChat openid of this mini-program; unique.</summary>
    public string? OpenId { get; set; }

    public string? UnionId { get; set; }
    public string? Name { get; private set; }

    /// <summary>See <see cref="IIdentityKeys"/>; unique; null until verified.</summary>
    public string? IdentityKey { get; private set; }

    public DateTimeOffset? VerifiedAt { get; private set; }
    public DateTimeOffset CreatedAt { get; init; }

    public bool IsVerified => VerifiedAt is not null;

    public string DisplayName => Name is null ? "微信用户" : Masking.NameForSelf(Name);

    public void Verified(string name, string identityKey, DateTimeOffset now)
    {
        Name = name;
        IdentityKey = identityKey;
        VerifiedAt = now;
    }
}
