using System.Collections.Concurrent;
using Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Numbers;

/// <summary>How many numbers of a series and day have been handed out, in blocks.</summary>
public sealed class NumberBlock
{
    /// <summary>The prefix of a <see cref="NumberSeries"/>.</summary>
    public required string Series { get; init; }

    public DateOnly Day { get; init; }
    public int Taken { get; set; }
}

/// <summary>
/// Short numbers from memory: each host takes blocks of a day's numbers, so that registering a message waits for no
/// shared counter. A host that stops leaves the rest of its block unused.
/// </summary>
public sealed class NumberBlocks(IServiceScopeFactory scopes) : INumberSource, IDisposable
{
    private readonly ConcurrentDictionary<NumberSeries, Blocks> _series = new();

    public async ValueTask<string> Next(NumberSeries series, DateOnly day, CancellationToken ct) =>
        series.Number(day, await _series.GetOrAdd(series, s => new Blocks(scopes, s)).Next(day, ct));

    public void Dispose()
    {
        foreach (var blocks in _series.Values)
            blocks.Dispose();
    }

    private sealed class Blocks(IServiceScopeFactory scopes, NumberSeries series) : IDisposable
    {
        private readonly SemaphoreSlim _gate = new(1, 1);
        private DateOnly _day;
        private int _next;
        private int _last;

        public async ValueTask<int> Next(DateOnly day, CancellationToken ct)
        {
            await _gate.WaitAsync(ct);
            try
            {
                if (day != _day || _next > _last)
                    await TakeBlock(day, ct);
                return _next++;
            }
            finally
            {
                _gate.Release();
            }
        }

        public void Dispose() => _gate.Dispose();

        private async Task TakeBlock(DateOnly day, CancellationToken ct)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ICourtDb>();
            // Of two hosts that take a block at the same moment the second takes the next one.
            _last = await db.Change(
                async () =>
                {
                    var block =
                        await db.Set<NumberBlock>().SingleOrDefaultAsync(b => b.Series == series.Prefix && b.Day == day, ct)
                        ?? db.Set<NumberBlock>().Add(new NumberBlock { Series = series.Prefix, Day = day }).Entity;
                    return block.Taken += series.Block;
                },
                ct
            );
            (_day, _next) = (day, _last - series.Block + 1);
        }
    }
}
