using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>更正登记: the newest entry of an attempt was wrong. It is taken back with a reason and entered again; the trace keeps both.</summary>
public sealed class TakeBackEntry(ServiceDesk desk)
{
    /// <exception cref="RefusedException"><c>service_entry.nothing_entered</c>, <c>service_entry.other_channel</c>, <c>service.reason_missing</c>.</exception>
    public Task Handle(Guid serviceId, Guid attemptId, string reason, Actor by, CancellationToken ct) =>
        desk.Change(serviceId, by, (service, now) => service.TakeBack(attemptId, reason, by, now), ct);
}
