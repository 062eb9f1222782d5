using Domain.WorkOrders;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Numbers;

/// <summary>How many numbers of a day have been handed out, in blocks.</summary>
public sealed class NumberBlock
{
    public DateOnly Day { get; init; }
    public int Taken { get; set; }
}

/// <summary>
/// Short numbers from memory: each host takes blocks of a day's numbers, so that registering a message waits for no
/// shared counter. A host that stops leaves the rest of its block unused.
/// </summary>
public sealed class NumberBlocks(IServiceScopeFactory scopes) : INumberSource, IDisposable
{
    private const int BlockSize = 50;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private DateOnly _day;
    private int _next;
    private int _last;

    public async ValueTask<string> Next(DateOnly day, CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            if (day != _day || _next > _last) await TakeBlock(day, ct);
            return $"GZ{day:yyyyMMdd}-{_next++:D6}";
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task TakeBlock(DateOnly day, CancellationToken ct)
    {
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CourtDb>();
            try
            {
                var block = await db.NumberBlocks.SingleOrDefaultAsync(b => b.Day == day, ct) ?? db.NumberBlocks.Add(new NumberBlock { Day = day }).Entity;
                block.Taken += BlockSize;
                await db.SaveChangesAsync(ct);
                (_day, _next, _last) = (day, block.Taken - BlockSize + 1, block.Taken);
                return;
            }
            catch (DbUpdateException)
            {
                // Another host took a block at the same moment: take the next one.
            }
        }
    }
}
