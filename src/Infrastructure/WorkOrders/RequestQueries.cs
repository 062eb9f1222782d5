using Domain.Calendar;
using Domain.Handling;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.WorkOrders;

/// <summary>What owners have asked this person for: more time (延期), or another handler (改派).</summary>
public sealed class RequestQueries(CourtDb db, ICalendars calendars)
{
    /// <summary>The earliest due first.</summary>
    public async Task<Page<WaitingRequest>> Extensions(Cursor? after, Actor by, CancellationToken ct)
    {
        var calendar = await calendars.Current(ct);
        return await Earliest(
            db.ExtensionsToDecide<WorkOrder>(by),
            after,
            o => Of(o, o.ExtensionReason!, o.ExtensionRequestedAt!.Value, o.ExtendedLadder(calendar).Due.Counted, by),
            ct
        );
    }

    /// <summary>The earliest due first.</summary>
    public Task<Page<WaitingRequest>> Reassignments(Cursor? after, Actor by, CancellationToken ct) =>
        Earliest(
            db.ReassignmentsToDecide<WorkOrder>(by),
            after,
            o => Of(o, o.ReassignmentReason!, o.ReassignmentAskedAt!.Value, null, by),
            ct
        );

    /// <summary>The first of both, and how many there are.</summary>
    public async Task<WaitingRequests> First(Actor by, CancellationToken ct) =>
        new(
            [.. (await Extensions(null, by, ct)).Rows, .. (await Reassignments(null, by, ct)).Rows],
            await db.ExtensionsToDecide<WorkOrder>(by).CountAsync(ct),
            await db.ReassignmentsToDecide<WorkOrder>(by).CountAsync(ct)
        );

    private static async Task<Page<WaitingRequest>> Earliest(
        IQueryable<WorkOrder> orders,
        Cursor? after,
        Func<WorkOrder, WaitingRequest> row,
        CancellationToken ct
    )
    {
        var found = await orders.AsNoTracking().EarliestFirst(after, o => o.DueAt, o => o.Id).ToListAsync(ct);
        var page = Page<WorkOrder>.Of(found, o => new Cursor(o.DueAt, o.Id));
        return new([.. page.Rows.Select(row)], page.Next);
    }

    private static WaitingRequest Of(WorkOrder order, string reason, DateTimeOffset askedAt, CountedDay? extendedTo, Actor by) =>
        new(
            order.Id,
            order.Number,
            order.CaseNumber,
            order.Category,
            order.Title,
            order.CourtId,
            order.OwnerId,
            order.OwnerName,
            order.DueOn,
            reason,
            askedAt,
            extendedTo,
            order.MayRestartClock(by)
        );
}

/// <param name="ExtendedTo">The new last day; null is a request for another handler.</param>
/// <param name="MayRestart">The person may count the days again when naming the next owner.</param>
public sealed record WaitingRequest(
    Guid Id,
    string Number,
    string? CaseNumber,
    Category Category,
    string Title,
    Guid CourtId,
    Guid OwnerId,
    string OwnerName,
    CountedDay DueOn,
    string Reason,
    DateTimeOffset AskedAt,
    CountedDay? ExtendedTo,
    bool MayRestart
)
{
    /// <summary>An order may have one of each.</summary>
    public (Guid Id, bool IsExtension) Key => (Id, ExtendedTo is not null);
}

/// <param name="Earliest">The first page of each kind.</param>
/// <param name="Extensions">All that wait, also those on later pages.</param>
/// <param name="Reassignments">All that wait, also those on later pages.</param>
public sealed record WaitingRequests(IReadOnlyList<WaitingRequest> Earliest, int Extensions, int Reassignments)
{
    public static WaitingRequests None { get; } = new([], 0, 0);

    public int Total => Extensions + Reassignments;
}
