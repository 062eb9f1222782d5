using System.Globalization;
using Domain.Calendar;
using Domain.Notifications;
using Domain.WorkOrders;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Outbox;

/// <summary>What waited for the same member of staff goes out as one SMS; a single notice goes by itself.</summary>
public sealed class MakeDigests(CourtDb db, NoticeClaims claims, WorkingHours hours, ICalendars calendars, TimeProvider clock)
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

        if (held is [var single])
            single.GoAlone();
        else if (held.Count > 1)
            await Merge(recipient, held, now, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.Forget();
        return held.Count;
    }

    private async Task Merge(Guid recipient, List<Notice> held, DateTimeOffset now, CancellationToken ct)
    {
        var tasks = held.DistinctBy(n => (n.Kind, n.SubjectId ?? n.Id)).ToList();
        var fields = new Dictionary<string, string>
        {
            ["count"] = tasks.Count.ToString(CultureInfo.InvariantCulture),
            ["kinds"] = string.Join(
                '、',
                tasks.GroupBy(n => n.Kind).OrderByDescending(k => k.Count()).Select(k => $"{NoticeKinds.Of(k.Key).Title} {k.Count()} 件")
            ),
            ["deadline"] = await EarliestDeadline(held, ct) is { } day ? $"，最早 {day.Words} 24:00 前答复" : "",
        };
        var digest = OutboxNotices
            .Digest.To(NoticeRecipient.Staff(recipient), fields, urgent: held.Exists(n => n.Urgent))
            .First()
            .WrittenAt(now);
        db.Set<Notice>().Add(digest);
        foreach (var notice in held)
            notice.MergeInto(digest.Id, now);
    }

    private async Task<CountedDay?> EarliestDeadline(List<Notice> held, CancellationToken ct)
    {
        var orders = held.ConvertAll(n => n.SubjectId);
        var open = db.Set<WorkOrder>().AsNoTracking().Where(o => orders.Contains(o.Id) && o.ClosedAt == null);
        return (await open.OrderBy(o => o.DueAt).Select(o => new { o.DueDay, o.DueIsProvisional }).FirstOrDefaultAsync(ct)) is { } first
            ? new CountedDay(first.DueDay, first.DueIsProvisional)
            : null;
    }
}
