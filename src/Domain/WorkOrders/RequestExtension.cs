using Domain.Calendar;
using Domain.Shared;
using Domain.Supervision;

namespace Domain.WorkOrders;

/// <summary>The owner asks the head for more time (延期), once in the life of an order.</summary>
public sealed class RequestExtension(ICourtDb db, SupervisionChains chains, ICalendars calendars, TimeProvider clock)
{
    /// <param name="until">The new last day; a working day after the limit.</param>
    public async Task Handle(Guid id, DateOnly until, string reason, Actor by, CancellationToken ct)
    {
        var calendar = await calendars.Current(ct);
        await db.Change(
            db.VisibleTo(by),
            id,
            async order =>
            {
                if (!calendar.IsWorkday(until))
                    throw WorkOrderErrors.ExtensionDaysInvalid();
                var days = calendar.WorkingDaysBetween(order.DueDay, until);
                if (
                    order.ExtensionState == ExtensionState.Requested
                    && order.OwnerId == by.Id
                    && order.ExtensionDays == days
                    && order.ExtensionReason == TypedText.Storable(reason)
                )
                    return; // pressed twice
                order.RequestExtension(days, reason, (await chains.Of(order.DivisionId, ct)).At(1, by.Id)?.StaffId, by, clock.GetUtcNow());
            },
            ct
        );
    }
}
