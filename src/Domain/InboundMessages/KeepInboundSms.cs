using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.InboundMessages;

/// <summary>Stores what a gateway hands over, so that it can be answered at once; the same message twice is one.</summary>
public sealed class KeepInboundSms(ICourtDb db, TimeProvider clock)
{
    public Task Handle(IReadOnlyCollection<IncomingSms> messages, CancellationToken ct) =>
        db.Change(
            async () =>
            {
                var sequences = messages.Select(m => m.Sequence).ToList();
                var known = await db.Set<InboundSms>()
                    .Where(s => sequences.Contains(s.Sequence))
                    .Select(s => new { s.Gateway, s.Sequence })
                    .ToListAsync(ct);
                var fresh = messages.DistinctBy(m => (m.Gateway, m.Sequence)).Where(m => !known.Contains(new { m.Gateway, m.Sequence }));
                db.Set<InboundSms>().AddRange(fresh.Select(m => InboundSms.Keep(m, clock.GetUtcNow())));
            },
            ct
        );
}
