using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.InboundMessages;

/// <summary>Somebody has looked at it and done what there was to do (标记已处理).</summary>
public sealed class MarkInboundSmsHandled(ICourtDb db, TimeProvider clock)
{
    private const int Attempts = 3;

    public async Task Handle(Guid id, Actor by, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var sms = await db.InboundSmsVisibleTo(by).SingleOrDefaultAsync(s => s.Id == id, ct) ?? throw InboundErrors.NotFound();
            sms.MarkHandled(by, clock.GetUtcNow());
            try
            {
                await db.SaveChangesAsync(ct);
                return;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                db.Forget();
            }
        }
    }
}
