using Domain.Calendar;
using Domain.Notifications;

namespace Infrastructure.Outbox;

/// <summary>Of claimed notices, ends what is too late and holds back what would buzz a phone of staff outside working hours.</summary>
public sealed class SetAsideNotices(ClaimedNotices claimed, NoticeEnds ends, WorkingHours hours, ICalendars calendars, TimeProvider clock)
{
    /// <returns>The rest: what goes out now.</returns>
    public async Task<List<Notice>> From(List<Notice> notices, Guid claim, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var opening = hours.NextOpening(await calendars.Current(ct), now);
        var aside = notices.FindAll(n => n.ExpiresAt <= now || (n.KeepsWorkingHours && opening > now));
        if (aside.Count == 0)
            return notices;
        await claimed.Change(
            claim,
            aside,
            async notice =>
            {
                if (notice.ExpiresAt <= now)
                    await ends.Expire(notice, now, ct);
                else
                    notice.HoldUntil(opening);
            },
            ct
        );
        return notices.Except(aside).ToList();
    }
}
