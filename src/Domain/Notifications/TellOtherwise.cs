using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Notifications;

/// <summary>The recipient was told in another way, e.g. by telephone (已用其他方式告知).</summary>
public sealed class TellOtherwise(ICourtDb db, TimeProvider clock)
{
    public async Task Handle(Guid id, string remark, Actor by, CancellationToken ct)
    {
        var task = await db.UndeliveredFor(by).SingleOrDefaultAsync(u => u.Id == id, ct) ?? throw UndeliveredErrors.NotFound();
        task.TellOtherwise(remark, by, clock.GetUtcNow());
        await db.SaveHandled(ct);
    }
}
