using Domain.Cases;
using Domain.Litigants;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Litigants;

/// <summary>What a litigant sees of cases: their own, by verified identity, and nothing that tells whether another one exists.</summary>
public sealed class LitigantCaseQueries(CourtDb db, TimeProvider clock)
{
    /// <summary>The newest filed first.</summary>
    /// <param name="open">Null for all.</param>
    /// <param name="words">Typed to find some of them; see <see cref="SearchWords"/>.</param>
    /// <param name="after">Null begins with the newest.</param>
    public async Task<CaseList> List(Actor by, bool? open, string? words, Cursor? after, int limit, CancellationToken ct)
    {
        var me = await Me(by, ct);
        var mine = db.CasesOf(me);
        var openCases = await Where(mine, open: true).CountAsync(ct);
        var page = await Newest(me, (open is { } only ? Where(mine, only) : mine).Matching(db, words), after, limit, ct);
        return new CaseList(
            [.. page.Rows.Select(c => c.Row)],
            page.Next?.For(LitigantLists.Cases),
            me.IsVerified,
            openCases,
            await mine.CountAsync(ct) - openCases
        );
    }

    private static IQueryable<Case> Where(IQueryable<Case> cases, bool open) => cases.Where(c => (c.State != CaseState.Closed) == open);

    /// <returns>Null when there is no such case or it is not the caller's: the two are not told apart.</returns>
    public async Task<CaseRow?> Find(Guid id, Actor by, CancellationToken ct)
    {
        var me = await Me(by, ct);
        if (!me.IsVerified)
            throw LitigantErrors.NotVerified();
        return (await Rows(me, db.CasesOf(me).Where(c => c.Id == id), ct)).SingleOrDefault();
    }

    public async Task<CaseLookup> LookUp(string typed, Actor by, CancellationToken ct)
    {
        var reading = CaseNumber.Read(typed, ChinaTime.DayOf(clock.GetUtcNow()).Year);
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
        return [.. found.Select(f => new KnownCase(f.Case, CaseRow.Of(f.Case, f.Court, f.Division, me)))];
    }

    /// <summary>A missing case and another person's case get the same words.</summary>
    private static string Advice(CaseRow? mine, bool inScope) =>
        mine is not null ? ""
        : !inScope ? "这不是广州两级法院的案号，请问该案号所属的法院。"
        : "您名下没有查到这个案号。可以照这个案号留言，由法院核对；是代理人的，请先交授权委托书。";

    private Task<Litigant> Me(Actor by, CancellationToken ct) => db.Set<Litigant>().AsNoTracking().SingleAsync(l => l.Id == by.Id, ct);
}

/// <param name="Verified">False: nothing is found until the identity is verified.</param>
/// <param name="Open">All of them, not of this page.</param>
/// <param name="Closed">All of them, not of this page.</param>
public sealed record CaseList(IReadOnlyList<CaseRow> Items, string? NextCursor, bool Verified, int Open, int Closed);

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
