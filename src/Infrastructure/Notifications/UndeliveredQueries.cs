using Domain.DocumentService;
using Domain.Litigants;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Paging;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Notifications;

/// <summary>The list of notices that reached nobody.</summary>
public sealed class UndeliveredQueries(CourtDb db, SubjectNames names)
{
    /// <summary>The newest first.</summary>
    /// <param name="handled">Those that somebody has seen to.</param>
    public async Task<Page<UndeliveredRow>> Page(bool handled, Cursor? after, Actor by, CancellationToken ct)
    {
        var all = db.UndeliveredFor(by).AsNoTracking();
        var wanted = handled ? all.Where(u => u.State != UndeliveredState.Open) : all.Where(u => u.State == UndeliveredState.Open);
        // Joins: the first of a subquery would number all notices there are.
        var found = await (
            from u in wanted.NewestFirst(after, u => u.At, u => u.Id)
            join notice in db.Set<Notice>() on u.Id equals notice.Id
            join s in db.Set<Staff>() on notice.RecipientId equals s.Id into staff
            from member in staff.DefaultIfEmpty()
            orderby u.At descending, u.Id descending
            select new
            {
                Task = u,
                Notice = notice,
                Staff = (string?)member.Name,
                Mobile = (string?)member.Mobile,
                IsSensitive = db.Set<WorkOrder>().Any(o => o.Id == notice.SubjectId && o.IsSensitive)
                    || db.Set<Service>().Any(x => (x.Id == notice.SubjectId || x.TaskId == notice.SubjectId) && x.IsSensitive),
                Litigant = db.Set<Litigant>().Where(l => l.Id == notice.RecipientId).Select(l => l.Name).FirstOrDefault(),
            }
        )
            .AsNoTracking()
            .ToListAsync(ct);
        var named = await names.Of(found.Where(f => f.Task.SubjectKind is not null).Select(f => f.Task.About!.Value), by, ct);
        return Page<UndeliveredRow>.Of(
            found.ConvertAll(f =>
                Row(
                    f.Task,
                    f.Notice,
                    f.Staff ?? (f.Litigant is { } name ? ShownName.Of(name, f.IsSensitive) : ""),
                    f.Notice.Address ?? f.Mobile,
                    named.GetValueOrDefault(f.Task.SubjectId ?? Guid.Empty)
                )
            ),
            r => new Cursor(r.At, r.Id)
        );
    }

    private static UndeliveredRow Row(UndeliveredNotice task, Notice notice, string name, string? phone, SubjectName? subject)
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
            FailureWords.Of(task.Code),
            task.SubjectKind,
            subject,
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
/// <param name="Subject">What the notice was about; null where it was about nothing, or that is gone.</param>
public sealed record UndeliveredRow(
    Guid Id,
    DateTimeOffset At,
    string Title,
    string Text,
    NoticeChannel Channel,
    RecipientKind RecipientKind,
    string Name,
    string Phone,
    FailureWords Why,
    SubjectKind? SubjectKind,
    SubjectName? Subject,
    int Attempts,
    UndeliveredState State,
    string HandledBy,
    DateTimeOffset? HandledAt,
    string Remark
);
