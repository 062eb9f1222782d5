using Domain.Calendar;
using Domain.EarlyWarnings;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Infrastructure.Tracing;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.EarlyWarnings;

/// <summary>A warning in a list: nothing of what it is about.</summary>
public sealed record WarningRow(
    Guid Id,
    string Number,
    string Court,
    WarningLevel Level,
    IReadOnlyList<WarningTrigger> Triggers,
    WarningState State,
    string OwnerName,
    string RaisedByName,
    DateTimeOffset RaisedAt,
    DateTimeOffset DueAt,
    DateOnly DueDay,
    bool DueIsProvisional,
    int SupervisionLevel,
    string? OrderNumber
)
{
    /// <summary>The last day in words.</summary>
    public CountedDay DueOn => new(DueDay, DueIsProvisional);
}

/// <summary>What a screen of one warning needs besides its content.</summary>
public sealed record WarningFrame(
    string Court,
    Guid? OrderId,
    string? OrderNumber,
    bool OrderIsMine,
    IReadOnlyList<TraceRow> Trace,
    IReadOnlyList<Colleague> Colleagues
);

/// <summary>What the person who raised it sees afterwards: the own words and how far it is.</summary>
public sealed record OwnWarning(
    Guid Id,
    string Number,
    WarningLevel Level,
    IReadOnlyList<WarningTrigger> Triggers,
    string Description,
    DateTimeOffset RaisedAt,
    WarningState State
);

public sealed record Colleague(Guid StaffId, string Name, string Division, Role Role);

public sealed record CandidateRow(
    Guid Id,
    CandidateKind Kind,
    IReadOnlyList<string> Words,
    int Count,
    DateTimeOffset FoundAt,
    Guid WorkOrderId,
    string OrderNumber,
    string OrderTitle,
    string? CaseNumber,
    WarningTrigger Trigger
);

/// <param name="Id">Set when the person may open it.</param>
public sealed record OrderMark(bool IsRaised, Guid? Id);

/// <param name="Own">Of one court.</param>
public sealed record WarningWordLists(WarningWordList City, WarningWordList Own);

public sealed class EarlyWarningQueries(CourtDb db)
{
    /// <summary>Open ones by level and age, the gravest and oldest first: all of them, there are few. Content is not among it.</summary>
    public async Task<List<WarningRow>> Open(Actor by, CancellationToken ct)
    {
        var rows = await Rows(db.WarningsVisibleTo(by).Where(w => w.EndedAt == null)).ToListAsync(ct);
        return [.. rows.OrderByDescending(r => r.Level).ThenBy(r => r.RaisedAt)];
    }

    /// <summary>Ended ones, the newest first.</summary>
    public async Task<Page<WarningRow>> Ended(Cursor? after, Actor by, CancellationToken ct)
    {
        var ended = db.WarningsVisibleTo(by).Where(w => w.EndedAt != null);
        var rows = await Rows(ended.NewestFirst(after, w => w.RaisedAt, w => w.Id)).ToListAsync(ct);
        return Page<WarningRow>.Of(
            [.. rows.OrderByDescending(r => r.RaisedAt).ThenByDescending(r => r.Id)],
            r => new Cursor(r.RaisedAt, r.Id)
        );
    }

    /// <summary>What I raised, the newest first; of these I may see no more than my own words.</summary>
    public async Task<Page<OwnWarning>> Raised(Cursor? after, Actor by, CancellationToken ct)
    {
        var mine = db.Set<EarlyWarning>().AsNoTracking().Where(w => w.RaisedById == by.Id);
        var rows = await mine.NewestFirst(after, w => w.RaisedAt, w => w.Id)
            .Select(w => new OwnWarning(w.Id, w.Number, w.RiskLevel, w.Triggers, w.Description, w.RaisedAt, w.State))
            .ToListAsync(ct);
        return Page<OwnWarning>.Of(rows, r => new Cursor(r.RaisedAt, r.Id));
    }

    /// <returns>Null when the person did not raise it.</returns>
    public Task<OwnWarning?> MyWords(Guid id, Actor by, CancellationToken ct) =>
        db.Set<EarlyWarning>()
            .AsNoTracking()
            .Where(w => w.Id == id && w.RaisedById == by.Id)
            .Select(w => new OwnWarning(w.Id, w.Number, w.RiskLevel, w.Triggers, w.Description, w.RaisedAt, w.State))
            .SingleOrDefaultAsync(ct);

    public Task<bool> MayOpen(Guid id, Actor by, CancellationToken ct) => db.WarningsVisibleTo(by).AnyAsync(w => w.Id == id, ct);

    /// <summary>Reads again, for a screen that is open: only after an opening that left its trace row.</summary>
    public Task<EarlyWarning?> Reread(Guid id, Actor by, CancellationToken ct) =>
        db.WarningsVisibleTo(by)
            .AsNoTracking()
            .Include(w => w.Entries.OrderBy(e => e.Position))
            .Where(w =>
                w.Id == id && db.Set<TraceRow>().Any(t => t.SubjectId == id && t.Kind == EarlyWarningFacts.Opened && t.ActorId == by.Id)
            )
            .SingleOrDefaultAsync(ct);

    /// <returns>Null when it is missing or not for this person.</returns>
    public async Task<WarningFrame?> Frame(Guid id, Actor by, CancellationToken ct)
    {
        var visible = db.WarningsVisibleTo(by).AsNoTracking();
        var found = await (
            from w in visible
            join court in db.Set<Court>() on w.CourtId equals court.Id
            where w.Id == id
            select new
            {
                w.CourtId,
                w.WorkOrderId,
                Court = court.ShortName,
            }
        ).SingleOrDefaultAsync(ct);
        if (found is null)
            return null;
        var number = await db.Set<WorkOrder>().Where(o => o.Id == found.WorkOrderId).Select(o => o.Number).SingleOrDefaultAsync(ct);
        var isMine = await db.VisibleTo(by).AnyAsync(o => o.Id == found.WorkOrderId, ct);
        var trace = await db.Set<TraceRow>().AsNoTracking().Where(t => t.SubjectId == id).OrderBy(t => t.Sequence).ToListAsync(ct);
        var colleagues = await (
            from post in db.Set<Post>().AsNoTracking()
            join division in db.Set<Division>() on post.DivisionId equals division.Id
            where post.CourtId == found.CourtId && post.IsActive && post.Staff.IsActive
            orderby division.Position, post.Role, post.Staff.Name
            select new Colleague(post.StaffId, post.Staff.Name, division.ShortName, post.Role)
        ).ToListAsync(ct);
        return new WarningFrame(found.Court, found.WorkOrderId, number, isMine, trace, [.. colleagues.DistinctBy(c => c.StaffId)]);
    }

    /// <summary>On an order: that a warning was raised, nothing else; for whom it concerns, the way to it.</summary>
    public async Task<OrderMark> OnOrder(Guid orderId, Actor by, CancellationToken ct)
    {
        var raised = await db.VisibleTo(by)
            .AnyAsync(
                o => o.Id == orderId && db.Set<EarlyWarning>().Any(w => w.WorkOrderId == orderId && w.State != WarningState.Dismissed),
                ct
            );
        if (!raised)
            return new OrderMark(false, null);
        return new OrderMark(
            true,
            await db.WarningsVisibleTo(by)
                .Where(w => w.WorkOrderId == orderId && w.State != WarningState.Dismissed)
                .OrderByDescending(w => w.RaisedAt)
                .Select(w => (Guid?)w.Id)
                .FirstOrDefaultAsync(ct)
        );
    }

    /// <summary>Critical ones that nobody took, for the banner of those who may take them.</summary>
    public async Task<List<WarningRow>> Untaken(Actor by, CancellationToken ct)
    {
        if (!by.Reaches(Feature.WarningCandidates))
            return [];
        var court = by.Post!.CourtId;
        var rows = await Rows(db.Set<EarlyWarning>().Where(w => w.CallAgainAt != null && w.CourtId == court)).ToListAsync(ct);
        return [.. rows.OrderBy(r => r.RaisedAt)];
    }

    /// <summary>What the screening found and nobody decided yet, the oldest first.</summary>
    public async Task<Page<CandidateRow>> Candidates(Cursor? after, Actor by, CancellationToken ct)
    {
        var undecided = db.CandidatesOf(by).AsNoTracking().Where(c => c.DecidedAt == null);
        var rows = await (
            from c in undecided.EarliestFirst(after, c => c.FoundAt, c => c.Id)
            join order in db.Set<WorkOrder>() on c.WorkOrderId equals order.Id
            orderby c.FoundAt, c.Id
            select new
            {
                Candidate = c,
                order.Number,
                order.Title,
                order.CaseNumber,
            }
        ).ToListAsync(ct);
        return Page<CandidateRow>.Of(
            [
                .. rows.Select(r => new CandidateRow(
                    r.Candidate.Id,
                    r.Candidate.Kind,
                    r.Candidate.Words,
                    r.Candidate.Count,
                    r.Candidate.FoundAt,
                    r.Candidate.WorkOrderId,
                    r.Number,
                    r.Title,
                    r.CaseNumber,
                    r.Candidate.Trigger
                )),
            ],
            r => new Cursor(r.FoundAt, r.Id)
        );
    }

    /// <summary>How many <see cref="Candidates"/> there are.</summary>
    public Task<int> ToDecide(Actor by, CancellationToken ct) => db.CandidatesOf(by).CountAsync(c => c.DecidedAt == null, ct);

    /// <summary>For the navigation: open warnings and undecided candidates, and how many of them are late or untaken.</summary>
    public Task<Tally> Waiting(Actor by, DateTimeOffset now, CancellationToken ct) => Tallies(by, now).Sum(ct);

    /// <summary>The same, to be asked together with others.</summary>
    internal IEnumerable<IQueryable<Tallied>> Tallies(Actor by, DateTimeOffset now, int kind = 0) =>
        [
            db.WarningsVisibleTo(by).Where(w => w.EndedAt == null).Tallied(w => w.DueAt <= now || w.CallAgainAt != null, kind),
            db.CandidatesOf(by).Where(c => c.DecidedAt == null).Tallied(kind),
        ];

    /// <summary>Where a risk without an order can be reported.</summary>
    public Task<List<Court>> Courts(CancellationToken ct) => db.Set<Court>().AsNoTracking().OrderBy(c => c.Position).ToListAsync(ct);

    /// <summary>The words that hold at the actor's court.</summary>
    public async Task<WarningWordLists> Words(Actor by, CancellationToken ct)
    {
        var court = by.Post!.CourtId;
        var lists = await WordLists(court).ToDictionaryAsync(l => l.Id, ct);
        return new(Of(WarningWordList.City), Of(court));

        WarningWordList Of(Guid id) => lists.GetValueOrDefault(id) ?? WarningWordList.Of(id);
    }

    /// <summary>How they came to be, the newest first.</summary>
    public Task<Page<TraceRow>> WordChanges(Cursor? after, Actor by, CancellationToken ct)
    {
        var lists = WordLists(by.Post!.CourtId);
        return db.Set<TraceRow>()
            .Where(t => lists.Any(l => l.Id == t.SubjectId) && t.Kind == EarlyWarningFacts.WordsSaved)
            .NewestFirst(after, ct);
    }

    private IQueryable<WarningWordList> WordLists(Guid court) =>
        db.Set<WarningWordList>().AsNoTracking().Where(l => l.Id == WarningWordList.City || l.Id == court);

    private IQueryable<WarningRow> Rows(IQueryable<EarlyWarning> warnings) =>
        from w in warnings.AsNoTracking()
        join court in db.Set<Court>() on w.CourtId equals court.Id
        join o in db.Set<WorkOrder>() on w.WorkOrderId equals o.Id into orders
        from order in orders.DefaultIfEmpty()
        select new WarningRow(
            w.Id,
            w.Number,
            court.ShortName,
            w.RiskLevel,
            w.Triggers,
            w.State,
            w.OwnerName,
            w.RaisedByName,
            w.RaisedAt,
            w.DueAt,
            w.DueDay,
            w.DueIsProvisional,
            w.Level,
            order.Number
        );
}
