using System.Collections.Concurrent;
using Domain.Notifications;
using Infrastructure.Notifications;

namespace Given;

/// <summary>The other side of one channel: remembers by key what it got, and answers as told.</summary>
public sealed class FakeGateway(NoticeChannel channel) : INoticeGateway
{
    private readonly ConcurrentDictionary<Guid, int> _got = new();

    public NoticeChannel Channel => channel;
    public int BatchSize { get; init; } = 100;

    /// <summary>What it answers to a notice it has; null for "taken".</summary>
    public Func<OutgoingNotice, Handover>? Answer { get; set; }

    /// <summary>Before it has any of them: away, slow, dead.</summary>
    public Func<IReadOnlyList<OutgoingNotice>, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>When it has everything and has not answered yet.</summary>
    public Func<CancellationToken, Task> After { get; set; } = _ => Task.CompletedTask;

    public int Calls { get; private set; }

    /// <summary>Notice → how often it was handed over.</summary>
    public IReadOnlyDictionary<Guid, int> Got => _got;

    /// <summary>In the order in which it first got them.</summary>
    public ConcurrentQueue<OutgoingNotice> Messages { get; } = new();

    public async Task<IReadOnlyList<Handover>> Send(IReadOnlyList<OutgoingNotice> notices, CancellationToken ct)
    {
        Calls++;
        await Before(notices);
        foreach (var notice in notices)
        {
            if (_got.AddOrUpdate(notice.Id, 1, (_, n) => n + 1) == 1)
                Messages.Enqueue(notice);
        }

        await After(ct);
        return [.. notices.Select(n => Answer?.Invoke(n) ?? Taken(n))];
    }

    public static Handover Taken(OutgoingNotice notice) => new(notice.Id, HandoverOutcome.Accepted, ProviderId: ProviderId(notice.Id));

    public static string ProviderId(Guid notice) => $"p-{notice:N}";
}
