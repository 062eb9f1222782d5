using Domain.Calendar;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Notifications;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Infrastructure.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Proof;

/// <summary>“有人反映没人理我” (投诉核查): what the court did for one requester, or about one case, and when.</summary>
public sealed class MattersQueries(
    CourtDb db,
    SearchQueries search,
    NoticeTrail notices,
    ICalendars calendars,
    ITraceMac mac,
    TimeProvider clock
)
{
    /// <summary>Orders of a page.</summary>
    public const int PageSize = 30;

    /// <summary>Orders of a page of a search; they are of fewer people.</summary>
    public const int SearchSize = 200;

    /// <summary>Whom the words may mean, by their newest order.</summary>
    /// <param name="after">Where the page before ended; a person may come again on a later page.</param>
    public async Task<MatterHits> Find(string typed, Cursor? after, Actor by, CancellationToken ct)
    {
        var reading = search.Read(typed);
        if (SearchQueries.Matching(db.ProvableTo(by).AsNoTracking(), reading) is not { } orders)
            return new MatterHits(reading, [], false, null);
        var found = await orders
            .NewestFirst(after, o => o.ReceivedAt, o => o.Id, SearchSize)
            .Select(o => new
            {
                o.Id,
                o.LitigantId,
                o.RequesterPhone,
                o.RequesterName,
                o.RequesterRole,
                o.CaseNumber,
                o.CaseId,
                o.IsSensitive,
                o.ReceivedAt,
            })
            .ToListAsync(ct);
        var next = found.Count > SearchSize ? new Cursor(found[SearchSize - 1].ReceivedAt, found[SearchSize - 1].Id) : null;
        var people = found
            .Take(SearchSize)
            .GroupBy(o => o.LitigantId?.ToString() ?? (o.RequesterPhone.Length > 0 ? o.RequesterPhone : o.Id.ToString()));
        return new MatterHits(
            reading,
            [
                .. from person in people
                let o = person.First()
                select new MatterHit(
                    person.Key,
                    o.Id,
                    $"{o.RequesterRole} {Shown(o.RequesterName, o.IsSensitive)}".Trim(),
                    Masking.Phone(o.RequesterPhone),
                    o.CaseNumber,
                    o.ReceivedAt
                ),
            ],
            reading.Kind == SearchKind.CaseNumber && found.Exists(o => o.CaseId is not null),
            next
        );
    }

    /// <param name="anchorId">An order of theirs.</param>
    /// <param name="pages">How many pages of orders, the newest first.</param>
    /// <returns>Null when it is missing or not for this person: both look the same.</returns>
    public async Task<Matters?> Open(Guid anchorId, MatterScope scope, int pages, Actor by, CancellationToken ct)
    {
        var provable = db.ProvableTo(by).AsNoTracking();
        if (await provable.SingleOrDefaultAsync(o => o.Id == anchorId, ct) is not { } anchor)
            return null;
        var theirs = Theirs(provable, anchor, scope);
        var orders = await theirs.OrderByDescending(o => o.ReceivedAt).ThenByDescending(o => o.Id).Take(pages * PageSize).ToListAsync(ct);
        var seen = orders.Count < pages * PageSize ? orders.Count : await theirs.CountAsync(ct);
        var all = await Theirs(db.Set<WorkOrder>(), anchor, scope).CountAsync(ct);
        List<Guid> ids = [.. orders.Select(o => o.Id)];
        var trace = await db.Set<TraceRow>()
            .AsNoTracking()
            .Where(r => ids.Contains(r.SubjectId))
            .OrderBy(r => r.SubjectId)
            .ThenBy(r => r.Sequence)
            .ToListAsync(ct);
        var entries = await db.Set<WorkOrderEntry>()
            .AsNoTracking()
            .Where(e => ids.Contains(e.WorkOrderId))
            .ToDictionaryAsync(e => e.Id, ct);
        var ratings = await db.Set<FormerRating>().AsNoTracking().Where(r => ids.Contains(r.WorkOrderId)).ToListAsync(ct);
        var sent = await notices.OfOrders(ids, ct);
        var now = clock.GetUtcNow();
        var rows = trace.ToLookup(r => r.SubjectId);
        return new Matters(
            $"{anchor.RequesterRole} {Shown(anchor.RequesterName, anchor.IsSensitive)}".Trim(),
            Masking.Phone(anchor.RequesterPhone),
            scope == MatterScope.Case ? anchor.CaseNumber : null,
            MatterFigures.Of(orders, rows, sent, await calendars.Current(ct), now),
            [.. MatterTimeline.Of(orders, rows, entries, ratings, sent)],
            orders.TrueForAll(o => TraceChain.BreakOf(o, rows[o.Id], mac) is null),
            seen - orders.Count,
            all - seen,
            ids
        );
    }

    private static IQueryable<WorkOrder> Theirs(IQueryable<WorkOrder> orders, WorkOrder anchor, MatterScope scope)
    {
        var (id, litigant, phone, @case) = (anchor.Id, anchor.LitigantId, anchor.RequesterPhone, anchor.CaseId);
        if (scope == MatterScope.Case && @case is not null)
            return orders.Where(o => o.CaseId == @case);
        if (litigant is not null)
            return orders.Where(o => o.LitigantId == litigant || (phone != "" && o.RequesterPhone == phone && o.LitigantId == null));
        return phone.Length == 0 ? orders.Where(o => o.Id == id) : orders.Where(o => o.RequesterPhone == phone);
    }

    private static string Shown(string name, bool isSensitive) =>
        name == Requester.Unnamed ? name
        : isSensitive ? "姓名不显示"
        : Masking.Name(name);
}

public enum MatterScope
{
    Person,
    Case,
}

/// <param name="WholeCase">All orders of the case can be looked at together.</param>
/// <param name="Next">Where the next page of orders begins; null when all were looked at.</param>
public sealed record MatterHits(SearchReading Reading, IReadOnlyList<MatterHit> People, bool WholeCase, Cursor? Next);

/// <param name="Person">The same on every page.</param>
/// <param name="AnchorId">Their newest order among those found.</param>
public sealed record MatterHit(string Person, Guid AnchorId, string Requester, string Phone, string? CaseNumber, DateTimeOffset LastAt);

/// <param name="CaseNumber">Set when it is about a whole case.</param>
/// <param name="TraceIsIntact">Every row still says what it said.</param>
/// <param name="More">Earlier orders on the next page.</param>
/// <param name="Hidden">Orders of other courts or divisions, which this person may not look at.</param>
public sealed record Matters(
    string Requester,
    string Phone,
    string? CaseNumber,
    MatterFigures Figures,
    IReadOnlyList<MatterEvent> Events,
    bool TraceIsIntact,
    int More,
    int Hidden,
    IReadOnlyList<Guid> OrderIds
);
