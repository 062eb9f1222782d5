using Domain.Calendar;
using Domain.Shared;
using Domain.Supervision;
using Domain.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Domain.EarlyWarnings;

/// <summary>A handler or agent reports a risk (报预警): on an order that they may open, or about a caller without one.</summary>
public sealed class RaiseEarlyWarning(
    ICourtDb db,
    SupervisionChains chains,
    ICalendars calendars,
    EarlyWarningSettings settings,
    INumberSource numbers,
    TimeProvider clock
)
{
    /// <param name="id">Made by the page: pressing twice raises it once.</param>
    public Task Handle(Guid id, Risk risk, Actor by, CancellationToken ct) =>
        db.Once(() => IsRaised(id, by, ct), () => Raise(id, risk, by, ct), ct);

    private async Task Raise(Guid id, Risk risk, Actor by, CancellationToken ct)
    {
        var order = risk.WorkOrderId is { } orderId
            ? await db.VisibleTo(by).Where(o => o.Id == orderId).Select(o => new { o.CourtId, o.CaseId }).SingleOrDefaultAsync(ct)
                ?? throw WorkOrder.Declared.Errors.NotFound()
            : null;
        var court = order?.CourtId ?? risk.CourtId ?? throw EarlyWarningErrors.CourtMissing();
        var division = await db.FilingDivision(court, ct);
        var now = clock.GetUtcNow();
        var called = (await chains.Of(division, ct)).FirstCalled();
        db.Set<EarlyWarning>()
            .Add(
                EarlyWarning.Raise(
                    new NewWarning(risk.Level, risk.Triggers, risk.Description)
                    {
                        Id = id,
                        Number = await numbers.Next(EarlyWarning.Numbers, ChinaTime.DayOf(now), ct),
                        CourtId = court,
                        DivisionId = division,
                        WorkOrderId = risk.WorkOrderId,
                        CaseId = order?.CaseId,
                    },
                    settings.Ladder(await calendars.Current(ct), risk.Level, now),
                    called,
                    settings.CallAgainAfter,
                    by,
                    now
                )
            );
    }

    private async Task<bool> IsRaised(Guid id, Actor by, CancellationToken ct)
    {
        var raisedBy = await db.Set<EarlyWarning>().Where(w => w.Id == id).Select(w => (Guid?)w.RaisedById).SingleOrDefaultAsync(ct);
        return raisedBy is null ? false
            : raisedBy == by.Id ? true
            : throw EarlyWarningErrors.IdReused();
    }

    /// <param name="CourtId">Where it goes without an order.</param>
    public sealed record Risk(
        WarningLevel Level,
        IReadOnlyCollection<WarningTrigger> Triggers,
        string Description,
        Guid? WorkOrderId = null,
        Guid? CourtId = null
    );
}
