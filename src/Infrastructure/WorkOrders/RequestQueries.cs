using Domain.Calendar;
using Domain.Handling;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.WorkOrders;

/// <summary>What owners have asked this person for: more time (延期), or to be relieved (改派).</summary>
public sealed class RequestQueries(CourtDb db, ICalendars calendars)
{
    /// <summary>A head has a handful; more than this is not read at once.</summary>
    private const int Most = 100;

    /// <summary>The earliest due first.</summary>
    public async Task<IReadOnlyList<WaitingRequest>> Extensions(Actor by, CancellationToken ct)
    {
        var orders = await First(db.ExtensionsToDecide<WorkOrder>(by), ct);
        var calendar = await calendars.Current(ct);
        return [.. orders.Select(o => Of(o, o.ExtensionReason!, o.ExtensionRequestedAt!.Value, o.ExtendedLadder(calendar).Due.Day, by))];
    }

    /// <summary>The earliest due first.</summary>
    public async Task<IReadOnlyList<WaitingRequest>> Reassignments(Actor by, CancellationToken ct) =>
        [
            .. (await First(db.ReassignmentsToDecide<WorkOrder>(by), ct)).Select(o =>
                Of(o, o.ReassignmentReason!, o.ReassignmentAskedAt!.Value, null, by)
            ),
        ];

    public async Task<IReadOnlyList<WaitingRequest>> All(Actor by, CancellationToken ct) =>
        [.. await Extensions(by, ct), .. await Reassignments(by, ct)];

    private static Task<List<WorkOrder>> First(IQueryable<WorkOrder> orders, CancellationToken ct) =>
        orders.AsNoTracking().OrderBy(o => o.DueAt).ThenBy(o => o.Id).Take(Most).ToListAsync(ct);

    private static WaitingRequest Of(WorkOrder order, string reason, DateTimeOffset askedAt, DateOnly? extendedTo, Actor by) =>
        new(
            order.Id,
            order.Number,
            order.CaseNumber,
            order.Category,
            order.Title,
            order.CourtId,
            order.OwnerId,
            order.OwnerName,
            order.DueDay,
            reason,
            askedAt,
            extendedTo,
            order.MayRestartClock(by)
        );
}

/// <param name="ExtendedTo">The new last day; null is a request to be relieved.</param>
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
    DateOnly DueDay,
    string Reason,
    DateTimeOffset AskedAt,
    DateOnly? ExtendedTo,
    bool MayRestart
)
{
    /// <summary>An order may have one of each.</summary>
    public (Guid Id, bool IsExtension) Key => (Id, ExtendedTo is not null);
}
