using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Cases;

/// <summary>
/// A case as its page shows it, one query for each section. Every section asks anew whether the case is in reach, so that none is read by
/// an id alone.
/// </summary>
public sealed partial class CasePageQueries(CourtDb db)
{
    /// <summary>Rows of a section's page.</summary>
    public const int SectionSize = 20;

    /// <returns>Null when it is missing or not for this person: both look the same.</returns>
    public Task<CaseHead?> Head(Guid id, Actor by, CancellationToken ct)
    {
        var mine = db.CasesWorkedOn(by.Id);
        var servable = db.ServableBy(by);
        return (
            from c in db.CasesLookedUpBy(@by)
            where c.Id == id
            join court in db.Set<Court>() on c.CourtId equals court.Id
            join division in db.Set<Division>() on c.DivisionId equals division.Id
            select new CaseHead(
                c.Id,
                c.Number,
                c.Cause,
                c.Stage,
                c.State,
                c.Restriction,
                c.TrialProcedure,
                c.FiledOn,
                c.ClosedOn,
                c.DivisionId,
                court.ShortName,
                division.ShortName,
                db.Set<Staff>().Where(s => s.Id == c.JudgeId).Select(s => s.Name).FirstOrDefault(),
                db.Set<Staff>().Where(s => s.Id == c.ClerkId).Select(s => s.Name).FirstOrDefault(),
                db.Set<Post>()
                    .Where(p => p.DivisionId == c.DivisionId && p.Role == Role.LiaisonOfficer && p.IsActive && p.Staff.IsActive)
                    .OrderBy(p => p.Id)
                    .Select(p => p.Staff.Name)
                    .FirstOrDefault(),
                mine.Contains(c.Id),
                servable.Any(s => s.Id == c.Id),
                c.Panel.OrderBy(m => m.Position)
                    .Select(m => db.Set<Staff>().Where(s => s.Id == m.StaffId).Select(s => s.Name).First())
                    .ToList()
            )
        ).SingleOrDefaultAsync(ct);
    }

    public async Task<IReadOnlyList<CasePartyRow>> Parties(Guid id, Actor by, CancellationToken ct) =>
        await db.Set<CaseParty>()
            .AsNoTracking()
            .Where(p => p.CaseId == id && Reached(id, by).Any())
            .OrderBy(p => p.LeftAt != null)
            .ThenBy(p => p.Position)
            .Select(p => new CasePartyRow(p.Id, p.Name, p.Role, p.IsOrganisation, p.Domicile)
            {
                IsInCustody = p.IsInCustody,
                IsMinor = p.IsMinor,
                IdLastFour = p.IdLastFour,
                LeftAt = p.LeftAt,
                Agents = p
                    .Agents.OrderBy(a => a.EndedAt != null)
                    .ThenBy(a => a.Id)
                    .Select(a => new CaseAgentRow(a.Id, a.Name, a.IsLawyer, a.Kind, a.Authority, a.Items)
                    {
                        Firm = a.Firm,
                        LicenceNumber = a.LicenceNumber,
                        EndsOn = a.EndsOn,
                        EndedAt = a.EndedAt,
                    })
                    .ToList(),
            })
            .ToListAsync(ct);

    public async Task<Page<CaseHearing>> Hearings(Guid id, Cursor? after, Actor by, CancellationToken ct) =>
        Page<CaseHearing>.Of(
            await db.Set<CaseHearing>()
                .AsNoTracking()
                .Where(h => h.CaseId == id && Reached(id, by).Any())
                .NewestFirst(after, h => h.StartsAt, h => h.Id, SectionSize)
                .ToListAsync(ct),
            h => new Cursor(h.StartsAt, h.Id),
            SectionSize
        );

    /// <summary>Those that run first, by their last day.</summary>
    public async Task<IReadOnlyList<CaseLimit>> Limits(Guid id, Actor by, CancellationToken ct) =>
        await db.Set<CaseLimit>()
            .AsNoTracking()
            .Where(l => l.CaseId == id && Reached(id, by).Any())
            .OrderBy(l => l.EndedOn != null)
            .ThenBy(l => l.EndsOn)
            .ThenBy(l => l.Id)
            .ToListAsync(ct);

    public async Task<Page<CaseNode>> Nodes(Guid id, Cursor? after, Actor by, CancellationToken ct) =>
        Page<CaseNode>.Of(
            await db.Set<CaseNode>()
                .AsNoTracking()
                .Where(n => n.CaseId == id && Reached(id, by).Any())
                .NewestFirst(after, n => n.At, n => n.Id, SectionSize)
                .ToListAsync(ct),
            n => new Cursor(n.At, n.Id),
            SectionSize
        );

    /// <summary>What stands in the main volume (正卷), in its order.</summary>
    public async Task<Page<CaseFile>> Files(Guid id, Cursor? after, Actor by, CancellationToken ct) =>
        Page<CaseFile>.Of(
            await db.Set<CaseFile>()
                .AsNoTracking()
                .Where(f => f.CaseId == id && f.RemovedAt == null && Reached(id, by).Any())
                .EarliestFirst(
                    after,
                    f => f.Volume,
                    f => f.Position,
                    f => f.Id,
                    last => ((int)(last.Position >> 32), (int)(last.Position & uint.MaxValue)),
                    SectionSize
                )
                .ToListAsync(ct),
            f => new Cursor(default, f.Id, ((long)f.Volume << 32) | (uint)f.Position),
            SectionSize
        );

    /// <summary>Of this case, open ones first; only for those who decide them.</summary>
    public async Task<IReadOnlyList<ConflictRow>> Conflicts(Guid id, Actor by, CancellationToken ct) =>
        [
            .. (await db.ConflictsOf(by).Where(c => c.CaseId == id).Rows(db).ToListAsync(ct))
                .OrderBy(c => c.State != ConflictState.Open)
                .ThenByDescending(c => c.ArisenAt),
        ];

    private IQueryable<Case> Reached(Guid id, Actor by) => db.CasesLookedUpBy(by).Where(c => c.Id == id);
}
