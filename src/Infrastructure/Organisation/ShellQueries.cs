using Domain.Calendar;
using Domain.Cases;
using Domain.Handling;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Contacts;
using Infrastructure.DocumentService;
using Infrastructure.EarlyWarnings;
using Infrastructure.Figures;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Infrastructure.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Organisation;

/// <summary>Figures beside entries of the navigation.</summary>
public enum NavCount
{
    /// <summary>Open orders that wait for my answer.</summary>
    Mine,

    /// <summary>Open orders of the cases I assist.</summary>
    Assisted,

    /// <summary>Open orders of my division.</summary>
    Division,

    /// <summary>Open orders without a judge: of my division; of the court for its filing division.</summary>
    ToAssign,

    /// <summary>Orders past their deadline: of a head's division, of a leader's court.</summary>
    Overdue,

    /// <summary>Open orders that I registered.</summary>
    Registered,

    /// <summary>Dissatisfied ratings that wait for the filing division.</summary>
    Reviews,

    /// <summary>Open orders that I may see.</summary>
    Visible,

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

    /// <summary>My service tasks that are under way.</summary>
    ServiceTasks,

    /// <summary>What waits in my division to be posted, handed over, faxed or published.</summary>
    ServiceDuties,

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
        var seesAll = by.ExtentOf(Feature.WorkOrders) == Extent.All;
        foreach (var count in wanted.Where(c => c != NavCount.Visible || !seesAll))
        {
            var kind = (int)count;
            lists.AddRange(
                count switch
                {
                    NavCount.Undelivered => [db.UndeliveredFor(by).Where(u => u.State == UndeliveredState.Open).Tallied(kind)],
                    NavCount.Warnings => warnings.Tallies(by, now, kind),
                    NavCount.Contacts => contacts.Tallies(by, now, kind),
                    NavCount.ServiceTasks => services.Tallies(by, kind),
                    NavCount.ServiceDuties => [handwork.Tallies(by, kind), duties.Tallies(by, now, kind)],
                    NavCount.Reviews => [await reviews.Tallies(by, kind, ct)],
                    NavCount.UnreadOrders => [Unread(by).Tallied(kind)],
                    NavCount.UnreadNotices => [db.InboxOf(by).Where(n => n.ReadAt == null).Tallied(kind)],
                    _ => Orders(count, by, now).Select(orders => orders.Tallied(o => o.DueAt <= now, kind)),
                }
            );
        }

        Dictionary<int, Tally> counted = lists.Count == 0 ? new() : await lists.ByKind(ct);
        if (seesAll && wanted.Contains(NavCount.Visible))
            counted[(int)NavCount.Visible] = (await figures.Open(ct)).On(ChinaTime.DayOf(now));
        return wanted.ToDictionary(count => count, count => counted.GetValueOrDefault((int)count));
    }

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
        var assisted = db.Set<Case>().Where(c => c.ClerkId == me).Select(c => c.Id);
        // Who works on cases sees what is theirs and what they assist: no need to ask again.
        var worked = by.ExtentOf(Feature.WorkOrders) == Extent.Cases ? db.Set<WorkOrder>() : db.VisibleTo(by);
        return count switch
        {
            NavCount.Mine => [Open(worked).Where(o => o.OwnerId == me && o.State == WorkOrderState.ToAnswer)],
            NavCount.Assisted =>
            [
                Open(worked)
                    .Where(o => o.State != WorkOrderState.AwaitingRequester && o.CaseId != null && assisted.Contains(o.CaseId.Value)),
            ],
            NavCount.Division => [OfDivision()],
            NavCount.ToAssign when by.ExtentOf(Feature.Dispatch) == Extent.Court =>
            [
                OfCourt().Where(o => o.State == WorkOrderState.ToAssign),
            ],
            NavCount.ToAssign => [OfDivision().Where(o => o.State == WorkOrderState.ToAssign)],
            NavCount.Overdue when by.ExtentOf(Feature.Supervision) == Extent.Division => [OfDivision().Where(o => o.DueAt <= now)],
            NavCount.Overdue => [OfCourt().Where(o => o.DueAt <= now)],
            NavCount.Registered => [Open(db.VisibleTo(by)).Where(o => o.RegisteredById == me)],
            NavCount.Visible => db.VisiblePartsTo(by).Select(Open),
            NavCount.Extensions => [db.ExtensionsToDecide<WorkOrder>(by).AsNoTracking()],
            NavCount.Reassignments => [db.ReassignmentsToDecide<WorkOrder>(by).AsNoTracking()],
            _ => throw new ArgumentOutOfRangeException(nameof(count), count, null),
        };

        IQueryable<WorkOrder> OfDivision() => Open(db.VisibleWithin(by, court, division)).Where(o => o.DivisionId == division);
        IQueryable<WorkOrder> OfCourt() => Open(db.VisibleWithin(by, court, null)).Where(o => o.CourtId == court);
        static IQueryable<WorkOrder> Open(IQueryable<WorkOrder> orders) => orders.AsNoTracking().Where(o => o.ClosedAt == null);
    }
}
