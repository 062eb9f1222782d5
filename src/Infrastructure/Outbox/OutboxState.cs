using Domain.Notifications;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Outbox;

/// <param name="Due">Wait for the gateway, not tried before.</param>
/// <param name="Retrying">Failed before and are tried again, now or later (等候重试).</param>
/// <param name="Held">Wait by a rule: for working hours, for the morning, for others to join them.</param>
/// <param name="OldestAge">How long the oldest one waits that could be out, also between its tries; zero when none does.</param>
/// <param name="HandedOver">In the last five minutes.</param>
public sealed record ChannelFigures(
    NoticeChannel Channel,
    int Due,
    int Retrying,
    int Held,
    int Claimed,
    TimeSpan OldestAge,
    int HandedOver
);

public sealed record WorkerFigures(string Host, DateTimeOffset StartedAt, TimeSpan SeenAgo, IReadOnlyList<NoticeChannel> OpenCircuits);

public sealed record FailureFigures(NoticeChannel Channel, string Code, int Count)
{
    public FailureWords Words => FailureWords.Of(Code);
}

/// <param name="Key">What stays the same while it lasts, whatever its minutes.</param>
/// <param name="Words">A sentence for people.</param>
/// <param name="Since">Null where the database does not say.</param>
public sealed record OutboxAlarm(string Key, string Words, DateTimeOffset? Since)
{
    private const string Late = "late ";
    private const string Broken = "broken ";

    public static OutboxAlarm NoWorker(DateTimeOffset? since) => new("no worker", "没有发送程序在运行，通知发不出去", since);

    public static OutboxAlarm IsLate(NoticeChannel channel, string waited, DateTimeOffset since) =>
        new($"{Late}{channel}", $"{channel.Chinese()}最早的一条已等待 {waited}，还没有发出", since);

    public static OutboxAlarm IsBroken(NoticeChannel channel) =>
        new($"{Broken}{channel}", $"{channel.Chinese()}通道连续出错，已暂停发送，恢复后自动补发", Since: null);

    /// <summary>What was wrong, in a few words, once it is over.</summary>
    public static string Named(string key) =>
        key.StartsWith(Late, StringComparison.Ordinal) ? $"{Channel(key[Late.Length..])}积压"
        : key.StartsWith(Broken, StringComparison.Ordinal) ? $"{Channel(key[Broken.Length..])}通道连续出错"
        : "没有发送程序在运行";

    private static string Channel(string name) => Enum.Parse<NoticeChannel>(name).Chinese();
}

/// <param name="Standing">Empty when all is well.</param>
public sealed record OutboxFigures(
    IReadOnlyList<ChannelFigures> Channels,
    IReadOnlyList<WorkerFigures> Workers,
    IReadOnlyList<OutboxAlarm> Standing
)
{
    public IReadOnlyList<string> Alarms => [.. Standing.Select(a => a.Words)];
}

/// <summary>How the outbox is doing, from what waits and what was tried.</summary>
public sealed class OutboxState(CourtDb db, NoticeClaims claims, OutboxOptions options, TimeProvider clock)
{
    /// <summary>A worker unseen for longer counts as gone.</summary>
    public static readonly TimeSpan WorkerGoneAfter = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan s_recent = TimeSpan.FromMinutes(5);

    public async Task<OutboxFigures> Read(CancellationToken ct)
    {
        var (channels, workers) = (await Channels(ct), await Workers(ct));
        return new OutboxFigures(channels, workers, [.. Standing(channels, workers)]);
    }

    /// <summary>What reached nobody, by why it did not; the most frequent first.</summary>
    public async Task<IReadOnlyList<FailureFigures>> LostSince(DateTimeOffset since, CancellationToken ct)
    {
        var lost = await db.Set<Notice>()
            .LostSince(since)
            .GroupBy(n => new { n.Channel, Code = n.State == NoticeState.Expired ? Notice.OutOfTime : n.FailureCode })
            .Select(g => new FailureFigures(g.Key.Channel, g.Key.Code, g.Count()))
            .ToListAsync(ct);
        return [.. lost.OrderByDescending(f => f.Count)];
    }

    /// <summary>Why what waits for its next try failed; the most frequent first.</summary>
    public async Task<IReadOnlyList<FailureFigures>> Retrying(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var waiting = await db.Set<Notice>()
            .Where(n => n.State == NoticeState.Queued && !n.IsHeld && n.FirstDueAt <= now && n.FailureCode != "")
            .GroupBy(n => new { n.Channel, n.FailureCode })
            .Select(g => new FailureFigures(g.Key.Channel, g.Key.FailureCode, g.Count()))
            .ToListAsync(ct);
        return [.. waiting.OrderByDescending(f => f.Count)];
    }

    private async Task<List<ChannelFigures>> Channels(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var queued = await db.Set<Notice>()
            .Where(n => n.State == NoticeState.Queued)
            .GroupBy(n => n.Channel)
            .Select(g => new
            {
                Channel = g.Key,
                Due = g.Count(n => !n.IsHeld && n.FirstDueAt <= now && n.FailureCode == ""),
                Retrying = g.Count(n => !n.IsHeld && n.FirstDueAt <= now && n.FailureCode != ""),
                Held = g.Count(n => n.IsHeld || n.FirstDueAt > now),
                Oldest = g.Min(n => !n.IsHeld && n.FirstDueAt <= now ? (DateTimeOffset?)n.FirstDueAt : null),
            })
            .ToDictionaryAsync(q => q.Channel, ct);
        var claimed = await db.Set<Notice>()
            .Where(n => n.State == NoticeState.Claimed)
            .GroupBy(n => n.Channel)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(c => c.Key, c => c.Count, ct);
        var since = now - s_recent;
        var recent = await db.Set<NoticeAttempt>()
            .Where(a => a.At >= since && (a.Outcome == AttemptOutcome.Accepted || a.Outcome == AttemptOutcome.Delivered))
            .GroupBy(a => a.Channel)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(c => c.Key, c => c.Count, ct);
        return
        [
            .. NoticeChannels.Sent.Select(c =>
            {
                var q = queued.GetValueOrDefault(c);
                return new ChannelFigures(
                    c,
                    q?.Due ?? 0,
                    q?.Retrying ?? 0,
                    q?.Held ?? 0,
                    claimed.GetValueOrDefault(c),
                    now - (q?.Oldest ?? now),
                    recent.GetValueOrDefault(c)
                );
            }),
        ];
    }

    private async Task<List<WorkerFigures>> Workers(CancellationToken ct)
    {
        var now = await claims.DatabaseNow(ct);
        var rows = await db.Set<WorkerHeartbeat>().AsNoTracking().OrderByDescending(h => h.SeenAt).Take(20).ToListAsync(ct);
        return
        [
            .. rows.Select(h => new WorkerFigures(
                h.Host,
                h.StartedAt,
                now - h.SeenAt,
                [.. h.OpenCircuits.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<NoticeChannel>)]
            )),
        ];
    }

    private IEnumerable<OutboxAlarm> Standing(List<ChannelFigures> channels, List<WorkerFigures> workers)
    {
        var alive = workers.Where(w => w.SeenAgo < WorkerGoneAfter).ToList();
        if (alive.Count == 0)
            yield return OutboxAlarm.NoWorker(workers is [var last, ..] ? clock.GetUtcNow() - last.SeenAgo : null);
        foreach (var channel in channels.Where(c => c.OldestAge > options.AlarmAfter))
            yield return OutboxAlarm.IsLate(channel.Channel, Minutes(channel.OldestAge), clock.GetUtcNow() - channel.OldestAge);
        foreach (var channel in alive.SelectMany(w => w.OpenCircuits).Distinct())
            yield return OutboxAlarm.IsBroken(channel);
    }

    private static string Minutes(TimeSpan age) =>
        age.TotalHours >= 1 ? $"{(int)age.TotalHours} 小时 {age.Minutes} 分钟" : $"{(int)age.TotalMinutes} 分钟";
}
