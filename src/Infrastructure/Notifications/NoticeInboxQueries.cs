using Domain.Notifications;
using Domain.Shared;
using Infrastructure.Litigants;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Notifications;

/// <summary>站内消息 of one person.</summary>
public sealed class NoticeInboxQueries(CourtDb db, NoticeWordings wordings)
{
    /// <summary>The newest first.</summary>
    /// <param name="unreadOnly">Only those not opened yet.</param>
    /// <param name="after">Where the page before ended; null is the first.</param>
    public async Task<Page<InboxNotice>> Newest(bool unreadOnly, Cursor? after, Actor by, CancellationToken ct, int size = Keyset.Size)
    {
        var notices = db.InboxOf(by).AsNoTracking();
        if (unreadOnly)
            notices = notices.Where(n => n.ReadAt == null);
        var found = await notices.NewestFirst(after, n => n.CreatedAt, n => n.Id, size).ToListAsync(ct);
        var words = await wordings.Current(ct);
        return Page<InboxNotice>.Of([.. found.Select(n => Row(n, words))], r => new Cursor(r.At, r.Id), size);
    }

    public Task<int> UnreadCount(Actor by, CancellationToken ct) => db.InboxOf(by).CountAsync(n => n.ReadAt == null, ct);

    /// <returns>Null when there is none or it is somebody else's.</returns>
    public async Task<InboxNotice?> Find(Guid id, Actor by, CancellationToken ct) =>
        await db.InboxOf(by).AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, ct) is { } notice
            ? Row(notice, await wordings.Current(ct))
            : null;

    private static InboxNotice Row(Notice notice, WordingsInForce words)
    {
        var kind = NoticeKinds.Of(notice.Kind);
        var wording = words.Of(kind, NoticeChannel.InApp, notice.TemplateVersion);
        return new InboxNotice(
            notice.Id,
            notice.CreatedAt,
            wording.Title,
            wording.Render(kind, NoticeChannel.InApp, notice.Fields),
            wording.Version,
            notice.Subject,
            kind.Page,
            notice.Urgent && kind.WorkingHoursOnly,
            notice.ReadAt
        );
    }
}

/// <param name="Version">Of the template whose words these are.</param>
/// <param name="Page">Of the Portal, where it is about nothing.</param>
/// <param name="Urgent">Marked urgent: the kind usually waits for working hours.</param>
public sealed record InboxNotice(
    Guid Id,
    DateTimeOffset At,
    string Title,
    string Text,
    int Version,
    Subject? Subject,
    string? Page,
    bool Urgent,
    DateTimeOffset? ReadAt
)
{
    /// <summary>As a litigant reads it.</summary>
    public string AtText => Moment.Full(At);
}
