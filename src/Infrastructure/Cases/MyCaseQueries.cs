using Domain.Auditing;
using Domain.Cases;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Infrastructure.Search;
using Infrastructure.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Cases;

/// <param name="State">Null for all that are open.</param>
/// <param name="Text">The beginning of a case number or of a party's name; empty for all.</param>
public sealed record MyCaseFilter(CaseState? State = null, TrialProcedure? Procedure = null, string Text = "")
{
    /// <summary>A limit ends within <see cref="CaseLimit.NearDays"/>, or has.</summary>
    public bool LimitNear { get; init; }

    /// <summary>Within a week.</summary>
    public bool HearingNear { get; init; }
    public bool HasOpenOrders { get; init; }

    public bool IsPlain => this == new MyCaseFilter();
}

/// <param name="NextOn">What comes next: a hearing or the end of a limit; null where nothing is known.</param>
/// <param name="NextLimit">The limit that ends then; null where it is the hearing.</param>
public sealed record MyCaseRow(
    Guid Id,
    string Number,
    string Cause,
    CaseState State,
    TrialProcedure? Procedure,
    DateOnly FiledOn,
    bool IsSensitive,
    bool IsMine,
    string? Judge,
    DateOnly? NextOn,
    DateTimeOffset? HearingAt,
    CaseLimitKind? NextLimit,
    int OpenOrders,
    int LateOrders,
    IReadOnlyList<PartyRow> Parties
);

/// <param name="Message">What the words were not understood as; empty when they were.</param>
public sealed record MyCaseList(Page<MyCaseRow> Page, string Message);

/// <summary>我的案件: by what comes next, then those of which nothing is known, the newest filed first.</summary>
public sealed class MyCaseQueries(CourtDb db, SearchQueries search, IAudit audit, TimeProvider clock)
{
    /// <summary>In a cursor: behind the cases that have a next day.</summary>
    private const int Rest = 1;

    public const int HearingDays = 7;

    public async Task<MyCaseList> List(MyCaseFilter filter, Cursor? after, Actor by, CancellationToken ct)
    {
        audit.Searched("我的案件", filter.Text, by, after);
        if (await Wanted(filter, by, ct) is not { } cases)
            return new(new([], null), "请从头输入案号，或者当事人的姓名，至少两个字");
        List<MyCaseRow> rows = [];
        if (after is not { Position: Rest })
        {
            var coming = Page<MyCaseRow>.Of(
                await Rows(cases.Where(c => c.NextOn != null).EarliestFirst(after, c => c.NextOn, c => c.Id), by).ToListAsync(ct),
                r => new Cursor(ChinaTime.StartOf(r.NextOn!.Value), r.Id)
            );
            if (coming.Next is not null)
                return new(coming, "");
            rows.AddRange(coming.Rows);
        }

        var left = Page<MyCaseRow>.Size - rows.Count;
        var from = after is { Position: Rest } ? after : null;
        var rest = await Rows(cases.Where(c => c.NextOn == null).NewestFirst(from, c => c.FiledOn, c => c.Id, left), by).ToListAsync(ct);
        rows.AddRange(rest[..Math.Min(left, rest.Count)]);
        return new(new(rows, rest.Count > left ? Behind(left == 0 ? null : rest[left - 1]) : null), "");
    }

    /// <param name="last">Null begins with the first.</param>
    private static Cursor Behind(MyCaseRow? last) =>
        last is null
            ? new(ChinaTime.StartOf(new DateOnly(9999, 1, 1)), Guid.Empty, Rest)
            : new(ChinaTime.StartOf(last.FiledOn), last.Id, Rest);

    /// <returns>Null where the words are neither a number nor a name.</returns>
    private async Task<IQueryable<Case>?> Wanted(MyCaseFilter filter, Actor by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = ChinaTime.DayOf(now);
        var cases = db.CasesListedFor(by);
        cases = filter.State is { } state ? cases.Where(c => c.State == state) : cases.Where(c => c.ClosedOn == null);
        if (filter.Procedure is { } procedure)
            cases = cases.Where(c => c.TrialProcedure == procedure);
        if (filter.LimitNear)
        {
            var near = today.AddDays(CaseLimit.NearDays);
            cases = cases.Where(c => c.Limits.Any(l => l.EndedOn == null && l.EndsOn <= near));
        }

        if (filter.HearingNear)
        {
            var week = ChinaTime.StartOf(today.AddDays(HearingDays + 1));
            cases = cases.Where(c => c.HearingAt >= now && c.HearingAt < week);
        }

        if (filter.HasOpenOrders)
            cases = cases.Where(c => db.Set<WorkOrder>().Any(o => o.CaseId == c.Id && o.ClosedAt == null));
        return filter.Text.Length == 0 ? cases : await Matching(cases, filter.Text, today.Year, by, ct);
    }

    private async Task<IQueryable<Case>?> Matching(IQueryable<Case> cases, string typed, int year, Actor by, CancellationToken ct)
    {
        var reading = search.Read(typed);
        if (reading.Kind == SearchKind.Name)
        {
            var named = db.CasesOfName(reading.Value);
            return reading.Value.Length < EverySearch.ShortestName ? null : cases.Where(c => named.Contains(c.Id));
        }

        return await db.CasesMatching(reading, year, by, ct) is { } numbered ? cases.Where(c => numbered.Any(n => n.Id == c.Id)) : null;
    }

    private IQueryable<MyCaseRow> Rows(IQueryable<Case> cases, Actor by)
    {
        var now = clock.GetUtcNow();
        var mine = db.CasesWorkedOn(by.Id);
        var orders = db.Set<WorkOrder>();
        return cases.Select(c => new MyCaseRow(
            c.Id,
            c.Number,
            c.Cause,
            c.State,
            c.TrialProcedure,
            c.FiledOn,
            c.Restriction == CaseRestriction.Juvenile || c.Restriction == CaseRestriction.Family,
            mine.Contains(c.Id),
            db.Set<Staff>().Where(s => s.Id == c.JudgeId).Select(s => s.Name).FirstOrDefault(),
            c.NextOn,
            c.HearingAt,
            c.Limits.Where(l => l.EndedOn == null && l.EndsOn == c.NextOn).Select(l => (CaseLimitKind?)l.Kind).FirstOrDefault(),
            orders.Count(o => o.CaseId == c.Id && o.ClosedAt == null),
            orders.Count(o => o.CaseId == c.Id && o.ClosedAt == null && o.DueAt <= now),
            c.Parties.Where(p => p.LeftAt == null)
                .OrderBy(p => p.Position)
                .Select(p => new PartyRow(p.Name, p.Role, p.IsOrganisation))
                .ToList()
        ));
    }
}
