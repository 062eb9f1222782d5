using Domain.Litigants;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Outbox;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Notifications;

/// <summary>The list of notices that reached nobody.</summary>
public sealed class UndeliveredQueries(CourtDb db)
{
    /// <summary>The newest first.</summary>
    /// <param name="handled">Those that somebody has seen to.</param>
    public async Task<Page<UndeliveredRow>> Page(bool handled, Cursor? after, Actor by, CancellationToken ct)
    {
        var wanted = db.UndeliveredFor(by).AsNoTracking().Where(u => (u.State != UndeliveredState.Open) == handled);
        var visible = db.VisibleTo(by);
        var found = await wanted
            .NewestFirst(after, u => u.At, u => u.Id)
            .Select(u => new
            {
                Task = u,
                Notice = db.Set<Notice>().Single(n => n.Id == u.Id),
                Staff = db.Set<Staff>()
                    .Where(s => s.Id == db.Set<Notice>().Single(n => n.Id == u.Id).RecipientId)
                    .Select(s => new { s.Name, s.Mobile })
                    .FirstOrDefault(),
                Litigant = db.Set<Litigant>()
                    .Where(l => l.Id == db.Set<Notice>().Single(n => n.Id == u.Id).RecipientId)
                    .Select(l => l.Name)
                    .FirstOrDefault(),
                Order = db.Set<WorkOrder>().Where(o => o.Id == u.WorkOrderId).Select(o => o.Number).FirstOrDefault(),
                MayOpen = visible.Any(o => o.Id == u.WorkOrderId),
            })
            .ToListAsync(ct);
        return Page<UndeliveredRow>.Of(
            found.ConvertAll(f =>
                Row(
                    f.Task,
                    f.Notice,
                    f.Staff?.Name ?? (f.Litigant is { } name ? Masking.Name(name) : ""),
                    f.Notice.Address ?? f.Staff?.Mobile,
                    f.Order,
                    f.MayOpen
                )
            ),
            r => new Cursor(r.At, r.Id)
        );
    }

    private static UndeliveredRow Row(UndeliveredNotice task, Notice notice, string name, string? phone, string? order, bool mayOpen)
    {
        var kind = NoticeKinds.Of(notice.Kind);
        var text = kind.FieldNames.All(notice.Fields.ContainsKey) ? NoticeKind.Render(kind.Text, notice.Fields) : "";
        return new UndeliveredRow(
            task.Id,
            task.At,
            kind.Title,
            text,
            notice.Channel,
            notice.RecipientKind,
            name,
            phone is null ? "" : Masking.Phone(phone),
            FailureCodes.Chinese(task.Code),
            task.WorkOrderId,
            order,
            mayOpen,
            notice.Attempts,
            task.State,
            task.HandledBy,
            task.HandledAt,
            task.Remark
        );
    }
}

/// <param name="Name">Of the recipient, masked unless a member of staff; empty for somebody known by number only.</param>
/// <param name="Phone">Masked; empty where none is known.</param>
/// <param name="Why">A sentence for people.</param>
/// <param name="MayOpen">The reader may open the order.</param>
public sealed record UndeliveredRow(
    Guid Id,
    DateTimeOffset At,
    string Title,
    string Text,
    NoticeChannel Channel,
    RecipientKind RecipientKind,
    string Name,
    string Phone,
    string Why,
    Guid? WorkOrderId,
    string? OrderNumber,
    bool MayOpen,
    int Attempts,
    UndeliveredState State,
    string HandledBy,
    DateTimeOffset? HandledAt,
    string Remark
);
