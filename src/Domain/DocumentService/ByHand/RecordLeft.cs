using Domain.Shared;

namespace Domain.DocumentService;

/// <summary>登记没有见到: the clerk went, and met nobody who could take the documents.</summary>
public sealed class RecordNotMet(ServiceDesk desk)
{
    /// <exception cref="RefusedException"><c>service_entry.account_missing</c>, and those of dates.</exception>
    public Task Handle(Guid serviceId, Guid attemptId, string account, DateTimeOffset at, Actor by, CancellationToken ct)
    {
        var words = TypedText.Storable(account);
        if (words.Length is 0 or > ServiceAttempt.ReferenceMaxLength)
            throw ServiceEntryErrors.AccountMissing();
        return desk.Change(serviceId, by, (service, now) => service.NotMet(attemptId, words, at, by, now), ct);
    }
}

/// <summary>登记留置: refused, left with a witness or a recording (CPL 89, JI 130, 131).</summary>
public sealed class RecordLeft(ServiceDesk desk)
{
    /// <param name="agentIsNamedReceiver">Asked of a service on an agent.</param>
    /// <exception cref="RefusedException"><c>service_entry.witness_missing</c>, <c>service_entry.lien_on_agent</c>,
    /// <c>service_entry.no_lien_for_mediation</c>, <c>service_entry.left_at_residence_only</c>, and those of dates.</exception>
    public Task Handle(
        Guid serviceId,
        Guid attemptId,
        LeftPlace place,
        string evidence,
        bool agentIsNamedReceiver,
        DateTimeOffset at,
        Actor by,
        CancellationToken ct
    )
    {
        var words = TypedText.Storable(evidence);
        if (words.Length is 0 or > ServiceAttempt.ReferenceMaxLength)
            throw ServiceEntryErrors.WitnessMissing();
        return desk.Change(serviceId, by, (service, now) => service.Left(attemptId, place, words, agentIsNamedReceiver, at, by, now), ct);
    }
}
