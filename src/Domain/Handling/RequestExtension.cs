using Domain.Calendar;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.Handling;

/// <summary>The owner asks the head for more time (延期), once in the life of a thing.</summary>
public sealed class RequestExtension<T>(
    ICourtDb db,
    HandledDesk<T> desk,
    SupervisionChains chains,
    ICalendars calendars,
    TimeProvider clock
)
    where T : Handled, IHandled
{
    /// <param name="until">The new last day; a working day after the limit.</param>
    public async Task Handle(Guid id, DateOnly until, string reason, Actor by, CancellationToken ct)
    {
        var calendar = await calendars.Current(ct);
        await db.Change(
            desk.Reach(by),
            id,
            async thing =>
            {
                if (!calendar.IsWorkday(until))
                    throw T.Declared.Errors.ExtensionDaysInvalid();
                var days = calendar.WorkingDaysBetween(thing.DueDay, until);
                if (
                    thing.ExtensionState == ExtensionState.Requested
                    && thing.OwnerId == by.Id
                    && thing.ExtensionDays == days
                    && thing.ExtensionReason == TypedText.Storable(reason)
                )
                    return; // pressed twice
                thing.RequestExtension(days, reason, (await chains.Of(thing.DivisionId, ct)).At(1, by.Id)?.StaffId, by, clock.GetUtcNow());
            },
            ct
        );
    }
}
