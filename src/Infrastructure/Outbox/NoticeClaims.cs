using Domain.Notifications;

namespace Infrastructure.Outbox;

/// <summary>
/// Rows taken by one worker and passed over by the others, in each engine's own words. Claims hold by the database's clock,
/// because hosts' clocks may differ; what is due is due by the application's.
/// </summary>
public abstract class NoticeClaims
{
    /// <summary>Takes due notices, the longest due first, tracked by the unit of work. Nothing stays locked.</summary>
    public abstract Task<List<Notice>> Take(
        NoticeChannel channel,
        bool express,
        int most,
        Guid claim,
        TimeSpan lease,
        DateTimeOffset now,
        CancellationToken ct
    );

    /// <summary>Notices whose worker did not come back. Locked until the transaction ends.</summary>
    public abstract Task<List<Notice>> Abandoned(int most, CancellationToken ct);

    /// <summary>What is held for a recipient until now. Locked until the transaction ends; another worker waits, else each would merge a part.</summary>
    public abstract Task<List<Notice>> Held(Guid recipient, NoticeChannel channel, DateTimeOffset now, CancellationToken ct);

    /// <summary>Queued notices, held ones too, that make no sense any more. Locked until the transaction ends.</summary>
    public abstract Task<List<Notice>> Outdated(int most, DateTimeOffset now, CancellationToken ct);

    /// <summary>Receipts whose notice is to be looked for. Locked until the transaction ends.</summary>
    public abstract Task<List<GatewayReceipt>> Receipts(int most, DateTimeOffset now, CancellationToken ct);

    public abstract Task<DateTimeOffset> DatabaseNow(CancellationToken ct);
}
