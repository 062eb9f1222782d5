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
    None,
}

/// <param name="Order">Found or closed; null otherwise.</param>
/// <param name="By">The post in which the sender may act on it.</param>
/// <param name="Words">The text without the code that led here.</param>
/// <param name="Open">How many open orders wait for the sender, and the code of one of them, to be told what to write.</param>
public sealed record ReplyTarget(ReplyMatch Match, WorkOrder? Order, Actor By, string Words, int Open = 0, string OneCode = "");

/// <summary>
/// Which order a reply by SMS is for: by the code before it among the sender's open orders, then among those of the divisions
/// that the sender heads or is the liaison officer of; without a code the sender's only open order.
/// </summary>
public sealed class ReplyOrders(ICourtDb db)
{
    /// <summary>How far back somebody may mean an order that they were told of.</summary>
    private static readonly TimeSpan s_remembered = TimeSpan.FromDays(90);

    public async Task<ReplyTarget> Find(ReplySender sender, SmsReply reply, string text, DateTimeOffset now, CancellationToken ct)
    {
        var own = db.Set<WorkOrder>().Where(o => o.OwnerId == sender.StaffId && o.ClosedAt == null);
        if (reply.Code is { } code)
        {
            if (await OpenOnes(own, sender, code, ct) is { Count: > 0 } open)
                return Chosen(open, reply.Words, sender);
            if (await ToldOf(sender, code, now, ct) is { } closed)
                return new ReplyTarget(ReplyMatch.Closed, closed, sender.Posts[0], reply.Words);
            if (reply.IsMarked)
                return await Unclear(own, sender, reply.Words, ct);
        }

        var found = await own.OrderBy(o => o.DueAt).Take(2).ToListAsync(ct);
        return found.Count == 1 ? Chosen(found, text, sender) : await Unclear(own, sender, text, ct);
    }

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
        var since = now - s_remembered;
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
            return new ReplyTarget(ReplyMatch.Several, null, sender.Posts[0], words, open.Count, open[0].Number);
        var order = open[0];
        var by = sender.Posts.Where(order.MayBeHandledBy).OrderByDescending(p => p.Post!.DivisionId == order.DivisionId).First();
        return new ReplyTarget(ReplyMatch.Found, order, by, words);
    }

    private static async Task<ReplyTarget> Unclear(IQueryable<WorkOrder> own, ReplySender sender, string words, CancellationToken ct)
    {
        var count = await own.CountAsync(ct);
        if (count == 0)
            return new ReplyTarget(ReplyMatch.None, null, sender.Posts[0], words);
        var first = await own.OrderBy(o => o.DueAt).ThenBy(o => o.Id).FirstAsync(ct);
        return new ReplyTarget(ReplyMatch.Several, null, sender.Posts[0], words, count, first.ReplyCode);
    }
}
