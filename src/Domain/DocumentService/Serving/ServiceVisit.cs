namespace Domain.DocumentService;

/// <summary>
/// Somebody without an account came by the link of an SMS or an e-mail and proved that phone or address. Opens one service, for
/// two hours; ends with the agent's authority, with the service's withdrawal, or by hand.
/// </summary>
public sealed class ServiceVisit
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);

    public Guid Id { get; init; }

    /// <summary>Of the random token that the browser holds, 64 hex digits.</summary>
    public required string TokenHash { get; init; }

    public Guid ServiceId { get; init; }

    /// <summary>The attempt whose link it was.</summary>
    public Guid AttemptId { get; init; }

    public ServiceChannel Via { get; init; }

    /// <summary>The phone number or e-mail address that was proved.</summary>
    public required string Address { get; init; }

    public DateTimeOffset BegunAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }

    /// <returns>The visit, and the token that opens it.</returns>
    public static (ServiceVisit Visit, string Token) Begin(ServiceAttempt attempt, DateTimeOffset now)
    {
        var token = ServiceLinks.NewToken();
        return (
            new ServiceVisit
            {
                Id = Guid.CreateVersion7(now),
                TokenHash = ServiceLinks.HashOf(token),
                ServiceId = attempt.ServiceId,
                AttemptId = attempt.Id,
                Via = attempt.Channel,
                Address = attempt.Address,
                BegunAt = now,
                ExpiresAt = now + Lifetime,
            },
            token
        );
    }
}
