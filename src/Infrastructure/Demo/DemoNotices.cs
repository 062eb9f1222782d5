using Domain.Notifications;
using Domain.Shared;
using Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Infrastructure.Demo;

/// <summary>The notices of the demo's ninety days went out as they came, so that a start sends nobody thousands; a few reached nobody.</summary>
internal static class DemoNotices
{
    private const int Undelivered = 9;
    private static readonly string[] s_codes = ["EMPTY", "OFF", "UNDELIV"];

    public static async Task Deliver(CourtDb db, CancellationToken ct)
    {
        await Fail(db, ct);
        await db.Set<Notice>()
            .Where(n => n.State == NoticeState.Queued)
            .ExecuteUpdateAsync(
                n =>
                    n.SetProperty(x => x.State, NoticeState.Delivered)
                        .SetProperty(x => x.IsHeld, false)
                        .SetProperty(x => x.Attempts, 1)
                        .SetProperty(x => x.AcceptedAt, x => x.CreatedAt.AddSeconds(1))
                        .SetProperty(x => x.EndedAt, x => x.CreatedAt.AddSeconds(5)),
                ct
            );
        await db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO notice_attempts (notice_id, number, channel, at, outcome, code, took_ms)
            SELECT id, 1, channel, accepted_at, 'Accepted', '', 180 FROM notices n
            WHERE accepted_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM notice_attempts a WHERE a.notice_id = n.id)
            """,
            ct
        );
    }

    /// <summary>The newest notices to callers about their orders, by the same verbs as in life.</summary>
    private static async Task Fail(CourtDb db, CancellationToken ct)
    {
        var newest = await db.Set<Notice>()
            .Where(n => n.RecipientKind == RecipientKind.Phone && n.SubjectKind == SubjectKind.WorkOrder && n.State == NoticeState.Queued)
            .OrderByDescending(n => n.CreatedAt)
            .Take(Undelivered)
            .ToListAsync(ct);
        foreach (var (i, notice) in newest.Index())
        {
            var (sent, reported, code) = (notice.CreatedAt.AddSeconds(1), notice.CreatedAt.AddSeconds(40), s_codes[i % s_codes.Length]);
            db.Set<NoticeAttempt>().Add(notice.Tried(AttemptOutcome.Accepted, "", sent, TimeSpan.FromMilliseconds(180)));
            notice.Accepted(null, sent);
            notice.Failed(code, reported);
            db.Set<UndeliveredNotice>().Add(UndeliveredNotice.Of(notice, notice.CourtId, notice.DivisionId, code, reported));
        }

        await db.SaveChangesAsync(ct);
        db.Forget();
    }
}
