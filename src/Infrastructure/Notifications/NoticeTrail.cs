using System.Linq.Expressions;
using Domain.Litigants;
using Domain.Notifications;
using Domain.Organisation;
using Domain.Shared;
using Domain.WorkOrders;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Notifications;

/// <summary>What became of every notice that orders caused: to whom, by which way, and how far it came (通知记录).</summary>
public sealed class NoticeTrail(CourtDb db)
{
    /// <summary>In the order in which they were written; empty for an order that the actor may not open.</summary>
    public Task<IReadOnlyList<NoticeFate>> OfOrder(Guid orderId, Actor by, CancellationToken ct) =>
        Read(n => db.VisibleTo(by).Any(o => o.Id == orderId) && n.SubjectId == orderId, ct);

    internal Task<IReadOnlyList<NoticeFate>> OfOrders(IReadOnlyList<Guid> orderIds, CancellationToken ct) =>
        Read(n => orderIds.Contains(n.SubjectId!.Value), ct);

    /// <summary>Each try of one notice, the first first; empty for an order that the actor may not open.</summary>
    public async Task<IReadOnlyList<NoticeAttempt>> Attempts(Guid noticeId, Actor by, CancellationToken ct)
    {
        var isVisible = await db.Set<Notice>().AnyAsync(n => n.Id == noticeId && db.VisibleTo(by).Any(o => o.Id == n.SubjectId), ct);
        return isVisible
            ? await db.Set<NoticeAttempt>().AsNoTracking().Where(a => a.NoticeId == noticeId).OrderBy(a => a.Number).ToListAsync(ct)
            : [];
    }

    private async Task<IReadOnlyList<NoticeFate>> Read(Expression<Func<Notice, bool>> which, CancellationToken ct)
    {
        var found = await (
            from notice in db.Set<Notice>().AsNoTracking().Where(which)
            join s in db.Set<Staff>() on notice.RecipientId equals s.Id into staff
            from person in staff.DefaultIfEmpty()
            join l in db.Set<Litigant>() on notice.RecipientId equals l.Id into litigants
            from litigant in litigants.DefaultIfEmpty()
            join order in db.Set<WorkOrder>() on notice.SubjectId equals order.Id
            orderby notice.CreatedAt, notice.Id
            select new
            {
                Notice = notice,
                StaffName = person.Name,
                StaffMobile = person.Mobile,
                StaffEmail = person.Email,
                LitigantPhone = litigant.Phone,
                order.RequesterName,
                order.IsSensitive,
                order.Number,
            }
        ).ToListAsync(ct);
        var merged = found.Select(f => f.Notice.MergedIntoId).OfType<Guid>().Distinct().ToList();
        var digests =
            merged.Count == 0
                ? []
                : await db.Set<Notice>().AsNoTracking().Where(n => merged.Contains(n.Id)).ToDictionaryAsync(n => n.Id, ct);
        return
        [
            .. found.Select(f => new NoticeFate(
                f.Notice,
                f.Notice.MergedIntoId is { } into ? digests.GetValueOrDefault(into) : null,
                f.Number,
                f.StaffName ?? ShownName.Of(f.RequesterName, f.IsSensitive),
                f.Notice.Channel switch
                {
                    NoticeChannel.InApp => "",
                    NoticeChannel.Email => f.StaffEmail is { Length: > 0 } email ? Masking.Email(email) : "",
                    _ => Masking.Phone(f.Notice.Address ?? f.StaffMobile ?? f.LitigantPhone ?? ""),
                }
            )),
        ];
    }
}

/// <summary>One notice's way.</summary>
/// <param name="Digest">The notice that told it with others.</param>
/// <param name="Name">A member of staff's name; a requester's is masked.</param>
/// <param name="Number">Masked; empty where the way has none.</param>
public sealed record NoticeFate(Notice Notice, Notice? Digest, string OrderNumber, string Name, string Number)
{
    public string Title => NoticeKinds.Of(Notice.Kind).Title;

    /// <summary>What became of it, also when it went out in a digest.</summary>
    public NoticeState State => Digest?.State ?? Notice.State;

    public bool HasFailed => State is NoticeState.Failed or NoticeState.Expired;

    public bool IsUnderWay => !State.IsFinal();

    /// <summary>What happened to it, in time order; the last one is where it stands.</summary>
    public IReadOnlyList<NoticeStep> Steps
    {
        get
        {
            var n = Notice;
            List<NoticeStep> steps = [new("排队", n.CreatedAt)];
            if (n.FallbackOfId is not null)
                steps[0] = new($"改用{n.Channel.Chinese()}", n.CreatedAt);
            if (n is { State: NoticeState.Queued, IsHeld: true, WasHeld: false })
                steps.Add(new("等几分钟，和别的通知合成一条", n.DueAt));
            if (n.WasHeld && n.State == NoticeState.Queued)
                steps.Add(new("等到工作时间再发", n.DueAt));
            else if (n.WasHeld)
                steps.Add(new("等到工作时间", n.DueAt));
            if (n is { State: NoticeState.Queued, Attempts: 0, FailureCode.Length: > 0 })
                steps.Add(new(FailureWords.Of(n.FailureCode).Why, n.DueAt));
            if (n.State == NoticeState.Queued && n.Attempts > 0)
                steps.Add(new($"试了 {n.Attempts} 次没有发出，{FailureCodes.Chinese(n.FailureCode)}，再试", n.DueAt));
            if (n.AcceptedAt is { } accepted)
                steps.Add(new(n.Channel == NoticeChannel.InApp ? "到达" : "交给网关", accepted));
            if (n.EndedAt is { } ended)
                steps.Add(new(EndWords, ended));
            if (Digest is { EndedAt: { } told })
                steps.Add(new($"汇总通知{Digest.State.Chinese()}", told));
            if (n.ReadAt is { } read)
                steps.Add(new("已读", read));
            return steps;
        }
    }

    private string EndWords =>
        Notice.State switch
        {
            NoticeState.Delivered => "到达",
            NoticeState.Failed => $"没有送到：{FailureWords.Of(Notice.FailureCode)}",
            NoticeState.Expired => "过了有效时间，没有发出",
            NoticeState.Merged => "合并在汇总通知里",
            NoticeState.Recalled => "说的事已撤回，没有发出",
            var state => state.Chinese(),
        };
}

/// <param name="At">When it happened, or will.</param>
public sealed record NoticeStep(string Words, DateTimeOffset At);
