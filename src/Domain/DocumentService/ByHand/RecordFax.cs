using Domain.Shared;

namespace Domain.DocumentService;

public enum FaxResult
{
    Sent,

    /// <summary>The machine's report says that it went through.</summary>
    Confirmed,
    Failed,
}

/// <summary>登记传真.</summary>
public sealed class RecordFax(ServiceDesk desk)
{
    /// <exception cref="RefusedException"><c>service_entry.not_sent_yet</c>, <c>service_entry.already_entered</c>, and those of dates.</exception>
    public Task Handle(Guid serviceId, Guid attemptId, FaxResult result, DateTimeOffset at, Actor by, CancellationToken ct) =>
        desk.Change(
            serviceId,
            by,
            (service, now) =>
            {
                switch (result)
                {
                    case FaxResult.Sent:
                        service.FaxSent(attemptId, at, by, now);
                        break;
                    case FaxResult.Confirmed:
                        service.FaxConfirmed(attemptId, at, by, now);
                        break;
                    default:
                        service.FaxFailed(attemptId, at, by, now);
                        break;
                }
            },
            ct
        );
}
