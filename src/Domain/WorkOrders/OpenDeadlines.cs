using Domain.Calendar;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.WorkOrders;

public sealed class OpenDeadlines(ICourtDb db) : IOpenDeadlines
{
    public IAsyncEnumerable<OpenDeadline> From(DateOnly day) =>
        db.Set<WorkOrder>()
            .AsNoTracking()
            .Where(o => o.ClosedAt == null && o.DueDay >= day)
            .Select(o => new OpenDeadline(o.StartedOn, o.LimitDays + o.ExtraDays, o.DueDay))
            .AsAsyncEnumerable();
}
