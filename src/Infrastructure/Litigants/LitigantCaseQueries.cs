using Domain.Cases;
using Domain.DocumentService;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.DocumentService.Recipients;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Litigants;

/// <summary>What a litigant sees of cases: their own, by verified identity, and nothing that tells whether another one exists.</summary>
public sealed class LitigantCaseQueries(CourtDb db, LitigantServiceQueries documents, TimeProvider clock)
{
    /// <summary>The newest filed first, or by the day that comes next.</summary>
    /// <param name="order">By a day: only the cases that have one ahead, open or not.</param>
    /// <param name="open">Null for all.</param>
    /// <param name="words">Typed to find some of them; see <see cref="SearchWords"/>.</param>
    /// <param name="after">Null begins with the first.</param>
    public async Task<CaseList> List(Actor by, CaseOrder order, bool? open, string? words, Cursor? after, int limit, CancellationToken ct)
    {
        var me = await Me(by, ct);
        var mine = db.CasesOf(me);
        var ahead = me.IsVerified ? await Ahead(me, ct) : [];
        var wanted = (open is { } only ? Where(mine, only) : mine).Matching(db, words);
        var page =
            order == CaseOrder.Filed
                ? await Newest(me, wanted, after, limit, ct)
                : await ByDay(me, await Found(order == CaseOrder.Hearing ? [.. ahead.Where(d => d.IsHearing)] : ahead), after, limit, ct);
        var openCases = await Where(mine, open: true).CountAsync(ct);
        return new CaseList(
            [.. page.Rows.Select(c => c.Row)],
            page.Next?.For(LitigantLists.Cases(order)),
            me.IsVerified,
            openCases,
            await mine.CountAsync(ct) - openCases,
            ahead.DistinctBy(d => d.CaseId).Count(),
            ahead.Where(d => d.IsHearing).DistinctBy(d => d.CaseId).Count()
        );

        async Task<List<DayAhead>> Found(List<DayAhead> days)
        {
            if (open is null && SearchWords.Of(words).Count == 0)
                return days; // all of them are of the person's cases
            List<Guid> ids = [.. days.Select(d => d.CaseId).Distinct()];
            var found = (await wanted.Where(c => ids.Contains(c.Id)).Select(c => c.Id).ToListAsync(ct)).ToHashSet();
            return [.. days.Where(d => found.Contains(d.CaseId))];
        }
    }

    private static IQueryable<Case> Where(IQueryable<Case> cases, bool open) => cases.Where(c => (c.State != CaseState.Closed) == open);

    /// <summary>Every day that lies ahead of the person: few, however many cases there are. A period stands at the beginning of its last day.</summary>
    private async Task<List<DayAhead>> Ahead(Litigant me, CancellationToken ct)
    {
        var hearings = await ToBeHeard(me).Select(c => new { c.Id, c.HearingAt }).ToListAsync(ct);
        var papers = await documents.OfCases(Reader(me), null, ct);
        List<Guid> served = [.. papers.Select(p => p.CaseId).Distinct()];
        // Documents stay with whom they were served on, the case only with its people.
        var own = (await db.CasesOf(me).Where(c => served.Contains(c.Id)).Select(c => c.Id).ToListAsync(ct)).ToHashSet();
        return
        [
            .. hearings.Select(h => new DayAhead(h.Id, h.HearingAt!.Value, IsHearing: true)),
            .. papers
                .Where(p => own.Contains(p.CaseId))
                .Select(p => new DayAhead(p.CaseId, ChinaTime.StartOf(p.Copy.LimitEndsOn!.Value), IsHearing: false)),
            .. (await RunningFor(db.CasesOf(me), ct)).Select(l => new DayAhead(l.CaseId, ChinaTime.StartOf(l.EndsOn), IsHearing: false)),
        ];
    }

    /// <summary>Periods of the court that ask something of the people of the cases.</summary>
    private Task<List<CaseLimit>> RunningFor(IQueryable<Case> cases, CancellationToken ct)
    {
        var today = Today;
        return db.Set<CaseLimit>()
            .AsNoTracking()
            .Where(l => l.EndedOn == null && l.EndsOn >= today && (l.Kind == CaseLimitKind.Evidence || l.Kind == CaseLimitKind.Payment))
            .Where(l => cases.Any(c => c.Id == l.CaseId))
            .ToListAsync(ct);
    }

    private async Task<Page<KnownCase>> ByDay(Litigant me, List<DayAhead> ahead, Cursor? after, int limit, CancellationToken ct)
    {
        var page = Page<DayAhead>.Of(
            [
                .. ahead
                    .GroupBy(d => d.CaseId)
                    .Select(g => g.MinBy(d => d.At)!)
                    .Where(d => after is null || (d.At, d.CaseId).CompareTo((after.At, after.Id)) > 0)
                    .OrderBy(d => d.At)
                    .ThenBy(d => d.CaseId)
                    .Take(limit + 1),
            ],
            d => new Cursor(d.At, d.CaseId),
            limit
        );
        List<Guid> shown = [.. page.Rows.Select(d => d.CaseId)];
        var known = (await Read(me, db.Set<Case>().Where(c => shown.Contains(c.Id)), ct)).ToDictionary(k => k.Case.Id);
        return page.As(d => known[d.CaseId]);
    }

    private sealed record DayAhead(Guid CaseId, DateTimeOffset At, bool IsHearing);

    /// <returns>Null when there is no such case or it is not the caller's: the two are not told apart.</returns>
    public async Task<CaseRow?> Find(Guid id, Actor by, CancellationToken ct)
    {
        var me = await Verified(by, ct);
        return (await Rows(me, db.CasesOf(me).Where(c => c.Id == id), ct)).SingleOrDefault();
    }

    /// <summary>With parties and agents.</summary>
    /// <exception cref="RefusedException"><c>case.not_found</c>, as <see cref="Find"/> has none; <c>litigant.not_verified</c>.</exception>
    internal async Task<KnownCase> Own(Guid id, Actor by, CancellationToken ct)
    {
        var me = await Verified(by, ct);
        return (await Read(me, db.CasesOf(me).Where(c => c.Id == id), ct)).SingleOrDefault() ?? throw CaseErrors.NotFound();
    }

    /// <summary>That it is the caller's own, and nothing of it.</summary>
    /// <exception cref="RefusedException">As <see cref="Own"/>.</exception>
    internal async Task CheckOwn(Guid id, Actor by, CancellationToken ct)
    {
        if (!await db.CasesOf(await Verified(by, ct)).AnyAsync(c => c.Id == id, ct))
            throw CaseErrors.NotFound();
    }

    public async Task<CaseLookup> LookUp(string typed, Actor by, CancellationToken ct)
    {
        var reading = CaseNumber.Read(typed, Today.Year);
        if (reading.CaseKey is not { } key)
            return new CaseLookup(reading.Verdict, null, reading.Repaired, null, InScope: false, reading.Message, null);
        var me = await Me(by, ct);
        var mine = (await Rows(me, db.CasesOf(me).Where(c => c.Number == key), ct)).SingleOrDefault();
        if (reading.Number is not { } number)
            return new CaseLookup(
                reading.Verdict,
                CaseNumber.DisplayOf(key),
                reading.Repaired,
                mine?.CourtName,
                InScope: mine is not null,
                reading.Message + (mine is null ? "您名下没有查到这个案号，可以选法院留言，把案号写在留言里。" : ""),
                mine
            );
        var court = CourtFacts.ByCaseCode(number.CourtCode);
        return new CaseLookup(
            reading.Verdict,
            number.Display,
            reading.Repaired,
            court is null ? null : Wording.Court(court.FullName),
            court?.InScope ?? false,
            reading.Message + Advice(mine, court?.InScope ?? false),
            mine
        );
    }

    public async Task<IReadOnlyList<CourtRow>> Courts(CancellationToken ct) =>
        await db.Set<Court>()
            .AsNoTracking()
            .OrderBy(c => c.Position)
            .Select(c => new CourtRow(c.Id, c.FullName, c.ShortName))
            .ToListAsync(ct);

    internal async Task<List<CaseRow>> Rows(Litigant me, IQueryable<Case> cases, CancellationToken ct) =>
        [.. (await Read(me, cases, ct)).Select(c => c.Row)];

    /// <summary>The newest filed first.</summary>
    internal async Task<Page<KnownCase>> Newest(Litigant me, IQueryable<Case> cases, Cursor? after, int limit, CancellationToken ct) =>
        Page<KnownCase>.Of(
            await Read(me, cases.NewestFirst(after, c => c.FiledOn, c => c.Id, limit), ct),
            c => new Cursor(ChinaTime.StartOf(c.Case.FiledOn), c.Case.Id),
            limit
        );

    internal async Task<List<KnownCase>> Read(Litigant me, IQueryable<Case> cases, CancellationToken ct)
    {
        if (!me.IsVerified)
            return [];
        var found = await (
            from c in cases.Include(c => c.Parties).ThenInclude(p => p.Agents)
            join court in db.Set<Court>() on c.CourtId equals court.Id
            join division in db.Set<Division>() on c.DivisionId equals division.Id
            orderby c.FiledOn descending, c.Id descending
            select new
            {
                Case = c,
                Court = court.FullName,
                Division = division.Name,
            }
        )
            .AsNoTracking()
            .ToListAsync(ct);
        List<Guid> ids = [.. found.Select(f => f.Case.Id)];
        var papers = (await documents.OfCases(Reader(me), ids, ct)).ToLookup(p => p.CaseId);
        var limits = (await RunningFor(db.Set<Case>().Where(c => ids.Contains(c.Id)), ct)).ToLookup(l => l.CaseId);
        return [.. found.Select(f => new KnownCase(f.Case, Row(f.Case, CaseRow.Of(f.Case, f.Court, f.Division, me))))];

        CaseRow Row(Case @case, CaseRow row) =>
            row.With(@case.State, DaysOf(@case, papers[@case.Id], limits[@case.Id]), [.. papers[@case.Id]]);
    }

    /// <summary>Those with a hearing today or later, the next one first.</summary>
    internal async Task<List<CaseRow>> Heard(Litigant me, int limit, CancellationToken ct) =>
        await Rows(me, ToBeHeard(me).OrderBy(c => c.HearingAt).Take(limit), ct);

    private IQueryable<Case> ToBeHeard(Litigant me)
    {
        var from = ChinaTime.StartOf(Today);
        return db.CasesOf(me).Where(c => c.HearingAt >= from && c.State != CaseState.Closed);
    }

    private List<CaseDay> DaysOf(Case @case, IEnumerable<CasePaper> papers, IEnumerable<CaseLimit> limits) =>
        [
            .. papers.Select(p => CaseDay.OfLimit(p, Today)).OfType<CaseDay>().Distinct(),
            .. limits.Select(l => CaseDay.OfLimit(l, Today)),
            .. @case is { IsOpen: true, HearingAt: { } at } && ChinaTime.DayOf(at) >= Today
                ? [CaseDay.OfHearing(at, Today)]
                : (CaseDay[])[],
        ];

    private DateOnly Today => ChinaTime.DayOf(clock.GetUtcNow());

    private static ServiceReader Reader(Litigant me) => new(me.AsActor(), ServiceChannel.WebAccount);

    /// <summary>A missing case and another person's case get the same words.</summary>
    private static string Advice(CaseRow? mine, bool inScope) =>
        mine is not null ? ""
        : !inScope ? "这不是广州两级法院的案号，请问该案号所属的法院。"
        : "您名下没有查到这个案号。可以照这个案号留言，由法院核对；是代理人的，请先交授权委托书。";

    private async Task<Litigant> Verified(Actor by, CancellationToken ct) =>
        await Me(by, ct) is { IsVerified: true } me ? me : throw LitigantErrors.NotVerified();

    private Task<Litigant> Me(Actor by, CancellationToken ct) => db.Set<Litigant>().AsNoTracking().SingleAsync(l => l.Id == by.Id, ct);
}

/// <param name="Verified">False: nothing is found until the identity is verified.</param>
/// <param name="Open">All of them, not of this page.</param>
/// <param name="Closed">All of them, not of this page.</param>
/// <param name="WithDay">All with a hearing or the end of a period ahead.</param>
/// <param name="ToBeHeard">All with a hearing ahead.</param>
public sealed record CaseList(
    IReadOnlyList<CaseRow> Items,
    string? NextCursor,
    bool Verified,
    int Open,
    int Closed,
    int WithDay,
    int ToBeHeard
);

public enum CaseOrder
{
    /// <summary>按立案: the newest first.</summary>
    Filed,

    /// <summary>按期限: a hearing or the end of a period, the next one first.</summary>
    Day,

    /// <summary>按开庭: the next one first.</summary>
    Hearing,
}

/// <summary>A case, with parties and agents, and how its person sees it.</summary>
internal sealed record KnownCase(Case Case, CaseRow Row);

/// <param name="Number">Display form; null when nothing could be read.</param>
/// <param name="InScope">A court of this platform.</param>
public sealed record CaseLookup(
    CaseNumberVerdict Verdict,
    string? Number,
    bool Repaired,
    string? CourtName,
    bool InScope,
    string Message,
    CaseRow? Mine
);

public sealed record CourtRow(Guid Id, string Name, string ShortName);
