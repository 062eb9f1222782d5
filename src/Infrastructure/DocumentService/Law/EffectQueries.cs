using Domain.Cases;
using Domain.DocumentService;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.DocumentService;

public enum EffectFilter
{
    /// <summary>The proposed day has come.</summary>
    Due,
    Coming,

    /// <summary>A party is not served yet.</summary>
    NotAllServed,
    Decided,
}

/// <summary>A party's services of one document: the earliest counts.</summary>
/// <param name="Services">Own and agents', each with what came of it.</param>
public sealed record PartyOfJudgment(string Name, string RoleText, PartyService Result, IReadOnlyList<ServiceOfJudgment> Services);

/// <param name="WithoutDomicile">在我国领域内没有住所, or what is said of 港澳台; null for others.</param>
/// <param name="Counts">This is the one that served the party.</param>
public sealed record ServiceOfJudgment(
    Guid ServiceId,
    string RecipientName,
    string RecipientRole,
    string? WithoutDomicile,
    ServiceCopy Copy,
    bool Counts
);

/// <param name="MayDecide">The reader serves this case.</param>
public sealed record JudgmentDetail(
    EffectiveJudgment Judgment,
    string CourtName,
    IReadOnlyList<PartyOfJudgment> Parties,
    IReadOnlyList<AppealHere> Appeals,
    IReadOnlyList<TraceRow> Trace,
    bool MayDecide
);

/// <summary>生效: when judgments take effect, for staff.</summary>
public sealed class EffectQueries(CourtDb db, IAppealsHere appeals, TimeProvider clock)
{
    public async Task<Page<EffectiveJudgment>> List(EffectFilter filter, Cursor? after, Actor by, CancellationToken ct)
    {
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var all = Visible(by).AsNoTracking();
        if (filter == EffectFilter.Decided)
        {
            var decided = all.Where(j => j.DecidedAt != null).NewestFirst(after, j => j.DecidedAt, j => j.Id);
            return Page<EffectiveJudgment>.Of(await decided.ToListAsync(ct), j => new Cursor(j.DecidedAt!.Value, j.Id));
        }

        var open = all.Where(j => j.Decision == EffectDecision.None);
        if (filter == EffectFilter.NotAllServed)
            return Page<EffectiveJudgment>.Of(
                await open.Where(j => j.ProposedOn == null).EarliestFirst(after, j => j.Id).ToListAsync(ct),
                j => new Cursor(j.FirstServedAt, j.Id)
            );
        open = filter == EffectFilter.Due ? open.Where(j => j.ProposedOn <= today) : open.Where(j => j.ProposedOn > today);
        return Page<EffectiveJudgment>.Of(
            await open.EarliestFirst(after, j => j.ProposedOn, j => j.Id).ToListAsync(ct),
            j => new Cursor(ChinaTime.StartOf(j.ProposedOn!.Value), j.Id)
        );
    }

    /// <summary>Of one case, the newest first.</summary>
    public async Task<IReadOnlyList<EffectiveJudgment>> OfCase(Guid caseId, Actor by, CancellationToken ct) =>
        await Visible(by).AsNoTracking().Where(j => j.CaseId == caseId).OrderByDescending(j => j.FirstServedAt).ToListAsync(ct);

    /// <summary>For the tabs.</summary>
    public async Task<IReadOnlyDictionary<EffectFilter, int>> Counts(Actor by, CancellationToken ct)
    {
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var open = await Visible(by)
            .Where(j => j.Decision == EffectDecision.None)
            .GroupBy(_ => 1)
            .Select(g => new
            {
                Due = g.Count(j => j.ProposedOn <= today),
                Coming = g.Count(j => j.ProposedOn > today),
                Rest = g.Count(j => j.ProposedOn == null),
            })
            .SingleOrDefaultAsync(ct);
        return new Dictionary<EffectFilter, int>
        {
            [EffectFilter.Due] = open?.Due ?? 0,
            [EffectFilter.Coming] = open?.Coming ?? 0,
            [EffectFilter.NotAllServed] = open?.Rest ?? 0,
        };
    }

    /// <returns>Null when there is no such judgment for the reader.</returns>
    public async Task<JudgmentDetail?> Find(Guid id, Actor by, CancellationToken ct)
    {
        var judgment = await Visible(by).AsNoTracking().SingleOrDefaultAsync(j => j.Id == id, ct);
        if (judgment is null)
            return null;
        var court = await db.Set<Court>().Where(c => c.Id == judgment.CourtId).Select(c => c.FullName).SingleAsync(ct);
        var parties = await db.Set<CaseParty>()
            .AsNoTracking()
            .Where(p => p.CaseId == judgment.CaseId)
            .OrderBy(p => p.Position)
            .ToListAsync(ct);
        var isSensitive = await db.Set<Case>()
            .AnyAsync(
                c => c.Id == judgment.CaseId && (c.Restriction == CaseRestriction.Juvenile || c.Restriction == CaseRestriction.Family),
                ct
            );
        var served = await (
            from copy in db.Set<ServiceCopy>().AsNoTracking()
            join document in db.Set<ServedDocument>() on copy.DocumentId equals document.Id
            join service in db.Set<Service>() on copy.ServiceId equals service.Id
            where document.CaseId == judgment.CaseId && document.SourceSha256 == judgment.SourceSha256
            orderby service.BegunAt, service.Id
            select new
            {
                service.Id,
                service.PartyId,
                service.RecipientName,
                service.RecipientRole,
                Facts = new LimitFacts(
                    service.Procedure,
                    service.IsFirstInstance,
                    service.TrialProcedure,
                    service.HasDomicile,
                    service.IsInCustody
                )
                {
                    IsSarOrTaiwan = service.IsSarOrTaiwan,
                },
                Copy = copy,
            }
        ).ToListAsync(ct);
        var trace = await db.Set<TraceRow>().AsNoTracking().Where(t => t.SubjectId == id).OrderBy(t => t.Sequence).ToListAsync(ct);
        List<PartyOfJudgment> rows = [];
        foreach (var party in parties)
        {
            var own = served.Where(s => s.PartyId == party.Id).ToList();
            var result = PartyService.Of(party.Id, own.Select(s => s.Copy));
            rows.Add(
                new PartyOfJudgment(
                    ShownName.Whole(party.Name, isSensitive),
                    party.Role.Chinese(),
                    result,
                    [
                        .. own.Select(s => new ServiceOfJudgment(
                            s.Id,
                            ShownName.Whole(s.RecipientName, isSensitive),
                            s.RecipientRole,
                            s.Facts.HasDomicile == false ? s.Facts.WithoutDomicile : null,
                            s.Copy,
                            s.Copy.EffectiveOn is not null && s.Copy.EffectiveOn == result.ServedOn && s.Copy.LimitEndsOn == result.LastDay
                        )),
                    ]
                )
            );
        }

        var mayDecide = await db.ServableBy(by).AnyAsync(c => c.Id == judgment.CaseId, ct);
        var appealed = await appeals.Of(judgment.CaseId, ct);
        return new JudgmentDetail(
            judgment,
            court,
            rows,
            [.. appealed.Select(a => a with { Name = ShownName.Whole(a.Name, isSensitive) })],
            trace,
            mayDecide
        );
    }

    private IQueryable<EffectiveJudgment> Visible(Actor by)
    {
        var (me, court, division) = (by.Id, by.Post!.CourtId, by.Post.DivisionId);
        var cases = db.CasesSatOn(me);
        return by.ExtentOf(Feature.Effects) switch
        {
            Extent.All => db.Set<EffectiveJudgment>(),
            Extent.Court => db.Set<EffectiveJudgment>().Where(j => j.CourtId == court),
            Extent.Division => db.Set<EffectiveJudgment>().Where(j => j.DivisionId == division),
            Extent.Cases => db.Set<EffectiveJudgment>().Where(j => cases.Contains(j.CaseId)),
            _ => db.Set<EffectiveJudgment>().Where(j => false),
        };
    }
}
