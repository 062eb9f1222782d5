using Domain.Supervision;

namespace Domain.DocumentService;

/// <summary>Limits of the service of documents; section <c>Service</c> of the configuration.</summary>
public sealed class ServiceSettings
{
    /// <summary>From the day no channel was left to the clerk's posting it or publishing the notice.</summary>
    public SupervisionLimits Duty { get; set; } = SupervisionLimits.Default;

    /// <summary>How long a worker's claim of cases to begin holds, by the database's clock. Longer than freezing them takes.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a worker's claim of channels' reports holds.</summary>
    public TimeSpan ReportLease { get; set; } = TimeSpan.FromSeconds(30);
}
