using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Microsoft.EntityFrameworkCore;

namespace Domain.InboundMessages;

public enum ReplyMatch
{
    Found,

    /// <summary>Several open orders may be meant.</summary>
    Several,

    /// <summary>It was meant, and is closed.</summary>
    Closed,

    /// <summary>It was meant, and somebody else has it now.</summary>
    HandedOn,
    None,
}

/// <param name="Order">Found, closed or handed on; null otherwise.</param>
/// <param name="By">The post in which the sender may act on it.</param>
/// <param name="Words">The text without the code that led here.</param>
/// <param name="Open">How many open orders wait for the sender.</param>
public sealed record ReplyTarget(ReplyMatch Match, WorkOrder? Order, Actor By, string Words, int Open = 0)
{
    /// <summary>The code that stands before the words and is no order's; null where there is none.</summary>
    public string? UnknownCode { get; init; }
}

/// <summary>
/// Which order a reply by SMS is for: the one for which the sender was told its code, open or not; where none was told, by the end of
/// its number among the sender's open orders, then among those of the divisions that the sender heads or is the liaison officer of;
/// without a code the sender's only open order.
/// </summary>
public sealed class ReplyOrders(ICourtDb db)
{
    public async Task<ReplyTarget> Find(ReplySender sender, SmsReply reply, string text, DateTimeOffset now, CancellationToken ct)
    {
        var own = db.Set<WorkOrder>().Where(o => o.OwnerId == sender.StaffId && o.ClosedAt == null);
        if (reply.Code is { } code)
        {
            if (await GivenFor(sender, code, now, ct) is { } meant)
                return Meant(meant, reply.Words, sender);
            if (await OpenOnes(own, sender, code, ct) is { Count: > 0 } open)
                return Chosen(open, reply.Words, sender);
            if (await ToldOf(sender, code, now, ct) is { } closed)
                return new ReplyTarget(ReplyMatch.Closed, closed, sender.Posts[0], reply.Words);
            if (reply.IsMarked)
                return (await Unclear(own, sender, reply.Words, ct)) with { UnknownCode = code };
        }

        var found = await own.OrderBy(o => o.DueAt).Take(2).ToListAsync(ct);
        return found.Count == 1 ? Chosen(found, text, sender) : await Unclear(own, sender, text, ct);
    }

    /// <summary>The code is one order's for this person, as long as the order is open and for a while afterwards.</summary>
    private Task<WorkOrder?> GivenFor(ReplySender sender, string code, DateTimeOffset now, CancellationToken ct)
    {
        var since = now - ReplyCode.Remembered;
        return (
            from given in db.Set<ReplyCode>()
            join order in db.Set<WorkOrder>() on given.WorkOrderId equals order.Id
            where given.StaffId == sender.StaffId && given.Code == code && (given.ToldAt > since || order.ClosedAt == null)
            select order
        ).SingleOrDefaultAsync(ct);
    }

    private static ReplyTarget Meant(WorkOrder order, string words, ReplySender sender) =>
        order.IsClosed ? new ReplyTarget(ReplyMatch.Closed, order, sender.Posts[0], words)
        : sender.Posts.Any(order.MayBeHandledBy) ? Chosen([order], words, sender)
        : new ReplyTarget(ReplyMatch.HandedOn, order, sender.Posts[0], words);

    private async Task<List<WorkOrder>> OpenOnes(IQueryable<WorkOrder> own, ReplySender sender, string code, CancellationToken ct)
    {
        var mine = await own.Where(o => o.Number.EndsWith(code)).OrderBy(o => o.Id).Take(2).ToListAsync(ct);
        if (mine.Count > 0)
            return mine;
        var divisions = sender
            .Posts.Where(p => p.Is(Role.DivisionHead) || p.Is(Role.LiaisonOfficer))
            .Select(p => p.Post!.DivisionId)
            .ToList();
        return divisions.Count == 0
            ? []
            : await db.Set<WorkOrder>()
                .Where(o => divisions.Contains(o.DivisionId) && o.ClosedAt == null && o.Number.EndsWith(code))
                .OrderBy(o => o.Id)
                .Take(2)
                .ToListAsync(ct);
    }

    /// <summary>The newest closed order with this code of which the sender had a notice: nobody else has the code.</summary>
    private Task<WorkOrder?> ToldOf(ReplySender sender, string code, DateTimeOffset now, CancellationToken ct)
    {
        var since = now - ReplyCode.Remembered;
        var told = db.Set<Notice>()
            .Where(n => n.RecipientId == sender.StaffId && n.CreatedAt > since && n.SubjectKind == SubjectKind.WorkOrder)
            .Select(n => n.SubjectId);
        return db.Set<WorkOrder>()
            .Where(o => o.ClosedAt != null && told.Contains(o.Id) && o.Number.EndsWith(code))
            .OrderByDescending(o => o.ClosedAt)
            .FirstOrDefaultAsync(ct);
    }

    private static ReplyTarget Chosen(List<WorkOrder> open, string words, ReplySender sender)
    {
        if (open.Count > 1)
            return new ReplyTarget(ReplyMatch.Several, null, sender.Posts[0], words, open.Count);
        var order = open[0];
        var by = sender.Posts.Where(order.MayBeHandledBy).OrderByDescending(p => p.Post!.DivisionId == order.DivisionId).First();
        return new ReplyTarget(ReplyMatch.Found, order, by, words);
    }

    private static async Task<ReplyTarget> Unclear(IQueryable<WorkOrder> own, ReplySender sender, string words, CancellationToken ct)
    {
        var count = await own.CountAsync(ct);
        if (count == 0)
            return new ReplyTarget(ReplyMatch.None, null, sender.Posts[0], words);
        return new ReplyTarget(ReplyMatch.Several, null, sender.Posts[0], words, count);
    }
}
