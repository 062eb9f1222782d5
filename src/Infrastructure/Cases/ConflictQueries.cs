using Domain.Cases;
using Domain.Shared;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Cases;

/// <summary>信息不一致: what waits for a decision, the oldest first.</summary>
public sealed class ConflictQueries(CourtDb db)
{
    public async Task<Page<ConflictRow>> Open(Cursor? after, Actor by, CancellationToken ct) =>
        Page<ConflictRow>.Of(
            await db.ConflictsOf(by)
                .Where(c => c.State == ConflictState.Open)
                .EarliestFirst(after, c => c.ArisenAt, c => c.Id)
                .Rows(db)
                .ToListAsync(ct),
            c => new Cursor(c.ArisenAt, c.Id)
        );
}

internal static class ConflictRows
{
    /// <summary>The oldest first.</summary>
    public static IQueryable<ConflictRow> Rows(this IQueryable<CaseConflict> conflicts, CourtDb db) =>
        from c in conflicts.AsNoTracking()
        join @case in db.Set<Case>() on c.CaseId equals @case.Id
        orderby c.ArisenAt, c.Id
        select new ConflictRow(
            c.Id,
            c.CaseId,
            @case.Number,
            @case.Restriction == CaseRestriction.Juvenile || @case.Restriction == CaseRestriction.Family,
            c.Field,
            db.Set<CaseParty>().Where(p => p.Id == c.PartyId).Select(p => (PartyRole?)p.Role).FirstOrDefault(),
            db.Set<CaseAgent>().Where(a => a.Id == c.AgentId).Select(a => a.Name).FirstOrDefault() ?? "",
            c.Ours,
            c.Theirs,
            c.State,
            c.ArisenAt,
            c.DecidedAt,
            c.DecidedByName
        );
}
