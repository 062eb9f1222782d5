using Domain.Calendar;
using Domain.Handling;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.WorkOrders;

/// <summary>Who reaches orders, and within how many days one that is taken up again is answered.</summary>
public sealed class WorkOrderDesk(ICourtDb db, Handlers handlers, ICalendars calendars, IAnswerLimits limits)
    : HandledDesk<WorkOrder>(handlers)
{
    public override IQueryable<WorkOrder> Reach(Actor by) => by.Kind == ActorKind.Litigant ? db.OwnOrders(by) : db.VisibleTo(by);

    public override async Task<Ladder> NewLadder(WorkOrder order, Owner to, DateTimeOffset now, CancellationToken ct) =>
        (await limits.Current(ct)).Ladder(await calendars.Current(ct), to.CourtId, order.Category, ChinaTime.DayOf(now));
}
