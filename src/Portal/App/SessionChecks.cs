using System.Security.Claims;
using Domain.Organisation;
using Domain.Shared;
using Infrastructure.Live;
using Infrastructure.Organisation;
using Microsoft.Extensions.Caching.Memory;

namespace Portal.App;

/// <summary>
/// Whether a session may go on. Asked at every request and by every open page; the store is asked again at once when a hint says that
/// something has ended, and every 20 seconds for the case that a hint is lost.
/// </summary>
internal sealed class SessionChecks : IDisposable
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(20);
    public static readonly TimeSpan Idle = PasswordPolicy.StaffIdle;
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private readonly MemoryCache _cache = new(new MemoryCacheOptions());
    private readonly UseCaseRunner _run;
    private readonly TimeProvider _clock;
    private readonly IDisposable _watch;
    private long _forgotten;

    public SessionChecks(UseCaseRunner run, LiveBus bus, TimeProvider clock)
    {
        (_run, _clock) = (run, clock);
        _watch = bus.WatchAll(hint =>
        {
            if (hint.IsLookAgain || hint.Topics.Any(LiveTopic.IsAccount))
                Forget();
            return Task.CompletedTask;
        });
    }

    /// <returns>Null when it is over, or never was.</returns>
    public async Task<StaffSessionRow?> Find(string keyHash, CancellationToken ct)
    {
        if (!_cache.TryGetValue(keyHash, out StaffSessionRow? known))
        {
            var before = Interlocked.Read(ref _forgotten);
            known = await _run.Ask<StaffSessionQueries, StaffSessionRow?>((q, asked) => q.Find(keyHash, ct.CanBeCanceled ? ct : asked));
            // What was read before a hint came may be what has ended.
            if (known is not null && before == Interlocked.Read(ref _forgotten))
                _cache.Set(keyHash, known, Interval);
        }

        var now = _clock.GetUtcNow();
        return known is not null && now - known.SeenAt <= Idle + Interval && now - known.BegunAt <= Longest ? known : null;
    }

    /// <summary>Of an open page: the session goes on, and the password has not run out meanwhile.</summary>
    public async Task<bool> MayGoOn(ClaimsPrincipal user, CancellationToken ct) =>
        user.FindFirstValue(StaffClaims.KeyHash) is { } keyHash
        && await Find(keyHash, ct) is { } session
        && _clock.GetUtcNow() - session.PasswordChangedAt <= PasswordPolicy.MaxAge;

    public void Forget()
    {
        Interlocked.Increment(ref _forgotten);
        _cache.Clear();
    }

    public void Dispose()
    {
        _watch.Dispose();
        _cache.Dispose();
    }
}
