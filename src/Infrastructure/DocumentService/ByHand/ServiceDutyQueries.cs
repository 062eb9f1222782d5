using Domain.DocumentService;
using Domain.Shared;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService;

/// <summary>What no channel reached and clerks owe by a day.</summary>
public sealed class ServiceDutyQueries(CourtDb db)
{
    /// <summary>The earliest limit first.</summary>
    public async Task<Page<ServiceDuty>> Open(Cursor? after, Actor by, CancellationToken ct)
    {
        var open = OpenFor(by);
        var found = await open.EarliestFirst(after, d => d.DueAt, d => d.Id).ToListAsync(ct);
        return Page<ServiceDuty>.Of(found, d => new Cursor(d.DueAt, d.Id));
    }

    /// <summary>All that are owed.</summary>
    internal IQueryable<Tallied> Tallies(Actor by, DateTimeOffset now, int kind) => OpenFor(by).Tallied(d => d.DueAt <= now, kind);

    private IQueryable<ServiceDuty> OpenFor(Actor by) => db.ServiceDutiesVisibleTo(by).AsNoTracking().Where(d => d.EndedAt == null);
}
