using Domain.Calendar;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Calendar;

/// <summary>The calendar of the table, read again after ten minutes at the latest so that an import reaches every host.</summary>
public sealed class CalendarCache(IServiceScopeFactory scopes, TimeProvider clock) : ICalendars
{
    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(10);
    private Cached? _current;

    public async ValueTask<WorkCalendar> Current(CancellationToken ct)
    {
        if (_current is { } known && clock.GetElapsedTime(known.ReadAt) < s_lifetime) return known.Calendar;
        var read = await Read(ct);
        _current = new Cached(read, clock.GetTimestamp());
        return read;
    }

    /// <summary>To be called after an import or a manual change in this host.</summary>
    public void Renew() => _current = null;

    private async Task<WorkCalendar> Read(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var days = await scope.ServiceProvider.GetRequiredService<CourtDb>().CalendarDays.AsNoTracking().ToListAsync(ct);
        return new WorkCalendar(
            days.Where(d => !d.IsManual).GroupBy(d => d.Year).Select(year => new CalendarYear(
                year.Key,
                year.Where(d => !d.Works).Select(d => d.Day).ToHashSet(),
                year.Where(d => d.Works).Select(d => d.Day).ToHashSet())),
            days.Where(d => d.IsManual).Select(d => new CalendarOverride(d.Day, d.Works, d.Reason)));
    }

    private sealed record Cached(WorkCalendar Calendar, long ReadAt);
}
