using Domain.Auditing;
using Domain.Calendar;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Notifications;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Infrastructure.Tracing;
using Infrastructure.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Proof;

/// <summary>“有人反映没人理我” (投诉核查): what the court did for one requester, or about one case, and when.</summary>
public sealed class MattersQueries(
    CourtDb db,
    SearchQueries search,
    NoticeTrail notices,
    ICalendars calendars,
    TraceVerifier traces,
    IAudit audit,
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
        audit.Searched("投诉核查", typed, by, after);
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
                    ShownName.InRole(o.RequesterRole, o.RequesterName, o.IsSensitive),
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
    /// <returns>Null when it is missing or not for this person: both look the same.</returns>
    public async Task<Matters?> Open(Guid anchorId, MatterScope scope, Actor by, CancellationToken ct)
    {
        var provable = db.ProvableTo(by).AsNoTracking();
        if (await provable.SingleOrDefaultAsync(o => o.Id == anchorId, ct) is not { } anchor)
            return null;
        var seen = await Theirs(provable, anchor, scope).CountAsync(ct);
        return new Matters(
            ShownName.InRole(anchor.RequesterRole, anchor.RequesterName, anchor.IsSensitive),
            Masking.Phone(anchor.RequesterPhone),
            scope == MatterScope.Case ? anchor.CaseNumber : null,
            seen,
            await Theirs(db.Set<WorkOrder>(), anchor, scope).CountAsync(ct) - seen
        );
    }

    /// <summary>Their orders, the newest first, each with all that happened to it.</summary>
    /// <param name="after">Where the page before ended; null is the first.</param>
    public async Task<Page<Matter>> Orders(Guid anchorId, MatterScope scope, Cursor? after, Actor by, CancellationToken ct)
    {
        var provable = db.ProvableTo(by).AsNoTracking();
        if (await provable.SingleOrDefaultAsync(o => o.Id == anchorId, ct) is not { } anchor)
            return new([], null);
        var page = Page<WorkOrder>.Of(
            await Theirs(provable, anchor, scope).NewestFirst(after, o => o.ReceivedAt, o => o.Id, PageSize).ToListAsync(ct),
            o => new Cursor(o.ReceivedAt, o.Id),
            PageSize
        );
        List<Guid> ids = [.. page.Rows.Select(o => o.Id)];
        var trace = await db.Set<TraceRow>()
            .AsNoTracking()
            .Where(r => ids.Contains(r.SubjectId))
            .OrderBy(r => r.SubjectId)
            .ThenBy(r => r.Sequence)
            .ToListAsync(ct);
        var entries = await db.Set<WorkOrderEntry>().AsNoTracking().Where(e => ids.Contains(e.WorkOrderId)).ToListAsync(ct);
        var ratings = await db.Set<FormerRating>().AsNoTracking().Where(r => ids.Contains(r.WorkOrderId)).ToListAsync(ct);
        var sent = await notices.OfOrders(ids, ct);
        var broken = (await traces.BreaksOf<WorkOrder>(ids, ct)).Select(b => b.Subject).ToHashSet(StringComparer.Ordinal);
        var (rows, said) = (trace.ToLookup(r => r.SubjectId), entries.ToLookup(e => e.WorkOrderId));
        var (rated, told) = (ratings.ToLookup(r => r.WorkOrderId), sent.ToLookup(n => n.Notice.SubjectId!.Value));
        return page.As(o => new Matter(o, [.. rows[o.Id]], [.. said[o.Id]], [.. rated[o.Id]], [.. told[o.Id]], !broken.Contains(o.Number)));
    }

    /// <summary>What the orders that are shown tell together.</summary>
    public async Task<MatterStory> Story(IReadOnlyCollection<Matter> matters, CancellationToken ct) =>
        new(
            MatterFigures.Of(matters, await calendars.Current(ct), clock.GetUtcNow()),
            [.. MatterTimeline.Of(matters)],
            matters.All(m => m.IsIntact)
        );

    private static IQueryable<WorkOrder> Theirs(IQueryable<WorkOrder> orders, WorkOrder anchor, MatterScope scope)
    {
        var (id, litigant, phone, @case) = (anchor.Id, anchor.LitigantId, anchor.RequesterPhone, anchor.CaseId);
        if (scope == MatterScope.Case && @case is not null)
            return orders.Where(o => o.CaseId == @case);
        if (litigant is not null)
            return orders.Where(o => o.LitigantId == litigant || (phone != "" && o.RequesterPhone == phone && o.LitigantId == null));
        return phone.Length == 0 ? orders.Where(o => o.Id == id) : orders.Where(o => o.RequesterPhone == phone);
    }
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
/// <param name="Total">Orders that this person may look at.</param>
/// <param name="Hidden">Orders of other courts or divisions, which this person may not look at.</param>
public sealed record Matters(string Requester, string Phone, string? CaseNumber, int Total, int Hidden);

/// <summary>One order and all that happened to it.</summary>
/// <param name="Trace">In its order.</param>
/// <param name="IsIntact">Every row of the trace still says what it said.</param>
public sealed record Matter(
    WorkOrder Order,
    IReadOnlyList<TraceRow> Trace,
    IReadOnlyList<WorkOrderEntry> Entries,
    IReadOnlyList<FormerRating> Ratings,
    IReadOnlyList<NoticeFate> Notices,
    bool IsIntact
);

/// <summary>Several orders as one story.</summary>
public sealed record MatterStory(MatterFigures Figures, IReadOnlyList<MatterEvent> Events, bool TraceIsIntact);
