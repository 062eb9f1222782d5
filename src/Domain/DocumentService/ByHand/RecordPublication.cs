using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>登记公告刊登: the period runs from the last posting or publication (JI 138).</summary>
public sealed class RecordPublication(ServiceDesk desk)
{
    /// <param name="on">The last posting or publication.</param>
    /// <exception cref="RefusedException"><c>service_entry.media_missing</c>, <c>service_entry.notice_part_missing</c>,
    /// <c>service_entry.in_future</c>, <c>service_entry.before_sending</c>, <c>service_entry.way_open</c>.</exception>
    public Task Handle(Guid serviceId, Guid attemptId, string media, DateOnly on, Actor by, CancellationToken ct)
    {
        var where = TypedText.Storable(media);
        if (where.Length is 0 or > ServiceAttempt.ReferenceMaxLength)
            throw ServiceEntryErrors.MediaMissing();
        return desk.Change(
            serviceId,
            by,
            (service, now) =>
            {
                if (service.Attempts.Find(a => a.Id == attemptId)?.NoticeGround is { } ground)
                    service.CheckNotice(ground); // another way may have been begun since it was drawn up
                service.Published(attemptId, where, on, by, now);
            },
            ct
        );
    }
}
