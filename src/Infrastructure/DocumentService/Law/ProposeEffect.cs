using Domain.Cases;
using Domain.DocumentService;
using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService;

/// <summary>Works out when judgments take effect, for those whose services have changed since the last round.</summary>
public sealed class ProposeEffect(CourtDb db, TimeProvider clock)
{
    private const int ChunkSize = 200;

    /// <returns>How many proposals changed.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var changed = 0;
        while (await Chunk(ct) is { } part)
            changed += part;
        return changed;
    }

    /// <returns>Null when nothing waits.</returns>
    private async Task<int?> Chunk(CancellationToken ct)
    {
        db.Forget();
        // Tried again when another host took the same touches, or a clerk decided at this moment.
        return await db.Change<int?>(
            async () =>
            {
                var touches = await db.Set<JudgmentTouch>().OrderBy(t => t.Id).Take(ChunkSize).ToListAsync(ct);
                if (touches.Count == 0)
                    return null;
                db.Set<JudgmentTouch>().RemoveRange(touches);
                return await Propose([.. touches.Select(t => t.DocumentId).Distinct()], ct);
            },
            ct
        );
    }

    private async Task<int> Propose(List<Guid> documentIds, CancellationToken ct)
    {
        var touched = await db.Set<ServedDocument>().AsNoTracking().Where(d => documentIds.Contains(d.Id)).ToListAsync(ct);
        var caseIds = touched.Select(d => d.CaseId).Distinct().ToList();
        var sources = touched.Select(d => d.SourceSha256).Distinct().ToList();
        var cases = await db.Set<Case>()
            .AsNoTracking()
            .Where(c => caseIds.Contains(c.Id))
            .Include(c => c.Parties)
            .ToDictionaryAsync(c => c.Id, ct);
        var known = await db.Set<EffectiveJudgment>()
            .Where(j => caseIds.Contains(j.CaseId) && sources.Contains(j.SourceSha256))
            .ToListAsync(ct);
        var copies = await Copies(caseIds, sources, ct);
        var (now, changed) = (clock.GetUtcNow(), 0);
        foreach (var document in touched.DistinctBy(d => (d.CaseId, d.SourceSha256)))
        {
            var of = copies
                .Where(c => c.CaseId == document.CaseId && c.SourceSha256 == document.SourceSha256 && c.Facts.ByFirstInstance == true)
                .ToList();
            if (of.Count == 0 || of.TrueForAll(c => TimeLimit.Of(document.Kind, document.IsAppealable, c.Facts).Count == 0))
                continue;
            var judgment = known.Find(j => j.CaseId == document.CaseId && j.SourceSha256 == document.SourceSha256);
            if (judgment is null)
            {
                judgment = EffectiveJudgment.Begin(Guid.CreateVersion7(now), cases[document.CaseId], document, of.Min(c => c.BegunAt));
                db.Set<EffectiveJudgment>().Add(judgment);
            }

            var parties = cases[document.CaseId]
                .Parties.Select(p => PartyService.Of(p.Id, of.Where(c => c.PartyId == p.Id).Select(c => c.Copy)));
            if (judgment.Propose([.. parties], now))
                changed++;
        }

        return changed;
    }

    /// <summary>Of every task that serves the same document, withdrawn ones too: what was served stays served.</summary>
    private Task<List<CopyOfJudgment>> Copies(List<Guid> caseIds, List<string> sources, CancellationToken ct) =>
        (
            from copy in db.Set<ServiceCopy>().AsNoTracking()
            join document in db.Set<ServedDocument>() on copy.DocumentId equals document.Id
            join service in db.Set<Service>() on copy.ServiceId equals service.Id
            where caseIds.Contains(document.CaseId) && sources.Contains(document.SourceSha256)
            select new CopyOfJudgment(
                document.CaseId,
                document.SourceSha256,
                service.PartyId,
                new LimitFacts(
                    service.Procedure,
                    service.IsFirstInstance,
                    service.TrialProcedure,
                    service.HasDomicile,
                    service.IsInCustody
                ),
                service.BegunAt,
                copy
            )
        ).ToListAsync(ct);

    private sealed record CopyOfJudgment(
        Guid CaseId,
        string SourceSha256,
        Guid PartyId,
        LimitFacts Facts,
        DateTimeOffset BegunAt,
        ServiceCopy Copy
    );
}
