using Domain.Handling;
using Domain.Organisation;
using Domain.Partners;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Partners;

/// <summary>How far a partner's message is, in codes and words.</summary>
/// <param name="Number">Ours: GZ20261120-000123.</param>
/// <param name="Reference">Theirs.</param>
/// <param name="AnswerBy">The day by which the court answers.</param>
/// <param name="Answer">Only when it is closed, and never of a case that is not public.</param>
/// <param name="MergedInto">Our number of the order that it is answered with.</param>
public sealed record PartnerOrderView(
    string Number,
    string Reference,
    WorkOrderState State,
    string StateName,
    string CourtName,
    DateTimeOffset ReceivedAt,
    DateOnly AnswerBy,
    bool IsLate,
    DateTimeOffset? ClosedAt,
    string? Answer,
    string? MergedInto
);

/// <summary>What a partner may see: the orders that it brought, and no other.</summary>
public sealed class PartnerOrderQueries(CourtDb db, TimeProvider clock)
{
    public Task<PartnerOrderView> ByNumber(Guid partner, string number, CancellationToken ct) =>
        One(from own in Own(partner) join o in db.Set<WorkOrder>() on own.WorkOrderId equals o.Id where o.Number == number select own, ct);

    public Task<PartnerOrderView> ByReference(Guid partner, string reference, CancellationToken ct) =>
        One(Own(partner).Where(o => o.Reference == reference), ct);

    public Task<PartnerOrderView> ById(Guid partner, Guid orderId, CancellationToken ct) =>
        One(Own(partner).Where(o => o.WorkOrderId == orderId), ct);

    private IQueryable<PartnerOrder> Own(Guid partner) => db.Set<PartnerOrder>().AsNoTracking().Where(o => o.PartnerId == partner);

    private async Task<PartnerOrderView> One(IQueryable<PartnerOrder> own, CancellationToken ct)
    {
        var found =
            await (
                from theirs in own
                join o in db.Set<WorkOrder>() on theirs.WorkOrderId equals o.Id
                join court in db.Set<Court>() on o.CourtId equals court.Id
                select new
                {
                    theirs.Reference,
                    Order = o,
                    Court = court.FullName,
                    Answer = db.Set<WorkOrderEntry>()
                        .Where(e => e.WorkOrderId == o.Id && e.Kind == EntryKind.Answer)
                        .OrderByDescending(e => e.At)
                        .Select(e => e.Text)
                        .FirstOrDefault(),
                }
            )
                .AsNoTracking()
                .SingleOrDefaultAsync(ct)
            ?? throw PartnerOrderErrors.NotFound();
        var order = found.Order;
        return new PartnerOrderView(
            order.Number,
            found.Reference,
            order.State.Told(),
            order.State.Told().Chinese(),
            found.Court,
            order.ReceivedAt,
            order.DueDay,
            !order.IsClosed && order.DueDay < ChinaTime.DayOf(clock.GetUtcNow()),
            order.ClosedAt,
            order.IsClosed && !order.IsSensitive ? found.Answer : null,
            order.MergedIntoNumber
        );
    }
}
