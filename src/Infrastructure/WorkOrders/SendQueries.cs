using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.WorkOrders;

/// <summary>What became of a message, a supplement or an urging whose answer was lost, by the id that the phone made for it.</summary>
public sealed class SendQueries(CourtDb db)
{
    public async Task<SendOutcome> Find(Guid id, Actor by, CancellationToken ct)
    {
        var orderId = await db.OwnOrders(by)
            .Where(o => o.Id == id || o.Entries.Any(e => e.Id == id))
            .Select(o => (Guid?)o.Id)
            .FirstOrDefaultAsync(ct);
        return new SendOutcome(orderId is not null, orderId);
    }
}

/// <param name="Received">False: not yet; one that is still on its way may arrive later, and sending it again is harmless.</param>
/// <param name="WorkOrderId">The message itself, or the one that it was added to.</param>
public sealed record SendOutcome(bool Received, Guid? WorkOrderId);
