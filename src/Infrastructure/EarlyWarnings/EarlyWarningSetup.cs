using Domain.Contacts;
using Domain.EarlyWarnings;
using Infrastructure.Settings;
using Infrastructure.Supervision;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Infrastructure.EarlyWarnings;

internal static class EarlyWarningSetup
{
    /// <summary>Early warnings and contacts: their settings, and their kinds under supervision.</summary>
    public static void AddEarlyWarnings(this IHostApplicationBuilder builder)
    {
        var services = builder.Services;
        var settings = builder.Configuration.Section<EarlyWarningSettings>("EarlyWarnings");
        var contacts = builder.Configuration.Section<ContactSettings>("Contacts");
        services.AddSingleton(settings);
        services.AddSingleton(contacts);
        services.AddSupervised<EarlyWarning>(warning => warning.EndedAt == null, _ => warning => settings.Limits(warning.RiskLevel));
        services.AddSupervised<ContactChange>(change => change.EndedAt == null, _ => _ => contacts.Publish);
        services.AddSupervised<ContactGap>(gap => gap.ClosedAt == null, _ => _ => contacts.Report);
    }
}
