using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>登记退回. Whether it serves follows from the reason (MAIL 11).</summary>
public sealed class RecordReturn(ServiceDesk desk)
{
    /// <param name="agentIsNamedReceiver">Asked of a service on an agent.</param>
    /// <exception cref="RefusedException"><c>service_entry.not_sent_yet</c>, <c>service_entry.in_future</c>,
    /// <c>service_entry.before_sending</c>, <c>service_entry.already_entered</c>.</exception>
    public Task Handle(
        Guid serviceId,
        Guid attemptId,
        DateOnly on,
        ReturnReason reason,
        bool agentIsNamedReceiver,
        Actor by,
        CancellationToken ct
    ) => desk.Change(serviceId, by, (service, now) => service.Returned(attemptId, on, reason, agentIsNamedReceiver, by, now), ct);
}
