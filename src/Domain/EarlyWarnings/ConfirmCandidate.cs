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
    INumberSource numbers,
    TimeProvider clock
)
{
    /// <param name="warningId">Made by the page: pressing twice confirms once.</param>
    public Task Handle(
        Guid id,
        Guid warningId,
        WarningLevel level,
        IReadOnlyCollection<WarningTrigger> triggers,
        string description,
        Actor by,
        CancellationToken ct
    ) =>
        db.Change(
            db.CandidatesOf(by).Where(c => c.Id == id),
            EarlyWarningErrors.CandidateNotFound,
            candidate => Confirm(candidate, warningId, level, triggers, description, by, ct),
            ct
        );

    private async Task Confirm(
        WarningCandidate candidate,
        Guid warningId,
        WarningLevel level,
        IReadOnlyCollection<WarningTrigger> triggers,
        string description,
        Actor by,
        CancellationToken ct
    )
    {
        if (candidate.EarlyWarningId == warningId)
            return;
        if (await db.Set<EarlyWarning>().AnyAsync(w => w.Id == warningId, ct))
            throw EarlyWarningErrors.IdReused();
        var now = clock.GetUtcNow();
        candidate.Confirm(warningId, by, now);
        var called = (await chains.Of(candidate.DivisionId, ct)).FirstCalled();
        db.Set<EarlyWarning>()
            .Add(
                EarlyWarning.Raise(
                    new NewWarning(level, triggers, description)
                    {
                        Id = warningId,
                        Number = await numbers.Next(EarlyWarning.Numbers, ChinaTime.DayOf(now), ct),
                        CourtId = candidate.CourtId,
                        DivisionId = candidate.DivisionId,
                        WorkOrderId = candidate.WorkOrderId,
                        CaseId = candidate.CaseId,
                        CandidateId = candidate.Id,
                    },
                    settings.Ladder(await calendars.Current(ct), level, now),
                    called,
                    settings.CallAgainAfter,
                    by,
                    now
                )
            );
    }
}
