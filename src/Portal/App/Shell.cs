using Domain.Shared;
using Infrastructure.Organisation;
using Infrastructure.Paging;

namespace Portal.App;

/// <summary>What the frame knows, one per open page: who is here, the time, the counts. Pages may read it; the layout renews it.</summary>
public sealed class Shell : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private readonly TimeProvider _clock;
    private IReadOnlyDictionary<NavCount, Tally> _counts = new Dictionary<NavCount, Tally>();
    private int _turn;

    public Shell(UseCaseRunner run, TimeProvider clock) => (Run, _clock) = (run.Until(_gone.Token), clock);

    /// <summary>Raised when a count or the day has changed; a listener renders itself anew.</summary>
    public event Action? Changed;

    /// <summary>By whom it reads.</summary>
    public UseCaseRunner Run { get; }

    public Actor? Me { get; private set; }

    /// <summary>Orders that I have not opened.</summary>
    public int Unread => Of(NavCount.UnreadOrders).Total;

    /// <summary>Notices of my inbox that I have not opened.</summary>
    public int UnreadNotices => Of(NavCount.UnreadNotices).Total;

    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>The post's first count: the number in front of the browser's title.</summary>
    public int Waiting =>
        Me is { Post: { } post } && NavEntries.For(post).FirstOrDefault(e => e.Count is not null)?.Count is { } first ? Of(first).Total : 0;

    public Tally Of(NavCount count) => _counts.GetValueOrDefault(count);

    internal void Enter(Actor me) => Me = me;

    internal async Task Renew()
    {
        if (Me is not { Post: { } post } me)
            return;
        List<NavCount> wanted = [NavCount.UnreadOrders, NavCount.UnreadNotices, .. NavEntries.CountsOf(post)];
        var turn = ++_turn;
        var counts = await Run.Ask((ShellQueries q, CancellationToken ct) => q.Counts(wanted, me, _clock.GetUtcNow(), ct));
        if (turn != _turn)
            return; // a later reading knows more
        _counts = counts;
        Changed?.Invoke();
    }

    /// <summary>A minute has passed.</summary>
    internal void Tick() => Changed?.Invoke();

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }
}
