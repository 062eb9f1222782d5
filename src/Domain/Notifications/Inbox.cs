using Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace Domain.Notifications;

/// <summary>站内消息: personal, whatever post somebody acts in.</summary>
public static class Inbox
{
    public static IQueryable<Notice> InboxOf(this ICourtDb db, Actor by)
    {
        var kind = by.Kind == ActorKind.Litigant ? RecipientKind.Litigant : RecipientKind.Staff;
        return db.Set<Notice>()
            .Where(n => n.RecipientId == by.Id && n.RecipientKind == kind && n.Channel == NoticeChannel.InApp && n.RecalledAt == null);
    }

    /// <summary>Who opens something has read what told them of it; part of the caller's save.</summary>
    internal static async Task ReadNoticesOf(this ICourtDb db, Guid subjectId, Actor by, DateTimeOffset now, CancellationToken ct)
    {
        var unread = await db.InboxOf(by).Where(n => n.SubjectId == subjectId && n.ReadAt == null).ToListAsync(ct);
        foreach (var notice in unread)
            notice.Read(now);
        if (unread.Count > 0)
            db.HintInbox(by);
    }

    /// <summary>The bell of the person's other pages. A phone asks by itself.</summary>
    internal static void HintInbox(this ICourtDb db, Actor by)
    {
        if (by.Kind == ActorKind.Staff)
            db.Hint(by.Id, LiveTopic.Staff(by.Id));
    }
}
