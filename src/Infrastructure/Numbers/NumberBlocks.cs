using System.Globalization;
using Domain.Shared;
using Domain.WorkOrders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Numbers;

/// <summary>How many numbers of a series and day have been handed out, in blocks.</summary>
public sealed class NumberBlock
{
    /// <summary>GZ work orders, SD service tasks, SDHZ certificates of service.</summary>
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
    private readonly Blocks _workOrders = new(scopes, "GZ", size: 50);
    private readonly Blocks _serviceTasks = new(scopes, "SD", size: 5);
    private readonly Blocks _certificates = new(scopes, "SDHZ", size: 20);

    public async ValueTask<string> Next(DateOnly day, CancellationToken ct)
    {
        var number = await _workOrders.Next(day, ct);
        return string.Create(CultureInfo.InvariantCulture, $"GZ{day:yyyyMMdd}-{number:D6}");
    }

    public async ValueTask<string> NextServiceTask(DateOnly day, CancellationToken ct)
    {
        var number = await _serviceTasks.Next(day, ct);
        return string.Create(CultureInfo.InvariantCulture, $"SD{day:yyyyMMdd}-{number:D4}");
    }

    public async ValueTask<string> NextCertificate(DateOnly day, CancellationToken ct)
    {
        var number = await _certificates.Next(day, ct);
        return string.Create(CultureInfo.InvariantCulture, $"SDHZ{day:yyyyMMdd}-{number:D6}");
    }

    public void Dispose()
    {
        _workOrders.Dispose();
        _serviceTasks.Dispose();
        _certificates.Dispose();
    }

    private sealed class Blocks(IServiceScopeFactory scopes, string series, int size) : IDisposable
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
                        await db.Set<NumberBlock>().SingleOrDefaultAsync(b => b.Series == series && b.Day == day, ct)
                        ?? db.Set<NumberBlock>().Add(new NumberBlock { Series = series, Day = day }).Entity;
                    return block.Taken += size;
                },
                ct
            );
            (_day, _next) = (day, _last - size + 1);
        }
    }
}
