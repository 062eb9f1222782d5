using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.InboundMessages;

/// <summary>Stores what a gateway hands over, so that it can be answered at once; the same message twice is one.</summary>
public sealed class KeepInboundSms(ICourtDb db, TimeProvider clock)
{
    public async Task Handle(IReadOnlyCollection<IncomingSms> messages, CancellationToken ct)
    {
        try
        {
            await Add(messages, ct);
        }
        catch (DbUpdateException)
        {
            db.Forget(); // the same messages came twice at once: one by one, so that what is new is kept
            foreach (var message in messages)
                await AddAlone(message, ct);
        }
    }

    private async Task AddAlone(IncomingSms message, CancellationToken ct)
    {
        try
        {
            await Add([message], ct);
        }
        catch (DbUpdateException)
        {
            db.Forget();
            if (!await db.Set<InboundSms>().AnyAsync(s => s.Gateway == message.Gateway && s.Sequence == message.Sequence, ct))
                throw;
        }
    }

    private async Task Add(IReadOnlyCollection<IncomingSms> messages, CancellationToken ct)
    {
        var sequences = messages.Select(m => m.Sequence).ToList();
        var known = await db.Set<InboundSms>()
            .Where(s => sequences.Contains(s.Sequence))
            .Select(s => new { s.Gateway, s.Sequence })
            .ToListAsync(ct);
        var fresh = messages.DistinctBy(m => (m.Gateway, m.Sequence)).Where(m => !known.Contains(new { m.Gateway, m.Sequence }));
        db.Set<InboundSms>().AddRange(fresh.Select(m => InboundSms.Keep(m, clock.GetUtcNow())));
        await db.SaveChangesAsync(ct);
    }
}
