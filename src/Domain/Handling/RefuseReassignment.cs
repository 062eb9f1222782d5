using Domain.Calendar;
using Domain.Shared;

namespace Domain.Handling;

/// <summary>The head leaves it where it is, with a reason.</summary>
public sealed class RefuseReassignment<T>(ICourtDb db, HandledDesk<T> desk, ICalendars calendars, TimeProvider clock)
    where T : Handled, IHandled
{
    public async Task Handle(Guid id, string reason, Actor by, CancellationToken ct)
    {
        var calendar = await calendars.Current(ct);
        await db.Change(desk.Reach(by), id, thing => thing.RefuseReassignment(reason, calendar, by, clock.GetUtcNow()), ct);
    }
}
