namespace Domain.Cases;

/// <summary>The judge or the clerk of a case is another one now.</summary>
/// <param name="Next">Who has the case from now on.</param>
public sealed record CasePersonChange(Case Case, Guid Former, Guid Next);

/// <summary>What is open of a case with its former judge or clerk goes to the next one.</summary>
public interface IFollowCasePeople
{
    /// <remarks>Saved by the caller.</remarks>
    Task Changed(IReadOnlyCollection<CasePersonChange> changes, DateTimeOffset now, CancellationToken ct);
}
