using Domain.Notifications;
using Domain.Shared;
using Infrastructure.Live;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Infrastructure.Notifications;

/// <summary>The wordings in force, kept in memory: a hint renews them on every host, and where hints do not cross hosts a minute does.</summary>
public sealed class NoticeWordings : IDisposable
{
    private static readonly TimeSpan s_lifetime = TimeSpan.FromMinutes(1);
    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _clock;
    private readonly IDisposable _watch;
    private Cached? _current;
    private int _changes;

    public NoticeWordings(IServiceScopeFactory scopes, LiveBus bus, TimeProvider clock)
    {
        (_scopes, _clock) = (scopes, clock);
        _watch = bus.Watch(
            LiveTopic.NoticeTemplates,
            _ =>
            {
                Interlocked.Increment(ref _changes);
                return Task.CompletedTask;
            }
        );
    }

    public async ValueTask<WordingsInForce> Current(CancellationToken ct)
    {
        if (_current is { } known && known.Changes == Volatile.Read(ref _changes) && _clock.GetElapsedTime(known.ReadAt) < s_lifetime)
            return known.Wordings;
        var changes = Volatile.Read(ref _changes); // a change while it is read makes it old at once
        var read = await Read(ct);
        _current = new Cached(read, changes, _clock.GetTimestamp());
        return read;
    }

    public void Dispose() => _watch.Dispose();

    private async Task<WordingsInForce> Read(CancellationToken ct)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CourtDb>();
        return new WordingsInForce(await db.Set<NoticeTemplate>().AsNoTracking().Include(t => t.Versions).ToListAsync(ct));
    }

    private sealed record Cached(WordingsInForce Wordings, int Changes, long ReadAt);
}

/// <summary>What each kind says on each channel at one moment, and what it said before.</summary>
public sealed class WordingsInForce(IReadOnlyCollection<NoticeTemplate> templates)
{
    private readonly Dictionary<(string, NoticeChannel), NoticeTemplate> _templates = templates.ToDictionary(t => (t.Kind, t.Channel));

    /// <param name="version">Null for the one in force.</param>
    public NoticeWording Of(NoticeKind kind, NoticeChannel channel, int? version = null)
    {
        var template = _templates.GetValueOrDefault((kind.Key, channel));
        var number = version ?? template?.InForce ?? 0;
        return template?.Versions.Find(v => v.Number == number) is { } saved
            ? new NoticeWording(saved.Number, saved.Title, saved.Text)
            : kind.BuiltIn(channel);
    }
}
