using Domain.Cases;
using Domain.Shared;

namespace Domain.Submissions;

/// <summary>What a person may hand in, in a case, today.</summary>
public interface ISubmissionAvailability
{
    /// <param name="case">With parties and agents.</param>
    /// <param name="of">For whom it is handed in, a party of that case.</param>
    Task<Availability> Of(SubmissionKind kind, Case @case, CaseParty of, Actor by, CancellationToken ct);

    /// <summary>Of many cases at once.</summary>
    /// <returns>An answer for each that was asked.</returns>
    Task<IReadOnlyDictionary<(Guid CaseId, SubmissionKind Kind), Availability>> Of(
        IReadOnlyCollection<(Case Case, CaseParty Of)> cases,
        IReadOnlyCollection<SubmissionKind> kinds,
        Actor by,
        CancellationToken ct
    );
}
