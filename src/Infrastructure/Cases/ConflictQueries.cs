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
    /// <summary>In the order in which they come.</summary>
    public static IQueryable<ConflictRow> Rows(this IQueryable<CaseConflict> conflicts, CourtDb db) =>
        conflicts
            .AsNoTracking()
            .Select(c => new
            {
                Conflict = c,
                Case = db.Set<Case>().First(x => x.Id == c.CaseId),
                Role = db.Set<CaseParty>().Where(p => p.Id == c.PartyId).Select(p => (PartyRole?)p.Role).FirstOrDefault(),
                Agent = db.Set<CaseAgent>().Where(a => a.Id == c.AgentId).Select(a => a.Name).FirstOrDefault(),
            })
            .Select(c => new ConflictRow(
                c.Conflict.Id,
                c.Conflict.CaseId,
                c.Case.Number,
                c.Case.Restriction == CaseRestriction.Juvenile || c.Case.Restriction == CaseRestriction.Family,
                c.Conflict.Field,
                c.Role,
                c.Agent ?? "",
                c.Conflict.Ours,
                c.Conflict.Theirs,
                c.Conflict.State,
                c.Conflict.ArisenAt,
                c.Conflict.DecidedAt,
                c.Conflict.DecidedByName
            ));
}
