using Domain.Calendar;
using Domain.Shared;
using Infrastructure.Live;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Calendar;

/// <summary>The calendar of the table. A change reaches every host by a live hint, and after ten minutes at the latest if the hint is lost.</summary>
public sealed class CalendarCache(IServiceScopeFactory scopes, LiveBus bus, TimeProvider clock)
    : ReferenceCache<WorkCalendar>(LiveTopic.Calendar, bus, clock),
        ICalendars
{
    protected override async Task<WorkCalendar> Read(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<CourtDb>().Set<CalendarDay>().AsNoTracking().ToListAsync(ct)).ToCalendar();
    }
}
