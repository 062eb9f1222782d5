using System.Globalization;
using Domain.Calendar;
using Domain.Notifications;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.InboundMessages;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Outbox;

/// <summary>
/// What waited for the same member of staff goes out together: orders that wait for the recipient's answer with number and code, so
/// that each can be answered by SMS; the rest as one line of counts. A single notice goes by itself.
/// </summary>
public sealed class MakeDigests(
    CourtDb db,
    NoticeClaims claims,
    GiveReplyCodes codes,
    WorkingHours hours,
    ICalendars calendars,
    TimeProvider clock
)
{
    private const int Recipients = 50;
    private static readonly NoticeChannel[] s_channels = [NoticeChannel.Sms, NoticeChannel.WeChat];

    /// <returns>How many notices stopped waiting.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var due = await db.Set<Notice>()
            .Where(n => n.State == NoticeState.Queued && n.IsHeld && s_channels.Contains(n.Channel) && !n.Express && n.DueAt <= now)
            .Select(n => new { RecipientId = n.RecipientId!.Value, n.Channel })
            .Distinct()
            .Take(Recipients)
            .ToListAsync(ct);
        if (due.Count == 0)
            return 0;
        var opening = hours.NextOpening(await calendars.Current(ct), now);
        var moved = 0;
        foreach (var recipient in due)
            moved += await Tell(recipient.RecipientId, recipient.Channel, opening, now, ct);
        return moved;
    }

    private async Task<int> Tell(Guid recipient, NoticeChannel channel, DateTimeOffset opening, DateTimeOffset now, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var held = await claims.Held(recipient, channel, now, ct);
        if (opening > now)
        {
            foreach (var notice in held.Where(n => n.KeepsWorkingHours))
                notice.HoldUntil(opening);
            held.RemoveAll(n => n.KeepsWorkingHours);
        }

        await codes.To(held, ct);
        var answerable = held.Where(GiveReplyCodes.IsNamedIn).Select(n => n.SubjectId!.Value).Distinct().ToList();
        foreach (var orders in answerable.Chunk(OutboxNotices.OrdersInOne))
        {
            var about = held.FindAll(n => n.SubjectId is { } id && orders.Contains(id));
            await GoOut(recipient, about, () => Orders(recipient, about, now, ct), now);
        }

        var rest = held.FindAll(n => n.SubjectId is not { } id || !answerable.Contains(id));
        await GoOut(recipient, rest, () => Counts(recipient, rest, now, ct), now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.Forget();
        return held.Count;
    }

    private async Task GoOut(
        Guid recipient,
        List<Notice> held,
        Func<Task<(NoticeKind Kind, Dictionary<string, string> Fields)>> words,
        DateTimeOffset now
    )
    {
        if (held is [var single])
            single.GoAlone();
        if (held.Count < 2)
            return;
        var (kind, fields) = await words();
        var digest = kind.To(NoticeRecipient.Staff(recipient), fields, urgent: held.Exists(n => n.Urgent)).First().WrittenAt(now);
        db.Set<Notice>().Add(digest);
        foreach (var notice in held)
            notice.MergeInto(digest.Id, now);
    }

    private async Task<(NoticeKind, Dictionary<string, string>)> Orders(
        Guid recipient,
        List<Notice> held,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var each = held.Where(GiveReplyCodes.IsNamedIn).DistinctBy(n => n.SubjectId).ToList();
        var ids = each.ConvertAll(n => n.SubjectId!.Value);
        var orders = await db.Set<WorkOrder>().AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        return (
            OutboxNotices.DigestOfOrders,
            new()
            {
                ["count"] = each.Count.ToString(CultureInfo.InvariantCulture),
                ["replies"] = string.Join(
                    '；',
                    each.Select(n =>
                        $"{n.Fields["number"]}（{n.Fields["replyCode"]}）{WorkOrderNotices.InList(orders[n.SubjectId!.Value])}"
                    )
                ),
                ["deadline"] = await Deadline(recipient, held, now, ct),
            }
        );
    }

    private async Task<(NoticeKind, Dictionary<string, string>)> Counts(
        Guid recipient,
        List<Notice> held,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var tasks = held.DistinctBy(n => (n.Kind, n.SubjectId ?? n.Id)).ToList();
        return (
            OutboxNotices.Digest,
            new()
            {
                ["count"] = tasks.Count.ToString(CultureInfo.InvariantCulture),
                ["kinds"] = string.Join(
                    '、',
                    tasks
                        .GroupBy(n => n.Kind)
                        .OrderByDescending(k => k.Count())
                        .Select(k => $"{NoticeKinds.Of(k.Key).Title} {k.Count()} 件")
                ),
                ["deadline"] = await Deadline(recipient, held, now, ct),
            }
        );
    }

    /// <summary>The next day on which one of these is due, and all that the recipient owes today or owed before.</summary>
    private async Task<string> Deadline(Guid recipient, List<Notice> held, DateTimeOffset now, CancellationToken ct)
    {
        var next = await NextDeadline(held, now, ct) is { } day ? $"，最早 {day.Words}24:00 前答复" : "";
        var today = ChinaTime.DayOf(now);
        var owed = db.Set<WorkOrder>().Where(o => o.OwnerId == recipient && o.ClosedAt == null);
        var late = await owed.CountAsync(o => o.DueAt <= now, ct);
        var due = await owed.CountAsync(o => o.DueAt > now && o.DueDay == today, ct);
        List<string> pressing = [];
        if (late > 0)
            pressing.Add($"已超期 {late} 件");
        if (due > 0)
            pressing.Add($"今天到期 {due} 件");
        return next + (pressing.Count == 0 ? "" : $"；您名下{string.Join('，', pressing)}");
    }

    private async Task<CountedDay?> NextDeadline(List<Notice> held, DateTimeOffset now, CancellationToken ct)
    {
        var orders = held.ConvertAll(n => n.SubjectId);
        var open = db.Set<WorkOrder>().AsNoTracking().Where(o => orders.Contains(o.Id) && o.ClosedAt == null && o.DueAt > now);
        return (await open.OrderBy(o => o.DueAt).Select(o => new { o.DueDay, o.DueIsProvisional }).FirstOrDefaultAsync(ct)) is { } first
            ? new CountedDay(first.DueDay, first.DueIsProvisional)
            : null;
    }
}
