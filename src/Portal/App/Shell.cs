using Domain.Shared;
using Infrastructure.Notifications;
using Infrastructure.Organisation;
using Infrastructure.Paging;

namespace Portal.App;

/// <summary>What the frame knows, one per open page: who is here, the time, the counts. Pages may read it; the layout renews it.</summary>
public sealed class Shell(UseCaseRunner run, TimeProvider clock)
{
    private Dictionary<NavCount, Tally> _counts = [];

    /// <summary>Raised when a count or the day has changed; a listener renders itself anew.</summary>
    public event Action? Changed;

    public Actor? Me { get; private set; }

    /// <summary>Orders that I have not opened.</summary>
    public int Unread { get; private set; }

    /// <summary>Notices of my inbox that I have not opened.</summary>
    public int UnreadNotices { get; private set; }
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The post's first count: the number in front of the browser's title.</summary>
    public int Waiting =>
        Me is { Post: { } post } && NavEntries.For(post.Role).FirstOrDefault(e => e.Count is not null)?.Count is { } first
            ? Of(first).Total
            : 0;

    public Tally Of(NavCount count) => _counts.GetValueOrDefault(count);

    internal void Enter(Actor me) => Me = me;

    internal async Task Renew()
    {
        if (Me is not { Post: { } post } me)
            return;
        var wanted = NavEntries.For(post.Role).Select(e => e.Count).OfType<NavCount>().Distinct().ToList();
        (_counts, Unread) = await run.Ask<ShellQueries, (Dictionary<NavCount, Tally>, int)>(async q =>
            (await q.Counts(wanted, me, clock.GetUtcNow(), CancellationToken.None), await q.UnreadCount(me, CancellationToken.None))
        );
        UnreadNotices = await run.Ask<NoticeInboxQueries, int>(q => q.UnreadCount(me, CancellationToken.None));
        Changed?.Invoke();
    }

    /// <summary>A minute has passed.</summary>
    internal void Tick() => Changed?.Invoke();
}
