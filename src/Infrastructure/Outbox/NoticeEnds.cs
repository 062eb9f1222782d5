using Domain.Notifications;
using Domain.Organisation;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Outbox;

/// <summary>
/// Ends a notice that did not get through, and adds in the same unit of work what comes of it: the notice on the next
/// channel, or a task for a person.
/// </summary>
public sealed class NoticeEnds(CourtDb db, OutboxMetrics metrics)
{
    public async Task Fail(Notice notice, string code, DateTimeOffset now, CancellationToken ct)
    {
        if (notice.State.IsFinal())
            return;
        var next = notice.Failed(code, now);
        metrics.Failed(notice.Channel, code);
        await GoOn(notice, next, notice.FailureCode, now, ct);
    }

    public async Task Expire(Notice notice, DateTimeOffset now, CancellationToken ct)
    {
        if (notice.State.IsFinal())
            return;
        var next = notice.Expire(now);
        metrics.Failed(notice.Channel, Notice.OutOfTime);
        await GoOn(notice, next, Notice.OutOfTime, now, ct);
    }

    private async Task GoOn(Notice notice, Notice? next, string code, DateTimeOffset now, CancellationToken ct)
    {
        if (next is not null)
            db.Set<Notice>().Add(next);
        else if (!NoticeKinds.Of(notice.Kind).IsPassing)
            db.Set<UndeliveredNotice>().Add(await TaskFor(notice, code, now, ct));
    }

    /// <summary>For the people of the subject's court and division; of nobody's matter, of the recipient's.</summary>
    private async Task<UndeliveredNotice> TaskFor(Notice notice, string code, DateTimeOffset now, CancellationToken ct)
    {
        if (notice.CourtId is not null)
            return UndeliveredNotice.Of(notice, notice.CourtId, notice.DivisionId, code, now);
        var place = await db.Set<Post>()
            .Where(p => p.StaffId == notice.RecipientId && p.IsActive)
            .OrderBy(p => p.Id)
            .Select(p => new { p.CourtId, p.DivisionId })
            .FirstOrDefaultAsync(ct);
        return UndeliveredNotice.Of(notice, place?.CourtId, place?.DivisionId, code, now);
    }
}
