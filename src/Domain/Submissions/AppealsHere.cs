using Domain.DocumentService;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Submissions;

/// <inheritdoc cref="IAppealsHere"/>
public sealed class AppealsHere(ICourtDb db) : IAppealsHere
{
    /// <summary>Neither refused nor taken back.</summary>
    internal static readonly SubmissionState[] Standing =
    [
        SubmissionState.ToReview,
        SubmissionState.AwaitingSubmitter,
        SubmissionState.Accepted,
    ];

    public async Task<IReadOnlyList<AppealHere>> Of(Guid caseId, CancellationToken ct) =>
        await db.Set<Submission>()
            .Where(s => s.CaseId == caseId && s.SubmissionKind == SubmissionKind.Appeal && Standing.Contains(s.State))
            .OrderBy(s => s.SentAt)
            .Select(s => new AppealHere(s.Id, s.Number, s.SubmitterRole, s.SubmitterName, s.SentAt, s.State != SubmissionState.Accepted))
            .ToListAsync(ct);
}
