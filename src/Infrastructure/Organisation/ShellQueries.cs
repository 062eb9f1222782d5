using Domain.Bindings;
using Domain.Calendar;
using Domain.Cases;
using Domain.CityChanges;
using Domain.Handling;
using Domain.InboundMessages;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Reading;
using Domain.Shared;
using Domain.Submissions;
using Domain.WorkOrders;
using Infrastructure.Contacts;
using Infrastructure.DocumentService;
using Infrastructure.EarlyWarnings;
using Infrastructure.Figures;
using Infrastructure.InboundMessages;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Infrastructure.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Organisation;

/// <summary>Figures beside entries of the navigation.</summary>
public enum NavCount
{
    /// <summary>What my list of orders shows first: my own, those of the cases I assist, my division's or all that I may see.</summary>
    Desk,

    /// <summary>Open orders without a judge: of my division; of the court for its filing division.</summary>
    ToAssign,

    /// <summary>Orders past their deadline: of a head's division, of a leader's court, of all courts.</summary>
    Overdue,

    /// <summary>Open orders that I registered.</summary>
    Registered,

    /// <summary>Dissatisfied ratings that wait for the filing division.</summary>
    Reviews,

    /// <summary>Notices that reached nobody and that I look after.</summary>
    Undelivered,

    /// <summary>Requests for more time that wait for me.</summary>
    Extensions,

    /// <summary>Requests for another handler that wait for me.</summary>
    Reassignments,

    /// <summary>Early warnings that I see and that are open, and candidates that I decide.</summary>
    Warnings,

    /// <summary>Changes of contact that wait for publication, and divisions that owe a report.</summary>
    Contacts,

    /// <summary>Changes for the whole city that wait for me.</summary>
    CityChanges,

    /// <summary>My service tasks that are under way.</summary>
    ServiceTasks,

    /// <summary>What waits in my division to be posted, handed over, faxed or published.</summary>
    ServiceDuties,

    /// <summary>Incoming SMS that want a person.</summary>
    InboundSms,

    /// <summary>Requests of agents that wait for my decision.</summary>
    Bindings,

    /// <summary>Materials and applications that wait for me.</summary>
    Submissions,

    /// <summary>Requests to read files that wait for my decision.</summary>
    Readings,

    /// <summary>信息不一致 that I decide.</summary>
    CaseConflicts,

    /// <summary>Orders that I have not opened, for the bell.</summary>
    UnreadOrders,

    /// <summary>Notices of my inbox that I have not opened, for the bell.</summary>
    UnreadNotices,
}

/// <summary>An order that its owner has not opened, for the bell.</summary>
public sealed record UnreadRow(
    Guid Id,
    string Number,
    string? CaseNumber,
    Category Category,
    string Title,
    CountedDay DueOn,
    DateTimeOffset DueAt,
    int UrgeCount
);

/// <summary>What the frame around every page shows: counts, unread orders.</summary>
public sealed class ShellQueries(
    CourtDb db,
    EarlyWarningQueries warnings,
    ContactQueries contacts,
    ReviewQueries reviews,
    ServiceTaskQueries services,
    HandworkQueries handwork,
    ServiceDutyQueries duties,
    FigureReader figures
)
{
    /// <summary>All figures that a frame shows, in one statement; what is open at both levels from the figures kept.</summary>
    public async Task<IReadOnlyDictionary<NavCount, Tally>> Counts(
        IReadOnlyCollection<NavCount> wanted,
        Actor by,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        List<IQueryable<Tallied>> lists = [];
        HashSet<NavCount> kept = [.. wanted.Where(c => IsKept(c, by))];
        foreach (var count in wanted.Except(kept))
        {
            var kind = (int)count;
            lists.AddRange(
                count switch
                {
                    NavCount.Undelivered => [db.UndeliveredFor(by).Where(u => u.State == UndeliveredState.Open).Tallied(kind)],
                    NavCount.Warnings => warnings.Tallies(by, now, kind),
                    NavCount.Contacts => contacts.Tallies(by, now, kind),
                    NavCount.CityChanges => [db.CityChangesToDecide(by).Tallied(kind)],
                    NavCount.ServiceTasks => services.Tallies(by, kind),
                    NavCount.ServiceDuties => [handwork.Tallies(by, kind), duties.Tallies(by, now, kind)],
                    NavCount.Reviews => [await reviews.Tallies(by, kind, ct)],
                    NavCount.InboundSms => [db.InboundSmsVisibleTo(by).Open(db).Tallied(kind)],
                    NavCount.Bindings =>
                    [
                        db.BindingsToReview(by).Where(b => b.State == BindingState.ToReview).Tallied(b => b.DueAt <= now, kind),
                    ],
                    NavCount.Submissions =>
                    [
                        db.SubmissionsToReview(by).Where(s => s.State == SubmissionState.ToReview).Tallied(s => s.DueAt <= now, kind),
                    ],
                    NavCount.Readings => [db.ReadingsToReview(by).Tallied(r => r.DueAt <= now, kind)],
                    NavCount.CaseConflicts => [db.ConflictsOf(by).Where(c => c.State == ConflictState.Open).Tallied(kind)],
                    NavCount.UnreadOrders => [Unread(by).Tallied(kind)],
                    NavCount.UnreadNotices => [db.InboxOf(by).Where(n => n.ReadAt == null).Tallied(kind)],
                    _ => Orders(count, by, now).Select(orders => orders.Tallied(o => o.DueAt <= now, kind)),
                }
            );
        }

        if (kept.Contains(NavCount.Desk))
            lists.Add(
                Open(db.Set<WorkOrder>())
                    .Where(o => o.State == WorkOrderState.AwaitingRequester)
                    .Tallied(o => o.DueAt <= now, (int)NavCount.Desk)
            );
        Dictionary<int, Tally> counted = lists.Count == 0 ? new() : await lists.ByKind(ct);
        if (kept.Count > 0)
        {
            var open = (await figures.Open(ct)).On(ChinaTime.DayOf(now));
            var awaiting = counted.GetValueOrDefault((int)NavCount.Desk);
            if (kept.Contains(NavCount.Desk))
                counted[(int)NavCount.Desk] = new(open.Total - awaiting.Total, open.Late - awaiting.Late);
            if (kept.Contains(NavCount.Overdue))
                counted[(int)NavCount.Overdue] = new(open.Late, open.Late);
        }

        return wanted.ToDictionary(count => count, count => counted.GetValueOrDefault((int)count));
    }

    /// <summary>Of both levels: to count them takes longer than anybody waits, so the figures say it.</summary>
    private static bool IsKept(NavCount count, Actor by) =>
        count switch
        {
            NavCount.Desk => by.ExtentOf(Feature.Desk) == Extent.All,
            NavCount.Overdue => by.ExtentOf(Feature.Supervision) == Extent.All,
            _ => false,
        };

    /// <summary>The unread orders that are due first.</summary>
    public Task<List<UnreadRow>> UnreadOrders(Actor by, int take, CancellationToken ct) =>
        Unread(by)
            .OrderBy(o => o.DueAt)
            .ThenBy(o => o.Id)
            .Take(take)
            .Select(o => new UnreadRow(
                o.Id,
                o.Number,
                o.CaseNumber,
                o.Category,
                o.Title,
                new CountedDay(o.DueDay, o.DueIsProvisional),
                o.DueAt,
                o.UrgeCount
            ))
            .ToListAsync(ct);

    private IQueryable<WorkOrder> Unread(Actor by) =>
        db.Set<WorkOrder>().AsNoTracking().Where(o => o.OwnerId == by.Id && o.ClosedAt == null && o.OwnerReadAt == null);

    /// <summary>Each by the index that holds just these; parts add up.</summary>
    private IEnumerable<IQueryable<WorkOrder>> Orders(NavCount count, Actor by, DateTimeOffset now)
    {
        var (me, court, division) = (by.Id, by.Post!.CourtId, by.Post.DivisionId);
        return count switch
        {
            NavCount.Desk => db.ToDo(by),
            NavCount.ToAssign when by.ExtentOf(Feature.Dispatch) == Extent.Court =>
            [
                OfCourt().Where(o => o.State == WorkOrderState.ToAssign),
            ],
            NavCount.ToAssign => [OfDivision().Where(o => o.State == WorkOrderState.ToAssign)],
            NavCount.Overdue when by.ExtentOf(Feature.Supervision) == Extent.Division => [OfDivision().Where(o => o.DueAt <= now)],
            NavCount.Overdue => [OfCourt().Where(o => o.DueAt <= now)],
            NavCount.Registered => [Open(db.VisibleTo(by)).Where(o => o.RegisteredById == me)],
            NavCount.Extensions => [db.ExtensionsToDecide<WorkOrder>(by).AsNoTracking()],
            NavCount.Reassignments => [db.ReassignmentsToDecide<WorkOrder>(by).AsNoTracking()],
            _ => throw new ArgumentOutOfRangeException(nameof(count), count, null),
        };

        IQueryable<WorkOrder> OfDivision() => Open(db.VisibleWithin(by, court, division)).Where(o => o.DivisionId == division);
        IQueryable<WorkOrder> OfCourt() => Open(db.VisibleWithin(by, court, null)).Where(o => o.CourtId == court);
    }

    private static IQueryable<WorkOrder> Open(IQueryable<WorkOrder> orders) => orders.AsNoTracking().Where(o => o.ClosedAt == null);
}
