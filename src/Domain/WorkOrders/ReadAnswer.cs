using Domain.Handling;
using Domain.Notifications;
using Domain.Shared;

namespace Domain.WorkOrders;

/// <summary>The requester has opened the newest reply.</summary>
public sealed class ReadAnswer(ICourtDb db, TimeProvider clock)
{
    public Task Handle(Guid id, Actor by, CancellationToken ct) =>
        db.Change(
            db.OwnOrders(by),
            id,
            async order =>
            {
                order.ReadByRequester(by, clock.GetUtcNow());
                await db.ReadNoticesOf(id, by, clock.GetUtcNow(), ct);
            },
            ct
        );
}
