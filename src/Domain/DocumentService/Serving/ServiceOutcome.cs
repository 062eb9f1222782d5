using Domain.Notifications;

namespace Domain.DocumentService;

/// <summary>What became of a notice that carries a service: written with the notice's own change, applied to the service by the worker, then deleted.</summary>
public sealed class ServiceOutcome
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ServiceId { get; init; }
    public Guid NoticeId { get; init; }

    /// <summary>Accepted, delivered, failed or expired.</summary>
    public NoticeState State { get; init; }

    public string Code { get; init; } = "";
    public DateTimeOffset At { get; init; }

    /// <summary>By the database's clock: a worker that died gives it back.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    /// <returns>Null for a state that is no fact of the service.</returns>
    public static ServiceOutcome? Of(Notice notice)
    {
        var at = notice.State switch
        {
            NoticeState.Accepted => notice.AcceptedAt,
            NoticeState.Delivered or NoticeState.Failed or NoticeState.Expired => notice.EndedAt,
            _ => null,
        };
        return at is null
            ? null
            : new ServiceOutcome
            {
                ServiceId = notice.SubjectId!.Value,
                NoticeId = notice.Id,
                State = notice.State,
                Code = notice.EndCode,
                At = at.Value,
            };
    }
}
