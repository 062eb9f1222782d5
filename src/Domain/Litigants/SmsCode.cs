namespace Domain.Litigants;

/// <summary>A six-digit code sent to a phone. Kept hashed; five tries, five minutes, one use.</summary>
public sealed class SmsCode
{
    public const int MaxTries = 5;
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan ResendAfter = TimeSpan.FromSeconds(60);

    public Guid Id { get; init; }
    public required string Phone { get; init; }
    public required string CodeHash { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public int Tries { get; set; }
    public DateTimeOffset? UsedAt { get; set; }
}
