using Domain.Calendar;
using Domain.Shared;

namespace Domain.Handling;

/// <summary>催办: by the requester on the phone, or by an agent for a caller.</summary>
public sealed class Urge<T>(ICourtDb db, HandledDesk<T> desk, ICalendars calendars, TimeProvider clock)
    where T : Handled, IHandled
{
    public async Task Handle(Guid id, Guid entryId, string text, Actor by, CancellationToken ct)
    {
        var calendar = await calendars.Current(ct);
        await db.Change(desk.Reach(by), id, thing => thing.Urge(entryId, text, calendar, by, clock.GetUtcNow()), ct, entryId);
    }
}
