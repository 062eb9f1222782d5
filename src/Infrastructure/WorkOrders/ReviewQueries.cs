using Domain.Calendar;
using Domain.Handling;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.WorkOrders;

/// <summary>What did not satisfy and waits for the filing division's look (回头看).</summary>
public sealed class ReviewQueries(CourtDb db, ICalendars calendars, ReviewLimits limits, TimeProvider clock)
{
    /// <summary>Those that wait longest first.</summary>
    public async Task<Page<ReviewRow>> Waiting(Cursor? after, Actor by, CancellationToken ct)
    {
        var calendar = await calendars.Current(ct);
        var now = clock.GetUtcNow();
        var overdue = limits.OverdueBefore(calendar, now);
        var orders = db.ReviewableBy(by).AsNoTracking();
        var found = await (
            from o in orders.EarliestFirst(after, o => o.ReviewSince, o => o.Id)
            join court in db.Set<Court>() on o.CourtId equals court.Id
            join division in db.Set<Division>() on o.DivisionId equals division.Id
            orderby o.ReviewSince, o.Id
            select new
            {
                Row = new ReviewedOrder(
                    o.Id,
                    o.Number,
                    o.CaseNumber,
                    o.Category,
                    o.Title,
                    o.Text,
                    o.IsSensitive,
                    o.RequesterName,
                    o.RequesterRole,
                    o.CourtId,
                    o.OwnerId,
                    o.OwnerRole,
                    o.UrgeCount,
                    o.ReopenCount
                ),
                Court = court.ShortName,
                Division = division.ShortName,
                o.ClosedByName,
                o.ClosedAt,
                o.DueAt,
                o.SatisfactionWords,
                o.ReviewSince,
                Answer = o
                    .Entries.Where(e => e.Kind == EntryKind.Answer)
                    .OrderByDescending(e => e.At)
                    .ThenByDescending(e => e.Id)
                    .Select(e => e.Text)
                    .FirstOrDefault(),
            }
        ).ToListAsync(ct);
        return Page<ReviewRow>.Of(
            [
                .. found.Select(f => new ReviewRow(
                    f.Row,
                    f.Court,
                    f.Division,
                    f.Answer ?? "",
                    f.ClosedByName!,
                    f.ClosedAt!.Value,
                    f.ClosedAt >= f.DueAt,
                    f.SatisfactionWords,
                    f.ReviewSince!.Value,
                    calendar.WorkingDaysBetween(ChinaTime.DayOf(f.ReviewSince.Value), ChinaTime.DayOf(now)),
                    f.ReviewSince < overdue
                )),
            ],
            r => new Cursor(r.Since, r.Order.Id)
        );
    }

    /// <summary>All that wait, and those that have waited too long.</summary>
    public async Task<Tally> Count(Actor by, CancellationToken ct) => await new[] { await Tallies(by, 0, ct) }.Sum(ct);

    /// <summary>The same, to be asked together with others.</summary>
    internal async Task<IQueryable<Tallied>> Tallies(Actor by, int kind, CancellationToken ct)
    {
        var overdue = limits.OverdueBefore(await calendars.Current(ct), clock.GetUtcNow());
        return db.ReviewableBy(by).Tallied(o => o.ReviewSince < overdue, kind);
    }
}

public sealed record ReviewedOrder(
    Guid Id,
    string Number,
    string? CaseNumber,
    Category Category,
    string Title,
    string Text,
    bool IsSensitive,
    string RequesterName,
    string RequesterRole,
    Guid CourtId,
    Guid OwnerId,
    Role OwnerRole,
    int UrgeCount,
    int ReopenCount
)
{
    public string Requester => ShownName.InRole(RequesterRole, RequesterName, IsSensitive);
}

/// <param name="Answer">The newest one.</param>
/// <param name="Words">What the requester wrote beside the rating.</param>
/// <param name="Age">Working days since the rating.</param>
public sealed record ReviewRow(
    ReviewedOrder Order,
    string Court,
    string Division,
    string Answer,
    string AnsweredBy,
    DateTimeOffset AnsweredAt,
    bool WasLate,
    string? Words,
    DateTimeOffset Since,
    int Age,
    bool IsOverdue
);
