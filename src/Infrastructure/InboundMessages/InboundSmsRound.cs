using Domain.InboundMessages;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Infrastructure.InboundMessages;

/// <summary>Reads the inbound SMS that wait, oldest first. One that cannot be read does not hold up the others.</summary>
public sealed partial class InboundSmsRound(CourtDb db, HandleInboundSms handle, TimeProvider clock, ILogger<InboundSmsRound> log)
{
    private const int BatchSize = 50;

    /// <returns>How many were looked at; a full batch means that there may be more.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var waiting = await db.Set<InboundSms>()
            .Where(s => s.Outcome == InboundOutcome.Waiting && s.NotBefore <= now)
            .OrderBy(s => s.NotBefore)
            .ThenBy(s => s.Id)
            .Take(BatchSize)
            .Select(s => s.Id)
            .ToListAsync(ct);
        foreach (var id in waiting)
        {
            db.ChangeTracker.Clear();
            try
            {
                await handle.Handle(id, ct);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Broken(log, e, id);
                await Stumble(id, ct);
            }
        }

        return waiting.Count;
    }

    private async Task Stumble(Guid id, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        (await db.Set<InboundSms>().SingleAsync(s => s.Id == id, ct)).Stumbled(clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Inbound SMS {Id} could not be read")]
    private static partial void Broken(ILogger log, Exception e, Guid id);
}
