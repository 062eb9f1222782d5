using Domain.Litigants;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Notifications;

/// <summary>Every outgoing message as the phone would show it. For the Development-only page: full numbers and sign-in codes are in it.</summary>
public sealed class OutboxQueries(CourtDb db)
{
    /// <summary>The newest first.</summary>
    /// <param name="phone">Only messages to that number; empty for all.</param>
    public async Task<Page<OutboxRow>> Newest(string phone, Cursor? after, CancellationToken ct)
    {
        var notices =
            from notice in db.Set<Notice>().AsNoTracking()
            select new
            {
                Notice = notice,
                Staff = db.Set<Staff>().Where(s => s.Id == notice.RecipientId).Select(s => new { s.Name, s.Mobile }).FirstOrDefault(),
                Litigant = db.Set<Litigant>().Where(l => l.Id == notice.RecipientId).Select(l => new { l.Name, l.Phone }).FirstOrDefault(),
                Order = db.Set<WorkOrder>().Where(o => o.Id == notice.SubjectId).Select(o => o.Number).FirstOrDefault(),
            };
        if (phone.Length > 0)
            notices = notices.Where(n => n.Notice.Address == phone || n.Staff!.Mobile == phone || n.Litigant!.Phone == phone);
        var found = await notices.NewestFirst(after, n => n.Notice.CreatedAt, n => n.Notice.Id).ToListAsync(ct);
        var rows = found
            .Select(n => new OutboxRow(
                n.Notice.Id,
                n.Notice.CreatedAt,
                n.Notice.Channel,
                n.Notice.RecipientKind,
                n.Staff?.Name ?? n.Litigant?.Name ?? "",
                n.Notice.Address ?? n.Staff?.Mobile ?? n.Litigant?.Phone ?? "",
                n.Notice.Kind,
                NoticeKind.Render(NoticeKinds.Of(n.Notice.Kind).Text, n.Notice.Fields),
                n.Notice.State,
                n.Notice.Subject,
                n.Order ?? ""
            ))
            .ToList();
        return Page<OutboxRow>.Of(rows, r => new Cursor(r.CreatedAt, r.Id));
    }
}

/// <param name="Name">Of the recipient, where known.</param>
/// <param name="Phone">Where it goes; a member of staff's own number.</param>
public sealed record OutboxRow(
    Guid Id,
    DateTimeOffset CreatedAt,
    NoticeChannel Channel,
    RecipientKind RecipientKind,
    string Name,
    string Phone,
    string Kind,
    string Text,
    NoticeState State,
    Subject? Subject,
    string OrderNumber
);
