using Domain.DocumentService;

namespace Infrastructure.DocumentService.Recipients;

/// <summary>When a document was sent, and when it reached its recipient. What somebody opened elsewhere has not arrived by that.</summary>
/// <param name="ArrivedAt">Null: only sent, no way has been shown to have brought it.</param>
internal sealed record DocumentTravel(DateTimeOffset SentAt, DateTimeOffset? ArrivedAt)
{
    /// <summary>What its page tells first: that it came, or else that it was sent.</summary>
    public DateTimeOffset At => ArrivedAt ?? SentAt;

    public bool HasArrived => ArrivedAt is not null;

    /// <param name="attempts">Of its service.</param>
    public static DocumentTravel Of(ServiceCopy copy, IReadOnlyCollection<ServiceAttempt> attempts, DateTimeOffset begunAt) =>
        new(attempts.Min(a => a.SentAt) ?? begunAt, attempts.Min(a => ArrivalOf(a, copy)));

    /// <summary>A call only prompts (OLR 32); what came back has not arrived; a sending that served has (JI 135).</summary>
    private static DateTimeOffset? ArrivalOf(ServiceAttempt attempt, ServiceCopy copy) =>
        attempt.Channel == ServiceChannel.Voice || attempt.BouncedAt is not null ? null
        : attempt.Channel.IsElectronic()
            ? attempt.ProvedArrivalAt
                ?? attempt.DeliveredAt
                ?? (copy.Rule == ServiceRule.Arrival && copy.ServedByAttemptId == attempt.Id ? attempt.SentAt : null)
        : attempt.DeliveredAt ?? attempt.SignedAt;
}
