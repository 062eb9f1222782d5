using Domain.Calendar;
using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>催办: by the requester on the phone, or by an agent for a caller.</summary>
public sealed class UrgeWorkOrder(ICourtDb db, ICalendars calendars, TimeProvider clock)
{
    public async Task Handle(Guid id, Guid entryId, string text, Actor by, CancellationToken ct)
    {
        var calendar = await calendars.Current(ct);
        var reach = by.Kind == ActorKind.Litigant ? db.OwnOrders(by) : db.VisibleTo(by);
        await db.Change(reach, id, order => order.Urge(entryId, text, calendar, by, clock.GetUtcNow()), ct, entryId);
    }
}
