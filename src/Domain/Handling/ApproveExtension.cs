using Domain.Calendar;
using Domain.Shared;

namespace Domain.Handling;

/// <summary>The head grants the time asked for; the ladder moves with the limit.</summary>
public sealed class ApproveExtension<T>(ICourtDb db, HandledDesk<T> desk, ICalendars calendars, TimeProvider clock)
    where T : Handled, IHandled
{
    public async Task Handle(Guid id, string remark, Actor by, CancellationToken ct)
    {
        var calendar = await calendars.Current(ct);
        await db.Change(
            desk.Reach(by),
            id,
            thing => thing.ApproveExtension(thing.ExtendedLadder(calendar), by, clock.GetUtcNow(), remark),
            ct
        );
    }
}
