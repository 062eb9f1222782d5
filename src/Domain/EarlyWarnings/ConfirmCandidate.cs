using Domain.Calendar;
using Domain.Shared;
using Domain.Supervision;
using Microsoft.EntityFrameworkCore;

namespace Domain.EarlyWarnings;

/// <summary>确认预警: a candidate becomes a warning, in one transaction with its decision.</summary>
public sealed class ConfirmCandidate(
    ICourtDb db,
    SupervisionChains chains,
    ICalendars calendars,
    EarlyWarningSettings settings,
    TimeProvider clock
)
{
    /// <param name="warningId">Made by the page: pressing twice confirms once.</param>
    public async Task Handle(
        Guid id,
        Guid warningId,
        WarningLevel level,
        IReadOnlyCollection<WarningTrigger> triggers,
        string description,
        Actor by,
        CancellationToken ct
    )
    {
        try
        {
            var candidate =
                await db.CandidatesOf(by).SingleOrDefaultAsync(c => c.Id == id, ct) ?? throw EarlyWarningErrors.CandidateNotFound();
            if (candidate.EarlyWarningId == warningId)
                return;
            var now = clock.GetUtcNow();
            candidate.Confirm(warningId, by, now);
            var called = (await chains.Of(candidate.DivisionId, ct)).FirstCalled();
            db.Set<EarlyWarning>()
                .Add(
                    EarlyWarning.Raise(
                        new NewWarning(warningId, candidate.CourtId, candidate.DivisionId, level, triggers, description)
                        {
                            WorkOrderId = candidate.WorkOrderId,
                            CaseId = candidate.CaseId,
                            CandidateId = id,
                        },
                        settings.Ladder(await calendars.Current(ct), level, now),
                        called,
                        settings.CallAgainAfter,
                        by,
                        now
                    )
                );
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)
        {
            db.Forget();
            var decided = await db.CandidatesOf(by).AsNoTracking().SingleAsync(c => c.Id == id, ct);
            if (decided.EarlyWarningId == warningId)
                return;
            throw decided.State == CandidateState.Undecided
                ? EarlyWarningErrors.IdReused()
                : EarlyWarningErrors.CandidateDecided(decided.DecidedByName);
        }
        catch (RefusedException)
        {
            db.Forget(); // what was begun is not saved by a later call
            throw;
        }
    }
}
