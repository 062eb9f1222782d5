namespace Domain.DocumentService;

/// <summary>Appeals that arrived on this platform, and were neither refused nor taken back.</summary>
public interface IAppealsHere
{
    /// <returns>Of the case, the earliest first.</returns>
    Task<IReadOnlyList<AppealHere>> Of(Guid caseId, CancellationToken ct);
}

/// <param name="Waits">The court has not decided whether it takes it.</param>
public sealed record AppealHere(Guid Id, string Number, string Role, string Name, DateTimeOffset SentAt, bool Waits);
