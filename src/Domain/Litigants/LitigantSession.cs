namespace Domain.Litigants;

/// <summary>One signed-in device. The refresh token is stored hashed and changes with every use; seeing an old one again ends the session.</summary>
public sealed class LitigantSession
{
    public const int DeviceMaxLength = 80;

    public Guid Id { get; init; }
    public Guid LitigantId { get; init; }
    public required string Device { get; init; }
    public required string RefreshHash { get; set; }

    /// <summary>The token before the newest, so that its second use is recognised.</summary>
    public string? FormerRefreshHash { get; set; }

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset LastUsedAt { get; set; }
    public DateTimeOffset ExpiresAt { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }
}
