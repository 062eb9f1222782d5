using Domain.Calendar;
using Domain.Handling;
using Domain.Organisation;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.WorkOrders;

/// <summary>
/// A leader supervises everything late in a division or a court (督办全部超期): each handler gets one notice, each order
/// at most one supervision in a working day, whoever presses.
/// </summary>
public sealed class SuperviseOverdue(ICourtDb db, ICalendars calendars, TimeProvider clock)
{
    /// <summary>Who would get it, the most first. Handlers whose late orders were all supervised today are left out.</summary>
    /// <param name="division">Null is the whole court.</param>
    public async Task<IReadOnlyList<Target>> Preview(Guid court, Guid? division, Actor by, CancellationToken ct)
    {
        var calendar = await calendars.Current(ct);
        var now = clock.GetUtcNow();
        var late = await Late(court, division, by).AsNoTracking().ToListAsync(ct);
        return
        [
            .. late.Where(o => o.MayBeSupervised(calendar, now))
                .GroupBy(o => (o.OwnerId, o.OwnerName))
                .Select(g => new Target(g.Key.OwnerId, g.Key.OwnerName, g.Count()))
                .OrderByDescending(t => t.Orders)
                .ThenBy(t => t.Name),
        ];
    }

    /// <returns>Who was told of how many.</returns>
    public async Task<IReadOnlyList<Target>> Handle(Guid court, Guid? division, Actor by, CancellationToken ct)
    {
        if (!LeaderAccess.Leads(by))
            throw WorkOrder.Declared.Errors.NotALeader();
        List<Target> told = [];
        foreach (var target in await Preview(court, division, by, ct))
        {
            var orders = await Supervise(Late(court, division, by).Where(o => o.OwnerId == target.StaffId), by, ct);
            if (orders > 0)
                told.Add(target with { Orders = orders });
        }

        return told.Count > 0 ? told : throw WorkOrderErrors.NothingToSupervise();
    }

    private async Task<int> Supervise(IQueryable<WorkOrder> late, Actor by, CancellationToken ct)
    {
        var calendar = await calendars.Current(ct);
        return await db.Change(
            async () =>
            {
                var now = clock.GetUtcNow();
                List<WorkOrder> orders =
                [
                    .. (await late.OrderBy(o => o.DueAt).ThenBy(o => o.Id).ToListAsync(ct)).Where(o => o.MayBeSupervised(calendar, now)),
                ];
                foreach (var order in orders)
                    order.SuperviseWith(orders, calendar, by, now);
                return orders.Count;
            },
            ct
        );
    }

    private IQueryable<WorkOrder> Late(Guid court, Guid? division, Actor by)
    {
        var own = by.ExtentOf(Feature.Supervision) == Extent.Division ? by.Post!.DivisionId : division;
        var now = clock.GetUtcNow();
        return db.VisibleTo(by)
            .Where(o => o.CourtId == court && o.ClosedAt == null && o.DueAt <= now && (own == null || o.DivisionId == own));
    }

    public sealed record Target(Guid StaffId, string Name, int Orders);
}
