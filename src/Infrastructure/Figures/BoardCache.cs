using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Figures;

/// <summary>One board of each kind for all screens of this host: however many look, the store is asked once.</summary>
public sealed class BoardCache(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>A screen that waits as long after a hint sees the change: no board it can get is older than the hint.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<Guid, Kept> _boards = new();

    /// <param name="courtId">Null is both levels.</param>
    public async Task<Board> Current(Guid? courtId, CancellationToken ct)
    {
        var kept = _boards.GetOrAdd(courtId ?? Guid.Empty, _ => new Kept());
        await kept.Turn.WaitAsync(ct);
        try
        {
            if (kept.Board is { } board && clock.GetElapsedTime(kept.ReadAt) < Freshness)
                return board;
            var readAt = clock.GetTimestamp();
            await using var scope = scopes.CreateAsyncScope();
            kept.Board = await scope.ServiceProvider.GetRequiredService<BoardQueries>().Read(courtId, ct);
            kept.ReadAt = readAt;
            return kept.Board;
        }
        finally
        {
            kept.Turn.Release();
        }
    }

    private sealed class Kept
    {
        public SemaphoreSlim Turn { get; } = new(1);
        public Board? Board { get; set; }
        public long ReadAt { get; set; }
    }
}
