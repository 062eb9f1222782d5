using Domain.DocumentService;

namespace Infrastructure.DocumentService;

/// <summary>Rows taken by one worker and passed over by the others, in each engine's own words; claims hold by the database's clock.</summary>
public abstract class ServiceClaims
{
    /// <summary>Takes cases that wait to be begun and counts the try, the oldest first. Nothing stays locked or tracked.</summary>
    public abstract Task<List<ServicePlan>> Plans(int most, TimeSpan lease, CancellationToken ct);

    /// <summary>Those that still wait are taken up again after a while.</summary>
    public abstract Task GiveBack(IReadOnlyList<Guid> plans, TimeSpan after, CancellationToken ct);

    /// <summary>Takes reports of channels, the oldest first. Nothing stays locked or tracked.</summary>
    public abstract Task<List<ServiceOutcome>> Outcomes(int most, TimeSpan lease, CancellationToken ct);
}
