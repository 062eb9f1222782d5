using Domain.Supervision;

namespace Domain.DocumentService;

/// <summary>Limits of the service of documents; section <c>Service</c> of the configuration.</summary>
public sealed class ServiceSettings
{
    /// <summary>From the day no channel was left to the clerk's posting it or publishing the notice.</summary>
    public SupervisionLimits Duty { get; set; } = SupervisionLimits.Default;
}
