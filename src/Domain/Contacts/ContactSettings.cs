using Domain.Supervision;

namespace Domain.Contacts;

/// <summary>Limits of changes of contact (2022 rules, Art 15); section <c>Contacts</c> of the configuration.</summary>
public sealed class ContactSettings
{
    /// <summary>From the day a change takes effect to its report.</summary>
    public SupervisionLimits Report { get; set; } = new(5, 2, 2);

    /// <summary>From the report to its publication.</summary>
    public SupervisionLimits Publish { get; set; } = new(2, 2, 2);
}
