using Domain.Reading;
using Domain.Shared;
using Infrastructure.Live;
using Infrastructure.Persistence;
using Infrastructure.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Infrastructure.Reading;

/// <summary>Readings that end by the day or with the case, and documents to look through. Any number of hosts may run it.</summary>
internal sealed class ReadingWorker(IServiceScopeFactory scopes, LiveBus bus, ILogger<ReadingWorker> log) : Worker(scopes, bus, log)
{
    protected override IEnumerable<Round> Rounds =>
        [
            Round.Of(TimeSpan.FromSeconds(5), (FindMasks finds, CancellationToken ct) => finds.Run(ct)),
            Round.Of(TimeSpan.FromSeconds(30), (CloseReadings closes, CancellationToken ct) => closes.Run(ct)),
        ];
}

/// <summary>Closes what may be read no more. Its pages were shut at that moment already: here it is written down and leaves the lists.</summary>
public sealed class CloseReadings(CourtDb db, TimeProvider clock)
{
    private const int BatchSize = 100;

    /// <returns>How many were closed.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = ChinaTime.DayOf(now);
        var open = db.Set<ReadingRequest>().AsNoTracking().Where(r => r.State == ReadingState.Open);
        var expired = await open.Where(r => r.Until < today).OrderBy(r => r.Until).Select(r => r.Id).Take(BatchSize).ToListAsync(ct);
        var inCase = db.OfReadersInCase(db.Set<ReadingRequest>(), today);
        var left = await open.Where(r => r.Until >= today && !inCase.Any(i => i.Id == r.Id))
            .OrderBy(r => r.Until)
            .Select(r => r.Id)
            .Take(BatchSize)
            .ToListAsync(ct);
        var closed = 0;
        foreach (var (id, how) in expired.Select(id => (id, ReadingEnd.Expired)).Concat(left.Select(id => (id, ReadingEnd.LeftCase))))
        {
            db.Forget();
            var request = await db.Set<ReadingRequest>().SingleAsync(r => r.Id == id, ct);
            if (request.Lapse(how, now) && await db.SaveUnlessLost(ct))
                closed++;
        }

        return closed;
    }
}
