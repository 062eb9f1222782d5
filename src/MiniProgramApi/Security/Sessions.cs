using Infrastructure.Litigants;
using Microsoft.Extensions.Caching.Memory;

namespace MiniProgramApi.Security;

/// <summary>
/// Which sessions are alive, remembered for seconds. A live hint makes every host ask again at once; the short memory is
/// for the case that a hint is lost.
/// </summary>
public sealed class Sessions(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan s_remembered = TimeSpan.FromSeconds(10);
    private readonly MemoryCache _cache = new(new MemoryCacheOptions());
    private long _forgotten;

    public async ValueTask<Caller?> Find(Guid sessionId, CancellationToken ct)
    {
        if (!_cache.TryGetValue(sessionId, out SessionRow? known))
        {
            var before = Interlocked.Read(ref _forgotten);
            known = await Read(sessionId, ct);
            // What was read before somebody said "forget" may be what was to be forgotten.
            if (known is not null && before == Interlocked.Read(ref _forgotten))
                _cache.Set(sessionId, known, s_remembered);
        }

        return known is not null && clock.GetUtcNow() < known.ExpiresAt
            ? new Caller(known.Id, known.LitigantId, known.Name ?? "未实名用户", known.Channel)
            : null;
    }

    public void Forget(Guid sessionId)
    {
        Interlocked.Increment(ref _forgotten);
        _cache.Remove(sessionId);
    }

    public void ForgetAll()
    {
        Interlocked.Increment(ref _forgotten);
        _cache.Clear();
    }

    public void Dispose() => _cache.Dispose();

    private async Task<SessionRow?> Read(Guid sessionId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<LitigantQueries>().Session(sessionId, ct);
    }
}
