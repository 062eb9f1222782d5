using Domain.Shared;

namespace Domain.Cases;

/// <summary>Who counts by what the law asks of a case and its parties, and counts anew when that changes.</summary>
public interface IFollowCaseFacts
{
    /// <param name="cases">With their parties; saved by the caller.</param>
    Task Changed(IReadOnlyCollection<Case> cases, Actor by, DateTimeOffset now, CancellationToken ct);
}
