using Domain.Shared;

namespace Domain.EarlyWarnings;

/// <summary>不构成预警, with a reason.</summary>
public sealed class RejectCandidate(ICourtDb db, TimeProvider clock)
{
    public Task Handle(Guid id, string reason, Actor by, CancellationToken ct) =>
        db.Change(
            db.CandidatesOf(by).Where(c => c.Id == id),
            EarlyWarningErrors.CandidateNotFound,
            candidate => candidate.Reject(reason, by, clock.GetUtcNow()),
            ct
        );
}
