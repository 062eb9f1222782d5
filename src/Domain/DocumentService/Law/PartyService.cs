namespace Domain.DocumentService;

/// <summary>When a party was served with a document, by the earliest of its own and its agents' services, and the last day of its period.</summary>
/// <param name="LastDay">Null while it is not served.</param>
public sealed record PartyService(Guid PartyId, DateOnly? ServedOn, DateOnly? LastDay, bool IsPresumed)
{
    /// <param name="copies">Of the party and its agents, of the same document.</param>
    public static PartyService Of(Guid partyId, IEnumerable<ServiceCopy> copies)
    {
        var first = copies
            .Where(c => c.EffectiveOn is not null && c.LimitEndsOn is not null)
            .OrderBy(c => c.EffectiveOn)
            .ThenBy(c => c.Standing == ServiceStanding.Presumed)
            .ThenBy(c => c.LimitEndsOn)
            .FirstOrDefault();
        return new PartyService(partyId, first?.EffectiveOn, first?.LimitEndsOn, first?.Standing == ServiceStanding.Presumed);
    }
}

/// <summary>The services of a document that can be appealed have changed: when it takes effect is to be worked out anew.</summary>
public sealed class JudgmentTouch
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid DocumentId { get; init; }

    /// <summary>An appealable judgment or ruling was served anew, or the day, the limit or the standing of its service has moved.</summary>
    /// <param name="before">As it is stored; null for a new one.</param>
    /// <returns>Null where nothing follows for the judgment.</returns>
    public static JudgmentTouch? By(ServiceCopy? before, ServiceCopy after) =>
        after is { IsAppealable: true, Kind: DocumentKind.Judgment or DocumentKind.Ruling }
        && (
            before is null
            || before.EffectiveOn != after.EffectiveOn
            || before.LimitEndsOn != after.LimitEndsOn
            || before.Standing != after.Standing
        )
            ? new JudgmentTouch { DocumentId = after.DocumentId }
            : null;
}
