using Domain.DocumentService;
using Domain.Shared;
using Infrastructure.Persistence;
using Infrastructure.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService;

/// <summary>What no channel reached and clerks owe by a day.</summary>
public sealed class ServiceDutyQueries(CourtDb db)
{
    /// <summary>The earliest limit first.</summary>
    public async Task<KeyPage<ServiceDuty>> Open(PageKey? after, Actor by, CancellationToken ct)
    {
        var open = OpenFor(by);
        if (after is { } key)
            open = open.Where(d => d.DueAt >= key.At && (d.DueAt > key.At || d.Id > key.Id));
        var found = await open.OrderBy(d => d.DueAt).ThenBy(d => d.Id).Take(KeyPage<ServiceDuty>.Size + 1).ToListAsync(ct);
        return KeyPage<ServiceDuty>.Of(found, d => new PageKey(d.DueAt, d.Id));
    }

    /// <returns>All of them, and how many are late.</returns>
    public async Task<(int Open, int Late)> Count(Actor by, DateTimeOffset now, CancellationToken ct) =>
        (await OpenFor(by).CountAsync(ct), await OpenFor(by).CountAsync(d => d.DueAt <= now, ct));

    private IQueryable<ServiceDuty> OpenFor(Actor by) => db.ServiceDutiesVisibleTo(by).AsNoTracking().Where(d => d.EndedAt == null);
}
