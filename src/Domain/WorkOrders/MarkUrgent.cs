using Domain.Calendar;
using Domain.Handling;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.WorkOrders;

/// <summary>加急, with a reason that stays in the trace.</summary>
public sealed class MarkUrgent(ICourtDb db, SupervisionChains chains, ICalendars calendars, TimeProvider clock)
{
    public async Task Handle(Guid id, string reason, Actor by, CancellationToken ct)
    {
        var calendar = await calendars.Current(ct);
        await db.Change(
            db.VisibleTo(by),
            id,
            async order => order.MarkUrgent(reason, await chains.Of(order.DivisionId, ct), calendar, by, clock.GetUtcNow()),
            ct
        );
    }
}

/// <summary>The liaison officer reports a late order to the head (向部门领导汇报).</summary>
public sealed class ReportLate(ICourtDb db, SupervisionChains chains, ICalendars calendars, TimeProvider clock)
{
    public async Task Handle(Guid id, Actor by, CancellationToken ct)
    {
        var calendar = await calendars.Current(ct);
        await db.Change(
            db.VisibleTo(by),
            id,
            async order => order.ReportLate(await chains.Of(order.DivisionId, ct), calendar, by, clock.GetUtcNow()),
            ct
        );
    }
}
